import { kindOf } from '../../reading/kind-of-file.ts';
import type { CollectionYear } from '../rule/years.ts';
import { readCsv, readXml } from '../ssda903/read-tables.ts';
import type { Found } from './found.ts';
import { noReference, readReference } from './reference.ts';
import { isXml, putTogether, type SetFile } from './return-set.ts';
import { validateCensus } from './validate-census.ts';
import { validateReturn } from './validate-return.ts';

/** A file as it is being sent. Each must be read to its end before the next is asked for. */
export type SentFile = { readonly name: string; readonly isLast: boolean; readonly bytes: AsyncIterable<Uint8Array> };
export type HowToCheckSent = {
  readonly year: CollectionYear | undefined;
  readonly authority: string | undefined;
  /** The folder of reference data, if there is one. */
  readonly folder: string | undefined;
};
export type Told = Found | { readonly kind: 'refused'; readonly message: string };

/** The tables of a looked-after return are held in memory while they are checked. */
const mostOfASet = 64 * 1024 * 1024;
const tooLarge =
  'The files of a looked-after return are larger than 64 MB together, and are held in memory here: the largest authority has less than a tenth of it. On a machine of your own they are checked whatever their size: sightline validate FILES --year 2025-26';

/** Checks files as they are being sent: a census as it comes, a looked-after return when all its files are there. Nothing is kept. */
export async function* checkSent(sent: AsyncIterable<SentFile>, asked: HowToCheckSent): AsyncGenerator<Told, void, undefined> {
  const coming = sent[Symbol.asyncIterator]();
  const first = await coming.next();
  if (first.done === true) return yield { kind: 'refused', message: 'Select the file of a census, or the files of a looked-after return' };
  const [beginning, bytes] = await begun(first.value.bytes);
  if (kindOf(beginning, first.value.name) === 'cin' && !first.value.isLast) yield* census({ ...first.value, bytes }, coming, asked);
  else yield* lookedAfterReturn({ ...first.value, bytes }, coming, asked);
}

/** What it begins with; and all of it. */
async function begun(bytes: AsyncIterable<Uint8Array>): Promise<readonly [string, AsyncIterable<Uint8Array>]> {
  const coming = bytes[Symbol.asyncIterator]();
  const first = await coming.next();
  async function* all(): AsyncGenerator<Uint8Array> {
    for (let next = first; next.done !== true; next = await coming.next()) yield next.value;
  }
  return [first.done === true ? '' : Buffer.from(first.value.subarray(0, 4_096)).toString(), all()];
}

type Coming = AsyncIterator<SentFile>;

async function* census(file: SentFile, coming: Coming, { year }: HowToCheckSent): AsyncGenerator<Told> {
  yield* validateCensus(file.bytes, { file: file.name, year });
  await passOver(file.bytes);
  for (let next = await coming.next(); next.done !== true; next = await coming.next()) {
    await passOver(next.value.bytes);
    yield { kind: 'unreadable', file: next.value.name, line: 1, message: 'A census is one file. This one beside it was not looked at.' };
  }
}

async function passOver(bytes: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of bytes);
}

async function* lookedAfterReturn(first: SentFile, coming: Coming, asked: HowToCheckSent): AsyncGenerator<Told> {
  const files: SetFile[] = [];
  let size = 0;
  for (let file: SentFile | undefined = first; file !== undefined; file = nextOf(await coming.next())) {
    const held: Uint8Array[] = [];
    for await (const bytes of file.bytes) {
      size += bytes.length;
      if (size > mostOfASet) return yield { kind: 'refused', message: tooLarge };
      held.push(bytes);
    }
    files.push(setFile(file, Buffer.concat(held)));
  }
  const read = asked.folder === undefined ? noReference : await readReference(asked.folder);
  if (read.kind === 'refused') return yield read;
  const together = await putTogether(files, { ...asked, reference: read.reference });
  if (together.kind === 'refused') yield together;
  else yield* validateReturn(together.set);
}

const nextOf = (next: IteratorResult<SentFile>): SentFile | undefined => (next.done === true ? undefined : next.value);

function setFile({ name, isLast }: SentFile, bytes: Buffer): SetFile {
  async function* once(): AsyncGenerator<Uint8Array> {
    yield bytes;
  }
  return { name, file: name, isLast, read: async () => (isXml(name) ? readXml(once()) : readCsv(bytes)) };
}
