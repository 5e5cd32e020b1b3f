import type { LocalDate } from '../kernel/calendar/dates.ts';
import type { History, Statement } from '../kernel/step/history.ts';
import { annexRows } from './annex-a/annex.ts';
import type { Names } from './annex-a/known-of.ts';
import { annexLists } from './annex-a/lists.ts';
import { asglbSaid } from './asglb/asglb.ts';
import type { ReturnName } from './child-finding.ts';
import { buildChild } from './cin-census/build/build-child.ts';
import type { BuiltElement } from './cin-census/build/element.ts';
import { flaggedChild } from './cp-is/extract.ts';
import { cpIsSaid } from './cp-is/tables.ts';
import type { TablesOfChildren } from './of-a-day.ts';
import type { WhichYear } from './rule/period.ts';
import { whyRows, type ToldRow } from './why-rows.ts';
import { censusColumns, workersTable, type CensusWorker } from './workforce-census/census.ts';
import { datasetRows } from './safeguarding-dataset/dataset.ts';
import { returnFiles } from './ssda903/build/built-row.ts';
import { rowsOf } from './ssda903/build/return-set.ts';
import type { Registrations } from './ssda903/build/social-worker-rows.ts';

/** A value of a return, and the entries from which it follows: none where it is what the lack of one says. `because`: what it follows from besides entries. */
export type ReturnCell = {
  readonly field: string;
  readonly value: string;
  readonly from: readonly Statement[];
  readonly because?: string;
};
/** A row of a table, or a module of the census. Where it is known, `stands`: the entries without which it would not be there; `lacks`: those because of which a field is empty. */
export type ReturnPart = {
  readonly name: string;
  readonly cells: readonly ReturnCell[];
  readonly stands?: readonly string[];
  readonly lacks?: ReadonlyMap<string, readonly string[]>;
};

export type AskedWhy = { readonly of: ReturnName; readonly which: WhichYear; readonly registrations: Registrations };

export type AskedWhyOfDay = { readonly of: TablesOfChildren; readonly on: LocalDate; readonly authority: number };

/** All that the tables of a day say of a child, with why: without names where the record is restricted, as they are. Nothing: the child is in none of them. */
export function whyOfDay(about: Told, { of, on, authority }: AskedWhyOfDay): readonly ReturnPart[] {
  const cell = cellsOf(about.history);
  switch (of) {
    case 'safeguarding-dataset':
      return datasetRows(about, on).map(({ table, cells, from }) => ({
        name: table,
        cells: Object.entries(cells).map(([field, value]) => cell(field, String(value), from[field] ?? [])),
      }));
    case 'cp-is': {
      const child = flaggedChild(about, on);
      const rows = child === undefined ? [] : cpIsSaid(child, authority);
      return rows.map((row) => ({ name: of, cells: row.map(([field, value, from]) => cell(field, value, from)) }));
    }
    case 'asglb':
      return asglbSaid(about, on).map((row) => ({
        name: of,
        cells: row.flatMap(({ head, value, from }) => (value === undefined ? [] : [cell(head, String(value), from)])),
      }));
  }
}

type Told = { readonly person: string; readonly history: History; readonly isRestricted: boolean };

function cellsOf(history: History): MakeCell {
  const entries = new Map(history.map((one) => [one.entry, one]));
  return (field, value, from) => ({ field, value, from: from.flatMap((entry) => entries.get(entry) ?? []) });
}

/** All that a return says of a child, with why. Nothing: the child is not in the return of that year. */
export function whyOf(history: History, { of, which, registrations }: AskedWhy): readonly ReturnPart[] {
  const cell = cellsOf(history);
  if (of === 'ssda903') return partsOfRows(history, which, registrations, cell);
  const child = buildChild(history, which);
  return child === undefined ? [] : partsOfElement(child, cell);
}

type MakeCell = (field: string, value: string, from: readonly string[]) => ReturnCell;

function partsOfElement({ name, children }: BuiltElement, cell: MakeCell): readonly ReturnPart[] {
  const leaves = children.filter((one) => one.children.length === 0);
  const own = { name, cells: leaves.map((one) => cell(one.name, one.text, one.from)) };
  return [
    ...(leaves.length === 0 ? [] : [own]),
    ...children.filter((one) => one.children.length > 0).flatMap((one) => partsOfElement(one, cell)),
  ];
}

function partsOfRows(history: History, { period }: WhichYear, registrations: Registrations, cell: MakeCell): readonly ReturnPart[] {
  const rows = rowsOf(history, { period, registrations });
  return Object.entries(returnFiles).flatMap(([table, columns]) =>
    (rows.get(table) ?? []).map(({ cells, from }) => ({
      name: table,
      cells: columns.flatMap((column) => (cells[column] === undefined ? [] : [cell(column, cells[column] ?? '', from[column] ?? [])])),
    })),
  );
}

/** All that the lists of a day say of a child, or of the file of adopters, with why. `among`: of these entries alone it is asked whether a value follows from them. */
export function whyOfAnnex(history: History, on: LocalDate, names: Names, among?: ReadonlySet<string>): readonly ReturnPart[] {
  const rows = (some: History): readonly ToldRow[] =>
    annexRows(some, on, names).map(({ list, cells }) => ({
      name: list,
      cells: (annexLists.find(({ name }) => name === list)?.heads ?? []).map((head) => [head, cells[head]] as const),
    }));
  return partsOfTold(history, rows, { among });
}

/** All that the workforce census says of a social worker, with why. `workersOf`: how it is told from the staff file and the register. `among`: as of Annex A. */
export function whyOfWorker(
  history: History,
  workersOf: (history: History) => readonly CensusWorker[],
  among?: ReadonlySet<string>,
): readonly ReturnPart[] {
  const rows = (some: History): readonly ToldRow[] =>
    workersOf(some).map((worker) => ({ name: workersTable, cells: censusColumns.map(([name, value]) => [name, value(worker)] as const) }));
  return partsOfTold(history, rows, {
    among,
    besides: {
      Cases30: 'The children who were allocated to them at the end of that day',
      SWENo: 'The number that was entered with their account',
    },
  });
}

function partsOfTold(
  history: History,
  rows: (history: History) => readonly ToldRow[],
  { among, besides = {} }: { readonly among: ReadonlySet<string> | undefined; readonly besides?: Readonly<Record<string, string>> },
): readonly ReturnPart[] {
  const cell = cellsOf(history);
  return whyRows(history, rows, among).map(({ name, cells, from, stands }) => ({
    name,
    stands,
    lacks: new Map(cells.flatMap(([field, value]) => (value === undefined ? [[field, from.get(field) ?? []] as const] : []))),
    cells: cells.flatMap(([field, value]) => {
      if (value === undefined) return [];
      const [entries, because] = [from.get(field) ?? [], besides[field]];
      return [{ ...cell(field, String(value), entries), ...(entries.length === 0 && because !== undefined ? { because } : {}) }];
    }),
  }));
}
