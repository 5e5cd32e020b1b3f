import { addDays, addMonths, type LocalDate } from '../../../kernel/calendar/dates.ts';
import { lazily } from '../../../kernel/lazily.ts';
import type { History } from '../../../kernel/step/history.ts';
import { explained, explanationsIn, type ChildFinding } from '../../child-finding.ts';
import type { GivenChild, Opened, ReadCells } from '../../rule/given-tables.ts';
import type { Finding, WrongRow } from '../../rule/part.ts';
import type { Period, WhichYear } from '../../rule/period.ts';
import { lookedAfterReturn, lookedAfterRules } from '../collection.ts';
import { withPlace, type Postcodes } from '../placements.ts';
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

/** What some rules ask besides the record, as far as the reference data have it; of which authority they are asked. */
export type KnownPlaces = {
  /** The statistical office’s code. */
  readonly authority: string;
  readonly postcodes: Pick<Postcodes, 'get'> | undefined;
  readonly providers: readonly Readonly<Record<string, string>>[] | undefined;
};

export type CheckingLookedAfter = { readonly which: WhichYear; readonly opened: Opened; readonly places: KnownPlaces | undefined };

/** The rules that can be asked of one looked-after child's record on a day of a year: those that need reference data where there are some. */
export const checkingLookedAfter = (which: WhichYear, today: LocalDate, places?: KnownPlaces): CheckingLookedAfter =>
  checkingLookedAfterOn(which, places)(today);

/** The same day by day: in the last quarter of the year and after it more are asked. */
export function checkingLookedAfterOn(which: WhichYear, places?: KnownPlaces): (day: LocalDate) => CheckingLookedAfter {
  const lastQuarter = addMonths(addDays(which.period.to, 1), -3);
  const [early, late] = [lazily(() => openedOf(which, false, places)), lazily(() => openedOf(which, true, places))];
  return (day) => (day >= lastQuarter ? late() : early());
}

function openedOf(which: WhichYear, isLate: boolean, places: KnownPlaces | undefined): CheckingLookedAfter {
  const isAsked = (code: string): boolean => !rightAsItIs.has(code) && (isLate || !ofTheWholeYear.has(code));
  const supplied = Object.fromEntries(
    tables.flatMap(([, name]) => [name, `${name}_last`].map((each) => [each, { columns: [], rows: [] }] as const)),
  );
  const chosen = ({ code, years }: { readonly code: string; readonly years: readonly string[] }) =>
    years.includes(which.year) && isAsked(code);
  const metadata = {
    ...(places === undefined ? {} : { localAuthority: places.authority }),
    ...(places?.providers === undefined ? {} : { provider_info: places.providers }),
    ...(places?.postcodes === undefined ? {} : { postcodes: true }),
  };
  return { which, opened: lookedAfterReturn.open(chosen, which.year, supplied, metadata), places };
}

type Placed = { readonly row: BuiltRow; readonly read: ReadCells };

/** Builds a child's rows of the return from the record, those of the year before with them, and asks the rules of them. Pure. */
export function checkLookedAfter(history: History, { which, opened, places }: CheckingLookedAfter): readonly ChildFinding[] {
  const now = placed(history, which.period, '', places);
  if (now.length === 0) return [];
  const before = { from: addMonths(which.period.from, -12), to: addDays(which.period.from, -1) };
  const all = [...now, ...placed(history, before, '_last', places)];
  const child: GivenChild = { name: all[0]?.row.cells['CHILD'], rows: all.map(({ read }) => read) };
  const explanations = explanationsIn(history, which);
  return opened.part([child]).findings.map((finding) => explained(told(finding, all), explanations));
}

function placed(history: History, period: Period, ending: string, places: KnownPlaces | undefined): readonly Placed[] {
  const rows = rowsOf(history, { period, registrations });
  const isUnaccompanied = rows.has('uasc') ? '1' : '0';
  return tables.flatMap(([table, name]) =>
    (rows.get(table) ?? []).map((row, number) => {
      const given = table === 'header' ? { ...row.cells, UASC: isUnaccompanied } : row.cells;
      const own = cellReader(name, Object.keys(given))(Object.values(given));
      const isPlaced = table === 'episodes' && places?.postcodes !== undefined;
      const cells = isPlaced ? withPlace(own, places.postcodes, places.authority) : own;
      return { row: isPlaced ? becauseOfPlace(row) : row, read: { table: name + ending, number, cells } };
    }),
  );
}

/** Where a placement lies follows from its postcode, and how far that is from home also from the postcode of the home. */
function becauseOfPlace(row: BuiltRow): BuiltRow {
  const { PL_POST: place = [], HOME_POST: home = [] } = row.from;
  return { ...row, from: { ...row.from, PL_LA: place, PL_LOCATION: place, PL_DISTANCE: [...place, ...home] } };
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
