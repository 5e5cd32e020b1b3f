import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Postcodes, Where } from '../ssda903/placements.ts';
import { withoutSpaces } from '../ssda903/postcodes.ts';
import { PostcodeIndex } from './postcode-index.ts';
import { readNamedRows } from '../ssda903/read-tables.ts';

/** What some rules ask besides the return, from the files of one folder. What is not there, rules do without: they are "not checked". */
export type Reference = {
  readonly providers: readonly Readonly<Record<string, string>>[] | undefined;
  /** The statistical office's code of an authority, by that and by the DfE's number of it. */
  readonly authorities: ReadonlyMap<string, string> | undefined;
  readonly postcodes: ((wanted: ReadonlySet<string>) => Promise<Postcodes>) | undefined;
  /** All of them at once: for whoever asks again and again. */
  readonly allPostcodes: (() => Promise<PostcodeIndex>) | undefined;
};
export type ReadReference =
  { readonly kind: 'read'; readonly reference: Reference } | { readonly kind: 'refused'; readonly message: string };

export const nothingKnown: Reference = { providers: undefined, authorities: undefined, postcodes: undefined, allPostcodes: undefined };
export const noReference: ReadReference = { kind: 'read', reference: nothingKnown };

/** Why a file of reference data is not what it is named: thrown here, and refused in words. */
class NotReadable extends Error {}

/** Reads `providers.csv` and `authorities.csv`, and looks at the first line of `postcodes.csv`, which is read when a return needs it. */
export async function readReference(folder: string): Promise<ReadReference> {
  try {
    if ((await stat(folder).catch(() => undefined))?.isDirectory() !== true)
      throw new NotReadable(`There is no folder of reference data ${folder}.`);
    const [providers, authorities, postcodes] = await Promise.all([
      rowsOf(folder, 'providers.csv', 'URN'),
      rowsOf(folder, 'authorities.csv', 'CODE'),
      postcodesIn(join(folder, 'postcodes.csv')),
    ]);
    return { kind: 'read', reference: { providers, authorities: authorities && codesOf(authorities), ...postcodes } };
  } catch (error) {
    if (error instanceof NotReadable) return { kind: 'refused', message: error.message };
    throw error;
  }
}

async function rowsOf(folder: string, name: string, column: string): Promise<readonly Readonly<Record<string, string>>[] | undefined> {
  const bytes = await readFile(join(folder, name)).catch(() => undefined);
  if (bytes === undefined) return undefined;
  const rows = readNamedRows(bytes, column);
  if (rows === undefined)
    throw new NotReadable(`${name} of the reference data cannot be read: it is CSV in UTF-8, and its first line has ${column}.`);
  return rows;
}

const codesOf = (rows: readonly Readonly<Record<string, string>>[]): ReadonlyMap<string, string> =>
  new Map(
    rows.flatMap(({ CODE, NUMBER }) =>
      CODE === undefined ? [] : [[CODE, CODE] as const, ...(NUMBER === undefined ? [] : [[NUMBER, CODE] as const])],
    ),
  );

/** Names of the columns, ours and those of the statistical office's directory. */
const columnNames = {
  postcode: ['POSTCODE', 'PCDS', 'PCD', 'PCD7', 'PCD8'],
  authority: ['AUTHORITY', 'OSLAUA', 'LAUA', 'LAD', 'LAD23CD', 'LAD24CD', 'LAD25CD'],
  east: ['EASTING', 'OSEAST1M', 'EAST1M'],
  north: ['NORTHING', 'OSNRTH1M', 'NORTH1M'],
} as const;
type Places = Readonly<Record<keyof typeof columnNames, number>>;

async function postcodesIn(path: string): Promise<Pick<Reference, 'postcodes' | 'allPostcodes'>> {
  const first = await firstLineOf(path);
  if (first === undefined) return { postcodes: undefined, allPostcodes: undefined };
  const heads = cellsIn(first).map((head) => head.toUpperCase());
  const placeOf = (names: readonly string[]): number => heads.findIndex((head) => names.includes(head));
  const places = {
    postcode: placeOf(columnNames.postcode),
    authority: placeOf(columnNames.authority),
    east: placeOf(columnNames.east),
    north: placeOf(columnNames.north),
  };
  if (Object.values(places).includes(-1))
    throw new NotReadable(
      'postcodes.csv of the reference data cannot be read: its first line has POSTCODE, AUTHORITY, EASTING and NORTHING.',
    );
  return { postcodes: (wanted) => lookUp(path, places, wanted), allPostcodes: () => readAll(path, places) };
}

async function firstLineOf(path: string): Promise<string | undefined> {
  const file = await open(path).catch(() => undefined);
  if (file === undefined) return undefined;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0);
    return buffer
      .toString('utf8', 0, bytesRead)
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/, 1)[0];
  } finally {
    await file.close();
  }
}

/** No cell of these has a comma within it. */
const cellsIn = (line: string): readonly string[] =>
  line.split(',').map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  );

async function lookUp(path: string, places: Places, wanted: ReadonlySet<string>): Promise<Postcodes> {
  const found = new Map<string, Where>();
  for await (const line of linesOf(path)) {
    const cells = line.split(',');
    const postcode = withoutSpaces(bare(cells[places.postcode]));
    const where = wanted.has(postcode) ? whereIn(cells, places) : undefined;
    if (where !== undefined) found.set(postcode, where);
  }
  return found;
}

async function readAll(path: string, places: Places): Promise<PostcodeIndex> {
  const index = new PostcodeIndex();
  for await (const line of linesOf(path)) {
    const cells = line.split(',');
    const where = whereIn(cells, places);
    if (where !== undefined) index.add(bare(cells[places.postcode]), where);
  }
  return index;
}

/** One that has no place on the grid is not known. */
function whereIn(cells: readonly string[], places: Places): Where | undefined {
  const [authority, east, north] = [bare(cells[places.authority]), Number(bare(cells[places.east])), Number(bare(cells[places.north]))];
  return authority !== '' && east > 0 && north > 0 ? { authority, east, north } : undefined;
}

async function* linesOf(path: string): AsyncGenerator<string> {
  let held = '';
  for await (const bytes of createReadStream(path, { highWaterMark: 1 << 20, encoding: 'latin1' })) {
    const lines = (held + String(bytes)).split('\n');
    held = lines.pop() ?? '';
    yield* lines;
  }
  yield held;
}

const bare = (cell: string | undefined): string => (cell ?? '').replaceAll('"', '').trim();
