import { childrenOf, namesOf, tablesOf, tablesOfCsv } from '../ssda903/children-of-set.ts';
import { lookedAfterReturn } from '../ssda903/collection.ts';
import { placed, postcodesNamed } from '../ssda903/placements.ts';
import { readCsv, readXml, type ReturnFile } from '../ssda903/read-tables.ts';
import { Telling, type Found } from './found.ts';
import type { ComingFile } from './packed-set.ts';
import { howOf, isXml, type HowToCheck, type NamedFile } from './return-set.ts';
import { validateReturn, type Told } from './validate-return.ts';

/** A file of a return that is held in memory; given out a few bytes at a time, if it is said how many. */
export type HeldFile = NamedFile & { readonly text: Uint8Array };

async function* slices(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export async function* coming(files: readonly HeldFile[], size = 1 << 20): AsyncGenerator<ComingFile> {
  for (const file of files) yield { ...file, bytes: slices(file.text, size) };
}

/** Checks a return as the product does. */
export async function check(
  files: readonly HeldFile[],
  how: HowToCheck,
  more: { readonly sizes?: Parameters<typeof validateReturn>[2]; readonly isOnce?: boolean; readonly slice?: number } = {},
): Promise<readonly Told[]> {
  const told: Told[] = [];
  const set = { open: () => coming(files, more.slice), isOnce: more.isOnce ?? true };
  for await (const one of validateReturn(set, how, more.sizes)) told.push(one);
  return told;
}

/** Checks it as simply as can be: every file read whole, every row held, all children at once. What the product finds is held against it. */
export async function checkHeldWhole(files: readonly HeldFile[], asked: HowToCheck): Promise<readonly Found[]> {
  const how = howOf(files, asked);
  if (how.kind === 'refused') throw new Error(how.message);
  const read = async ({ name, text }: HeldFile): Promise<ReturnFile> => (isXml(name) ? readXml(slices(text, 1 << 20)) : readCsv(text));
  const [now, last] = [await Promise.all(how.now.map(read)), await Promise.all(how.last.map(read))];
  const { authority } = how;
  const postcodes = authority === undefined ? undefined : await asked.reference.postcodes?.(postcodesNamed([...now, ...last]));
  const located = (some: readonly ReturnFile[]): readonly ReturnFile[] =>
    postcodes === undefined || authority === undefined ? some : some.map((file) => placed(file, postcodes, authority));
  const tablesIn = how.now.some(({ name }) => isXml(name)) ? tablesOf : tablesOfCsv;
  const tables = new Map([...tablesIn(located(now), ''), ...tablesIn(located(last), '_last')]);
  const opened = lookedAfterReturn.open(({ years }) => years.includes(how.year), how.year, namesOf(tables), how.metadataWith(postcodes));
  const [telling, whole] = [new Telling(lookedAfterReturn, how.year), opened.whole()];
  const unreadable = [how.now, how.last].flatMap((some, side) =>
    some.flatMap(({ file }, at) => ([now, last][side]?.[at]?.faults ?? []).map((fault): Found => ({ kind: 'unreadable', file, ...fault }))),
  );
  const found = telling.findings(whole.add(opened.part(childrenOf(tables))));
  return [...unreadable, ...found, ...telling.end(whole.end())];
}
