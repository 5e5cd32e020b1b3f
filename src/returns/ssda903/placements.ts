import { cellOf, type Cells, type Given } from '../rule/rows.ts';
import { withoutSpaces } from './postcodes.ts';
import type { ReturnFile } from './read-tables.ts';

/** Where a postcode lies: its authority as the statistical office codes it (E…, W…, S…, N…), and its place on the national grid in metres. */
export type Where = { readonly authority: string; readonly east: number; readonly north: number };
export type Postcodes = ReadonlyMap<string, Where>;

const metresInAMile = 1609.344;

/** The postcodes that a return names: of two and a half million only these need be looked up. */
export function postcodesNamed(files: readonly ReturnFile[]): ReadonlySet<string> {
  const named = new Set<string>();
  for (const { tables } of files)
    for (const { cells } of tables.get('Episodes') ?? [])
      for (const field of ['HOME_POST', 'PL_POST']) named.add(withoutSpaces(textOf(cellOf(cells, field))));
  named.delete('');
  return named;
}

/** Fills in what no file of a return has: of each placement the authority, whether that is the child's own, and how many miles from home it is. */
export function placed(file: ReturnFile, postcodes: Pick<Postcodes, 'get'>, authority: string): ReturnFile {
  const episodes = file.tables.get('Episodes');
  if (episodes === undefined) return file;
  const lines = episodes.map((row) => ({ ...row, cells: withPlace(row.cells, postcodes, authority) }));
  return { ...file, tables: new Map([...file.tables, ['Episodes', lines]]) };
}

/** The same of one row of episodes. */
export function withPlace(cells: Cells, postcodes: Pick<Postcodes, 'get'>, authority: string): Cells {
  const at = (field: string): Where | undefined => postcodes.get(withoutSpaces(textOf(cellOf(cells, field))));
  const [home, place] = [at('HOME_POST'), at('PL_POST')];
  const isInside = place === undefined ? undefined : place.authority === authority ? 'IN' : 'OUT';
  return {
    fields: [...cells.fields, 'PL_LA', 'PL_LOCATION', 'PL_DISTANCE'],
    values: [...cells.values, place?.authority, isInside, home && place && milesBetween(home, place)],
  };
}

/** As the crow flies, to one decimal place. */
const milesBetween = (one: Where, other: Where): number =>
  Math.round((Math.hypot(one.east - other.east, one.north - other.north) / metresInAMile) * 10) / 10;

const textOf = (given: Given): string | undefined => (typeof given === 'string' ? given : undefined);
