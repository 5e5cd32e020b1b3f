import { isDate } from '../kernel/calendar/dates.ts';
import { annexShapes } from './annex-a/reader.ts';
import { asglbShape } from './asglb/reader.ts';
import { foundBy, type FoundInReturn } from './found-in-return.ts';
import { writtenRow, type KeptRow } from './found-rows.ts';
import { plain, type GivenCell, type GivenColumn } from './given/column.ts';
import { readCell, type TableShape } from './given/table.ts';
import type { DayTable } from './of-a-day.ts';
import type { SignedOfADay } from './signed-of-a-day.ts';
import { vacanciesShape, workersShape } from './workforce-census/reader.ts';

const shapes: Readonly<Record<SignedOfADay, readonly TableShape[]>> = {
  'annex-a': annexShapes,
  asglb: [asglbShape],
  'workforce-census': [workersShape, vacanciesShape],
};
const people = ['Child Unique ID', 'Individual adopter identifier', 'SWENo'];

/**
 * What is wrong in the tables of a day: no rules of theirs are published, so that it is what whoever takes them asks of each column. A cell that may not be empty is to be
 * explained, one that is none of what is taken is an error, and so is a day of adoption that lies before an earlier one.
 */
export function foundInTables(of: SignedOfADay, tables: readonly DayTable[]): FoundInReturn {
  const rows = tables.flatMap((table) => {
    const shape = shapes[of].find(({ name }) => name === table.name);
    return shape === undefined ? [] : [...wrongCells(table, shape), ...(of === 'asglb' ? outOfOrder(table) : [])];
  });
  const byCode = Map.groupBy(rows, ({ code }) => code);
  const found = [...byCode].map(([code, all]) => {
    const [first] = all;
    const children = new Set(all.map(({ child, row }) => child ?? `row ${row}`));
    return foundBy(code, { level: first?.level ?? 'error', words: first?.words ?? '', findings: all.length, children, left: children });
  });
  return { found: found.toSorted((a, b) => (a.code < b.code ? -1 : 1)), rows: Buffer.from(rows.map(writtenRow).join('')) };
}

type Said = Pick<KeptRow, 'code' | 'level' | 'fields' | 'values' | 'words'>;

const rowOf = (table: DayTable, n: number, more: Said): KeptRow => {
  const person = table.heads.findIndex((head) => people.includes(head));
  const who = table.rows[n]?.[person];
  return { ...more, child: who === undefined ? null : String(who), table: table.name, row: n };
};

const wrongCells = (table: DayTable, { columns }: TableShape): readonly KeptRow[] =>
  columns.flatMap((column) => {
    const at = table.heads.findIndex((head) => plain(head) === plain(column.name));
    return table.rows.flatMap((row, n) => {
      const more = wrongCell(row[at], column, (head) => row[table.heads.indexOf(head)]);
      return more === undefined ? [] : [rowOf(table, n, { ...more, code: `${table.name}: ${more.code}` })];
    });
  });

function wrongCell(cell: GivenCell, column: GivenColumn, said: (head: string) => GivenCell): Said | undefined {
  const { name } = column;
  const more = { fields: [name], values: [cell === undefined ? null : String(cell)] };
  if (cell === undefined || cell === '')
    return column.isAsked?.(said) === true
      ? { ...more, code: name, level: 'query', words: `${name} is empty, and is asked for` }
      : undefined;
  if (!('right' in readCell(cell, column))) return undefined;
  return { ...more, code: `${name}, not taken`, level: 'error', words: `${name} is none of what is taken` };
}

/** As adoption goes: what comes later cannot be dated earlier. */
const order = [
  'Date of ADM Decision',
  'Date of Placement/ Freeing Order',
  'Date Matched to Prospective Adopters',
  'Date Placed for Adoption',
  'Date of Order',
] as const;

const pairs = order.flatMap((earlier, n) => order.slice(n + 1).map((later) => [earlier, later] as const));

/** A placement order may come before the decision of a later panel, and is compared with the order alone. */
const isCompared = ([earlier, later]: (typeof pairs)[number]): boolean =>
  (earlier !== order[1] && later !== order[1]) || later === order[4];

function outOfOrder(table: DayTable): readonly KeptRow[] {
  return table.rows.flatMap((row, n) =>
    pairs.filter(isCompared).flatMap(([earlier, later]) => {
      const values = [earlier, later].map((head) => String(row[table.heads.indexOf(head)] ?? ''));
      const [first = '', second = ''] = values;
      if (!isDate(first) || !isDate(second) || first <= second) return [];
      return [
        rowOf(table, n, {
          code: `${later}, out of order`,
          level: 'error',
          fields: [earlier, later],
          values,
          words: `${later} is before ${earlier}`,
        }),
      ];
    }),
  );
}
