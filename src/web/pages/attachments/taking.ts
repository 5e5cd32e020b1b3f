import type { Readable } from 'node:stream';
import { refusalIn } from '../../../record/call.ts';
import type { Session } from '../../../record/contract.ts';
import type { WebParts } from '../../parts.ts';
import { fileNameOf, kindOf, kindsTaken } from './file-kind.ts';

export type Taken = { readonly kind: 'taken' } | { readonly kind: 'refused'; readonly message: string };

type Coming = { readonly file: Readable; readonly name: string; readonly entry: string; readonly person: string };

const megabyte = 1024 * 1024;

/** A stream in pieces of a megabyte, the last one less. */
export async function* inMegabytes(file: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const bytes of file) {
    waiting.push(bytes);
    size += bytes.length;
    while (size >= megabyte) {
      const all = Buffer.concat(waiting);
      yield all.subarray(0, megabyte);
      waiting = [all.subarray(megabyte)];
      size = all.length - megabyte;
    }
  }
  if (size > 0) yield Buffer.concat(waiting);
}

/**
 * Takes one file for an entry that is being written: each piece goes to the database and through the check for viruses as it arrives, so that memory does
 * not depend on the size. What is refused leaves nothing behind.
 */
export async function take(parts: WebParts, session: Session, coming: Coming): Promise<Taken> {
  const attachment = crypto.randomUUID();
  const checking = parts.checkForViruses();
  try {
    const refusal = await store(parts, session, coming, attachment, checking);
    if (refusal === undefined) return { kind: 'taken' };
    await parts.attachments.drop(session, attachment);
    return { kind: 'refused', message: `${fileNameOf(coming.name)}: ${refusal}` };
  } catch (error) {
    checking.stop();
    await parts.attachments.drop(session, attachment);
    const refusal = refusalIn(error);
    if (refusal === undefined) throw error;
    return { kind: 'refused', message: `${fileNameOf(coming.name)}: ${refusal}` };
  } finally {
    coming.file.resume();
  }
}

async function store(
  { attachments }: WebParts,
  session: Session,
  { file, name, entry, person }: Coming,
  attachment: string,
  checking: ReturnType<WebParts['checkForViruses']>,
): Promise<string | undefined> {
  let kind: string | undefined;
  let part = 0;
  for await (const bytes of inMegabytes(file)) {
    if (part === 0) kind = kindOf(bytes);
    if (kind === undefined) {
      checking.stop();
      return `this is not a kind of file that is taken. These are: ${kindsTaken}. Save a document as a PDF first`;
    }
    await attachments.add(session, { attachment, entry, person }, part, bytes);
    await checking.write(bytes);
    part += 1;
  }
  if (kind === undefined) return 'the file is empty';
  const verdict = await checking.end();
  if (verdict.kind === 'found')
    return 'a virus was found in this file. It is not attached and not kept. Tell whoever looks after your computers';
  await attachments.finish(session, attachment, { name: fileNameOf(name), kind, isChecked: verdict.kind === 'clean' });
  return undefined;
}
