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
