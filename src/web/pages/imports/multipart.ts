import type { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../../session.ts';

type Part =
  | { readonly type: 'field'; readonly fieldname: string; readonly value: unknown }
  | { readonly type: 'file'; readonly fieldname: string; readonly filename: string; readonly file: Readable };

export type SentPart = { readonly file: Readable; readonly name: string; readonly field: string };

export type SentForm = {
  /** The fields that came before the first file. */
  readonly fields: ReadonlyMap<string, string>;
  /** The files that have a name, as they arrive: each must be read to its end before the next is asked for. */
  readonly files: AsyncIterable<SentPart>;
};

/** The form that was sent. Without a boundary, or cut short, the parser says so in words that are no answer to a person. */
export async function sentForm(request: FastifyRequest): Promise<SentForm> {
  try {
    return await beginForm(request.parts());
  } catch (error) {
    if (error instanceof Error && 'statusCode' in error) throw error;
    throw new Refusal(400, 'The form is not whole. Go back, reload the page and send it again.');
  }
}

/** Reads a multipart form up to its first file. */
async function beginForm(parts: AsyncIterable<Part>): Promise<SentForm> {
  const coming = parts[Symbol.asyncIterator]();
  const fields = new Map<string, string>();
  let next = await coming.next();
  while (next.done !== true && next.value.type === 'field') {
    if (typeof next.value.value === 'string') fields.set(next.value.fieldname, next.value.value);
    next = await coming.next();
  }
  const first = next;
  async function* files(): AsyncGenerator<SentPart> {
    for (let one = first; one.done !== true; one = await coming.next()) {
      const part = one.value;
      if (part.type === 'field') continue;
      if (part.filename === '') part.file.resume();
      else yield { file: part.file, name: part.filename, field: part.fieldname };
    }
  }
  return { fields, files: files() };
}

export const mostBytes = 200 * 1024 * 1024;

/** Files that are compared and not kept, in memory: so many at most, and 200 MB of them together. */
export async function filesSent(
  files: AsyncIterable<SentPart>,
  most: number,
): Promise<readonly { readonly name: string; readonly bytes: Buffer }[]> {
  const sent: { readonly name: string; readonly bytes: Buffer }[] = [];
  let bytes = 0;
  for await (const { file, name } of files) {
    if (sent.length === most) throw new Refusal(400, `Send at most ${most} files at a time.`);
    const pieces: Buffer[] = [];
    for await (const piece of file) {
      bytes += piece.length;
      if (bytes <= mostBytes) pieces.push(Buffer.from(piece));
    }
    if (bytes > mostBytes) throw new Refusal(400, 'The files are larger than 200 MB, which no return of an authority is.');
    sent.push({ name: name.slice(0, 200), bytes: Buffer.concat(pieces) });
  }
  return sent;
}
