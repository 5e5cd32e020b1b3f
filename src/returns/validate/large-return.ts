import { readUnits } from '../../reading/xml-units.ts';
import { returnXml } from '../../reading/looked-after-files.ts';
import { byChild, type ReadCells } from '../rule/given-tables.ts';
import { cellOf, type Cells } from '../rule/rows.ts';
import { namesOf, tablesOf, tablesOfCsv } from '../ssda903/children-of-set.ts';
import { lookedAfterReturn } from '../ssda903/collection.ts';
import { placed, postcodesNamed, type Postcodes } from '../ssda903/placements.ts';
import { addChild, readCsv, type ReturnFile, type ReturnLine } from '../ssda903/read-tables.ts';
import { Telling, type Found } from './found.ts';
import { howOf, isXml, type HowToCheck, type SetFile } from './return-set.ts';

/** A file of a return that is too large to be held: it is read again and again. */
export type LargeFile = SetFile & { readonly bytes: number; readonly open: () => AsyncIterable<Uint8Array> };

/** So much of a set is held at once; what is larger is checked in shares of the children. */
export const heldAtOnce = 48 * 1024 * 1024;

/** How much is held of a set, and read of a file, at once. */
type Sizes = { readonly held: number; readonly bytes: number; readonly children: number };
const usual: Sizes = { held: heldAtOnce, bytes: 4 * 1024 * 1024, children: 500 };

/** How often each file is read: once to see what there is, and once for each share. */
export const readingsOf = (bytes: number, held = heldAtOnce): number => Math.ceil(bytes / held) + 1;

const atATime = 256;

/**
 * Checks a looked-after return of any size in the memory of a small one. A table stands in a file of its own, so that a child’s rows lie far apart: the files are read once for
 * each share of the children, and the rows of the others are passed over. Findings come share by share, each with the place of its row in the file.
 */
export async function* validateLarge(
  files: readonly LargeFile[],
  asked: HowToCheck,
  sizes = usual,
): AsyncGenerator<Found, void, undefined> {
  const how = howOf(files, asked);
  if (how.kind === 'refused') return yield { kind: 'unreadable', file: '', line: 1, message: how.message };
  const shares =
    readingsOf(
      files.reduce((sum, { bytes }) => sum + bytes, 0),
      sizes.held,
    ) - 1;
  const seen = yield* lookAt([...how.now, ...how.last], sizes);
  const postcodes = how.authority === undefined ? undefined : await asked.reference.postcodes?.(seen.postcodes);
  const known: Known = { ...how, postcodes };
  const metadata = how.metadataWith(postcodes);
  const firsts = (some: readonly LargeFile[]): readonly ReturnFile[] => some.map((file) => seen.firsts.get(file) ?? none);
  const opened = lookedAfterReturn.open(
    ({ years }) => years.includes(how.year),
    how.year,
    namesOf(tablesWith(known, firsts(how.now), firsts(how.last))),
    metadata,
  );
  const [telling, whole] = [new Telling(lookedAfterReturn, how.year), opened.whole()];
  for (let share = 0; share < shares; share += 1) {
    const children = byChild(await rowsOfShare(known, { share, of: shares, firsts: seen.firsts, sizes }), 'CHILD');
    for (let at = 0; at < children.length; at += atATime) yield* telling.findings(whole.add(opened.part(children.slice(at, at + atATime))));
  }
  yield* telling.end(whole.end());
}

type Known = {
  readonly now: readonly LargeFile[];
  readonly last: readonly LargeFile[];
  readonly authority: string | undefined;
  readonly postcodes: Postcodes | undefined;
};
type Seen = { readonly firsts: ReadonlyMap<LargeFile, ReturnFile>; readonly postcodes: ReadonlySet<string> };
const none: ReturnFile = { tables: new Map(), faults: [] };

/** Which tables there are, which postcodes they name, and what cannot be read. */
async function* lookAt(files: readonly LargeFile[], sizes: Sizes): AsyncGenerator<Found, Seen> {
  const [firsts, postcodes] = [new Map<LargeFile, ReturnFile>(), new Set<string>()];
  for (const file of files) {
    const tables = new Map<string, readonly ReturnLine[]>();
    for await (const slice of slicesOf(file, sizes)) {
      for (const fault of slice.faults) yield { kind: 'unreadable', file: file.file, ...fault };
      for (const code of postcodesNamed([slice])) postcodes.add(code);
      for (const [table, rows] of slice.tables) if ((tables.get(table)?.length ?? 0) === 0) tables.set(table, rows.slice(0, 1));
    }
    firsts.set(file, { tables, faults: [] });
  }
  return { firsts, postcodes };
}

function tablesWith({ now, authority, postcodes }: Known, nowRead: readonly ReturnFile[], lastRead: readonly ReturnFile[]) {
  const tablesIn = now.some(({ name }) => isXml(name)) ? tablesOf : tablesOfCsv;
  const located = (files: readonly ReturnFile[]): readonly ReturnFile[] =>
    postcodes === undefined || authority === undefined ? files : files.map((file) => placed(file, postcodes, authority));
  return new Map([...tablesIn(located(nowRead), ''), ...tablesIn(located(lastRead), '_last')]);
}

type Share = { readonly share: number; readonly of: number; readonly firsts: Seen['firsts']; readonly sizes: Sizes };

/** The rows of one share of the children, each with its place among all of its table. */
async function rowsOfShare(known: Known, share: Share): Promise<readonly ReadCells[]> {
  const [now, last] = [await readShare(known.now, share), await readShare(known.last, share)];
  const numbers = new Map([...now.numbers, ...[...last.numbers].map(([table, own]) => [`${table}_last`, own] as const)]);
  return [...tablesWith(known, now.files, last.files)].flatMap(([table, lines]) =>
    lines.map(({ line, cells }, n): ReadCells => ({ table, number: numbers.get(table)?.[n] ?? n, line, cells })),
  );
}

type ReadShare = { readonly files: readonly ReturnFile[]; readonly numbers: ReadonlyMap<string, readonly number[]> };

async function readShare(files: readonly LargeFile[], { share, of, firsts, sizes }: Share): Promise<ReadShare> {
  const [places, numbers] = [new Map<string, number>(), new Map<string, number[]>()];
  const read: ReturnFile[] = [];
  for (const file of files) {
    const tables = new Map<string, ReturnLine[]>([...(firsts.get(file)?.tables ?? [])].map(([table]) => [table, []]));
    for await (const slice of slicesOf(file, sizes))
      for (const [table, lines] of slice.tables)
        for (const line of lines) {
          const number = places.get(table) ?? 0;
          places.set(table, number + 1);
          if (shareOf(line.cells, of) !== share) continue;
          tables.get(table)?.push(line);
          const own = numbers.get(table) ?? [];
          numbers.set(table, own);
          own.push(number);
        }
    read.push({ tables, faults: [] });
  }
  return { files: read, numbers };
}

/** In which share a row’s child is: whoever nobody can tell is in the first. */
function shareOf(cells: Cells, of: number): number {
  const child = cellOf(cells, 'CHILD');
  let hash = 0x811c_9dc5;
  for (const sign of typeof child === 'string' ? child : '') hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x0100_0193);
  return (hash >>> 0) % of;
}

const slicesOf = (file: LargeFile, sizes: Sizes): AsyncGenerator<ReturnFile> =>
  isXml(file.name) ? slicesOfXml(file.open(), sizes) : slicesOfCsv(file.open(), sizes);

const [newline, quote] = [10, 34];

/** A CSV file in slices that end where a row ends; the first line, which names the columns, is read with each. */
async function* slicesOfCsv(source: AsyncIterable<Uint8Array>, sizes: Sizes): AsyncGenerator<ReturnFile> {
  let [held, head, before]: [Buffer, Buffer | undefined, number] = [Buffer.alloc(0), undefined, 0];
  const read = (bytes: Buffer): ReturnFile => {
    const { tables, faults } = readCsv(head === undefined ? bytes : Buffer.concat([head, bytes]));
    const moved = <T extends { readonly line: number }>(one: T): T => ({ ...one, line: one.line + before });
    return { tables: new Map([...tables].map(([table, lines]) => [table, lines.map(moved)])), faults: faults.map(moved) };
  };
  for await (const bytes of source) {
    held = Buffer.concat([held, bytes]);
    if (held.length < sizes.bytes) continue;
    const end = endOfRow(held, held.length > 4 * sizes.bytes);
    if (end === undefined) continue;
    const rows = held.subarray(0, end);
    yield read(rows);
    // Of each slice after the first one line is the head’s.
    before += countOf(rows, newline) - (head === undefined ? 1 : 0);
    head ??= Buffer.from(rows.subarray(0, rows.indexOf(newline) + 1));
    held = Buffer.from(held.subarray(end));
  }
  if (held.length > 0) yield read(held);
}

/** So many lines within quotation marks are one cell at most: more is a mark that nobody closed. */
const mostTried = 50;

/** Behind the last newline that is not between quotation marks; `isForced`: behind the last one, whatever it stands in. */
function endOfRow(bytes: Buffer, isForced: boolean): number | undefined {
  const last = bytes.lastIndexOf(newline);
  for (let at = last, tried = 0; at > 0 && tried < mostTried; at = bytes.lastIndexOf(newline, at - 1), tried += 1)
    if (countOf(bytes.subarray(0, at), quote) % 2 === 0) return at + 1;
  return isForced && last >= 0 ? last + 1 : undefined;
}

function countOf(bytes: Buffer, sign: number): number {
  let count = 0;
  for (let at = bytes.indexOf(sign); at >= 0; at = bytes.indexOf(sign, at + 1)) count += 1;
  return count;
}

async function* slicesOfXml(source: AsyncIterable<Uint8Array>, sizes: Sizes): AsyncGenerator<ReturnFile> {
  let [tables, children] = [new Map<string, ReturnLine[]>(), 0];
  for await (const event of readUnits(source, returnXml)) {
    if (event.kind !== 'unit') {
      const message = event.kind === 'stopped' ? event.message : 'There is more here than one child can have.';
      yield { tables: new Map(), faults: [{ line: event.line, message }] };
      continue;
    }
    addChild(tables, event.element);
    children += 1;
    if (children < sizes.children) continue;
    yield { tables, faults: [] };
    [tables, children] = [new Map(), 0];
  }
  yield { tables, faults: [] };
}
