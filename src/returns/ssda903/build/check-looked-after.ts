import { addDays, addMonths, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { History } from '../../../kernel/step/history.ts';
import { explained, explanationsIn, type ChildFinding } from '../../child-finding.ts';
import type { GivenChild, Opened, ReadCells } from '../../rule/given-tables.ts';
import type { Finding, WrongRow } from '../../rule/part.ts';
import type { Period, WhichYear } from '../../rule/period.ts';
import { lookedAfterReturn, lookedAfterRules } from '../collection.ts';
import { cellReader } from '../return-columns.ts';
import type { BuiltRow, TableName } from './built-row.ts';
import { rowsOf } from './return-set.ts';
import { rightAsItIs } from './right-as-it-is.ts';

/** The tables as the rules name them. */
const tableNames: Readonly<Record<TableName, string>> = {
  header: 'Header',
  episodes: 'Episodes',
  reviews: 'Reviews',
  uasc: 'UASC',
  oc2: 'OC2',
  oc3: 'OC3',
  ad1: 'AD1',
  placed_adoption: 'PlacedAdoption',
  prev_perm: 'PrevPerm',
  missing: 'Missing',
  social_worker: 'SWEpisodes',
  deprivation_of_liberty_order: 'DoLo',
};
const tables = Object.entries(tableNames);

/** They ask what was done in the whole of the year: asked in its last quarter and after it, and not while there is time. */
const ofTheWholeYear: ReadonlySet<string> = new Set(['182', '186', '191', '197B', '543', '544', '545', '547']);

/** Whether the number of a social worker was entered is no matter of the child’s record: it is asked of the whole return. */
const registrations = { get: () => 'SW1' };

export type CheckingLookedAfter = { readonly which: WhichYear; readonly opened: Opened };

/** The rules that can be asked of one looked-after child's record on a day of a year. */
export function checkingLookedAfter(which: WhichYear, today: LocalDate): CheckingLookedAfter {
  const isLate = today >= addMonths(addDays(which.period.to, 1), -3);
  const isAsked = (code: string): boolean => !rightAsItIs.has(code) && (isLate || !ofTheWholeYear.has(code));
  const supplied = Object.fromEntries(
    tables.flatMap(([, name]) => [name, `${name}_last`].map((each) => [each, { columns: [], rows: [] }] as const)),
  );
  const chosen = ({ code, years }: { readonly code: string; readonly years: readonly string[] }) =>
    years.includes(which.year) && isAsked(code);
  return { which, opened: lookedAfterReturn.open(chosen, which.year, supplied, {}) };
}

type Placed = { readonly row: BuiltRow; readonly read: ReadCells };

/** Builds a child's rows of the return from the record, those of the year before with them, and asks the rules of them. Pure. */
export function checkLookedAfter(history: History, { which, opened }: CheckingLookedAfter): readonly ChildFinding[] {
  const now = placed(history, which.period, '');
  if (now.length === 0) return [];
  const before = { from: addMonths(which.period.from, -12), to: addDays(which.period.from, -1) };
  const all = [...now, ...placed(history, before, '_last')];
  const child: GivenChild = { name: all[0]?.row.cells['CHILD'], rows: all.map(({ read }) => read) };
  const explanations = explanationsIn(history, which);
  return opened.part([child]).findings.map((finding) => explained(told(finding, all), explanations));
}

function placed(history: History, period: Period, ending: string): readonly Placed[] {
  const rows = rowsOf(history, { period, registrations });
  const isUnaccompanied = rows.has('uasc') ? '1' : '0';
  return tables.flatMap(([table, name]) =>
    (rows.get(table) ?? []).map((row, number) => {
      const given = table === 'header' ? { ...row.cells, UASC: isUnaccompanied } : row.cells;
      const cells = cellReader(name, Object.keys(given))(Object.values(given));
      return { row, read: { table: name + ending, number, cells } };
    }),
  );
}

const told = ({ code, rows }: Finding, all: readonly Placed[]): ChildFinding => ({
  return: 'ssda903',
  code,
  level: lookedAfterRules.get(code)?.level ?? 'error',
  fields: rows.flatMap(({ fields }) => fields),
  entries: [...new Set(rows.flatMap((row) => entriesOf(row, all)))],
});

/** The entries that give the fields that are wrong; where none does, those of the row in which they are missing. */
function entriesOf({ table, row, fields }: WrongRow, all: readonly Placed[]): readonly string[] {
  const from = all.find(({ read }) => read.table === table && read.number === row)?.row.from ?? {};
  const given = fields.flatMap((field) => from[field] ?? []);
  return given.length > 0 ? given : Object.values(from).flat();
}
