import type { DayTable } from './of-a-day.ts';

/** How one table of a file compares with the same table as the record gives it. */
export type Reconciled = {
  readonly table: string;
  readonly theirs: number;
  readonly ours: number;
  /** Rows that say the same, whatever their ids are. */
  readonly same: number;
  readonly differences: readonly Difference[];
};
/** What stands in one of the two alone: of which person, and what it says. */
export type Difference = { readonly in: 'extract' | 'record'; readonly person: string; readonly says: string };

export type HowCompared = {
  /** The column that says whose a row is. */
  readonly isPerson: (column: string) => boolean;
  /** What each system has of its own: ids, names of staff. It is not compared. */
  readonly isOwn: (column: string) => boolean;
  /** A cell in one way of writing it. */
  readonly said?: (column: string, cell: string) => string;
};

/** A row: whose it is, and what its cells say in one way of writing them. What each system has of its own, and what is empty, is left out. */
export type SaidRow = { readonly person: string | undefined; readonly cells: readonly (readonly [head: string, text: string])[] };

export function saidIn({ heads, rows }: DayTable, { isPerson, isOwn, said = dayOnly }: HowCompared): readonly SaidRow[] {
  const person = heads.findIndex(isPerson);
  return rows.map((row) => ({
    person: row[person] === undefined ? undefined : String(row[person]),
    cells: heads.flatMap((head, n) => {
      const text = n === person || isOwn(head) || row[n] === undefined || row[n] === '' ? '' : said(head, String(row[n]));
      return text === '' ? [] : [[head, text] as const];
    }),
  }));
}

/** Row by row, what two tables say alike and otherwise in the columns that both have. Pure. */
export function comparedTable(theirs: DayTable, ours: DayTable, how: HowCompared): Pick<Reconciled, 'same' | 'differences'> {
  const shared = new Set(theirs.heads.filter((head) => ours.heads.includes(head)));
  const both = { ...how, isOwn: (head: string) => how.isOwn(head) || !shared.has(head) };
  const left = Map.groupBy(sayings(ours, theirs.heads, both), keyOf);
  let same = 0;
  const differences: Difference[] = [];
  for (const one of sayings(theirs, theirs.heads, both)) {
    const found = left.get(keyOf(one))?.pop();
    if (found === undefined) differences.push({ in: 'extract', ...one });
    else same += 1;
  }
  return { same, differences: [...differences, ...[...left.values()].flat().map((one): Difference => ({ in: 'record', ...one }))] };
}

/** Table by table; of a table that the record has none of, the rows are counted. */
export function compareTables(theirs: readonly DayTable[], ours: readonly DayTable[], how: HowCompared): readonly Reconciled[] {
  const record = new Map(ours.map((table) => [table.name, table]));
  return theirs.map((table) => {
    const own = record.get(table.name) ?? { name: table.name, heads: table.heads, rows: [] };
    return { table: table.name, theirs: table.rows.length, ours: own.rows.length, ...comparedTable(table, own, how) };
  });
}

type Said = { readonly person: string; readonly says: string };
const keyOf = ({ person, says }: Said): string => `${person} ${says}`;

/** Each row in one line, its columns in this order. */
function sayings(table: DayTable, order: readonly string[], how: HowCompared): readonly Said[] {
  const places = new Map(order.map((head, n) => [head, n]));
  const placeOf = (head: string): number => places.get(head) ?? 0;
  return saidIn(table, how).map(({ person = '', cells }) => ({
    person,
    says: cells
      .toSorted(([a], [b]) => placeOf(a) - placeOf(b))
      .map(([head, text]) => `${head} ${text}`)
      .join(', '),
  }));
}

/** A day is the same with midnight behind it. */
export const dayOnly = (_column: string, text: string): string => text.replace(/^(\d{4}-\d{2}-\d{2})[T ]00:00(:00(\.0+)?)?Z?$/, '$1');
