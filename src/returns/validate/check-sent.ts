import { kindOf } from '../../reading/kind-of-file.ts';
import type { CollectionYear } from '../rule/years.ts';
import type { ComingFile } from './packed-set.ts';
import { noReference, readReference } from './reference.ts';
import { besideCensus, validateCensus } from './validate-census.ts';
import { validateReturn, type Told } from './validate-return.ts';

/** A file as it is being sent. Each must be read to its end before the next is asked for. */
export type SentFile = { readonly name: string; readonly isLast: boolean; readonly bytes: AsyncIterable<Uint8Array> };
export type HowToCheckSent = {
  readonly year: CollectionYear | undefined;
  readonly authority: string | undefined;
  /** The folder of reference data, if there is one. */
  readonly folder: string | undefined;
};
export type { Told } from './validate-return.ts';

/** Checks files as they are being sent: a census as it comes, a looked-after return when all its files are there. Nothing is kept, and nothing is written to a disk. */
export async function* checkSent(
  sent: AsyncIterable<SentFile>,
  asked: HowToCheckSent,
  whenChecked?: (part: number) => void,
): AsyncGenerator<Told, void, undefined> {
  const coming = sent[Symbol.asyncIterator]();
  const first = await coming.next();
  if (first.done === true) return yield { kind: 'refused', message: 'Select the file of a census, or the files of a looked-after return' };
  const [beginning, bytes] = await begun(first.value.bytes);
  if (kindOf(beginning, first.value.name) === 'cin' && !first.value.isLast) yield* census({ ...first.value, bytes }, coming, asked);
  else yield* lookedAfterReturn(filesOf({ ...first.value, bytes }, coming), asked, whenChecked);
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
    yield besideCensus(next.value.name);
  }
}

async function passOver(bytes: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of bytes);
}

async function* lookedAfterReturn(
  files: AsyncIterable<ComingFile>,
  asked: HowToCheckSent,
  whenChecked: ((part: number) => void) | undefined,
): AsyncGenerator<Told> {
  const read = asked.folder === undefined ? noReference : await readReference(asked.folder);
  if (read.kind === 'refused') yield read;
  else yield* validateReturn({ open: () => files, isOnce: true, whenChecked }, { ...asked, reference: read.reference });
}

async function* filesOf(first: SentFile, coming: Coming): AsyncGenerator<ComingFile> {
  for (let sent: SentFile | undefined = first; sent !== undefined; sent = nextOf(await coming.next())) {
    yield { ...sent, file: sent.name };
    await passOver(sent.bytes);
  }
}

const nextOf = (next: IteratorResult<SentFile>): SentFile | undefined => (next.done === true ? undefined : next.value);
