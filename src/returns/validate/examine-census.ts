import { sentCensus } from '../cin-census/collection.ts';
import { readingsOf } from '../cin-census/read-census.ts';
import type { Opened } from '../rule/given-tables.ts';
import { pack, type Before, type Packed } from '../rule/packed.ts';
import type { Part } from '../rule/part.ts';
import type { GivenRow } from '../rule/rows.ts';
import type { CollectionYear } from '../rule/years.ts';

/** Which census it is: all that the rules ask about it besides its children. */
export type WhichCensus = { readonly year: CollectionYear; readonly header: GivenRow };

export type Examined = { readonly part: Part; readonly after: Before };

export function openCensus({ year, header }: WhichCensus): Opened {
  const tables = { Header: { columns: Object.keys(header), rows: [header] } };
  return sentCensus.open(({ years }) => years.includes(year), year, tables, {});
}

/** Reads and examines a piece of a census, child by child. @returns undefined: for something in it the file must be read from here on in one go */
export function examineChildren(bytes: Uint8Array, before: Before, { part }: Pick<Opened, 'part'>): Examined | undefined {
  for (const { children, after } of readingsOf(bytes, before)) {
    const found = part(children);
    const reached = after();
    if (reached !== undefined) return { part: found, after: reached };
  }
  return undefined;
}

/** A piece by itself: rows and lines are counted from its beginning. */
export type PackedPiece = { readonly packed: Packed; readonly after: Before };

const nothingBefore: Before = { rows: {}, lines: 0 };

export function packedPiece(bytes: Uint8Array, opened: Pick<Opened, 'part'>): PackedPiece | undefined {
  const examined = examineChildren(bytes, nothingBefore, opened);
  return examined && { packed: pack(examined.part), after: examined.after };
}
