import { childrenInNeedCensus } from '../cin-census/collection.ts';
import { readChildren } from '../cin-census/read-census.ts';
import type { Opened } from '../rule/given-tables.ts';
import type { Before } from '../rule/packed.ts';
import type { Part } from '../rule/part.ts';
import type { GivenRow } from '../rule/rows.ts';
import type { CollectionYear } from '../rule/years.ts';

/** Which census it is: all that the rules ask about it besides its children. */
export type WhichCensus = { readonly year: CollectionYear; readonly header: GivenRow };

export type Examined = { readonly part: Part; readonly after: Before };

export function openCensus({ year, header }: WhichCensus): Opened {
  const tables = { Header: { columns: Object.keys(header), rows: [header] } };
  return childrenInNeedCensus.open(({ years }) => years.includes(year), year, tables, {});
}

/** Reads and examines a piece of a census. @returns undefined: for something in it the file must be read from here on in one go */
export function examineChildren(bytes: Uint8Array, before: Before, { part }: Pick<Opened, 'part'>): Examined | undefined {
  const read = readChildren(bytes, before);
  return read && { part: part(read.children), after: read.after };
}
