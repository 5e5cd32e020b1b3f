import { isDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { AnyField } from '../../../kernel/field/field.ts';
import type { Statement } from '../../../kernel/step/history.ts';
import { stepNamed } from '../../../practice/pathway.ts';
import type { Period } from '../../rule/period.ts';

/** A row of a table of the return, as the record gives it: `from` says of each column the entries that answer "why this value?". */
export type BuiltRow = {
  readonly table: TableName;
  readonly cells: Readonly<Record<string, string>>;
  readonly from: Readonly<Record<string, readonly string[]>>;
};

/** What a column says, and the entries from which it is known; none where it is what the lack of one says. */
export type Said = readonly [value: unknown, ...sources: readonly (Statement | undefined)[]];

/** The tables as their files are named, and their columns, both in the order in which they are written. */
export const returnFiles = {
  header: ['CHILD', 'SEX', 'DOB', 'ETHNIC', 'UPN', 'MOTHER', 'MC_DOB'],
  episodes: [
    'CHILD',
    'DECOM',
    'RNE',
    'LS',
    'CIN',
    'PLACE',
    'PLACE_PROVIDER',
    'DEC',
    'REC',
    'REASON_PLACE_CHANGE',
    'HOME_POST',
    'PL_POST',
    'URN',
  ],
  reviews: ['CHILD', 'DOB', 'REVIEW', 'REVIEW_CODE'],
  uasc: ['CHILD', 'SEX', 'DOB', 'DUC'],
  oc2: [
    'CHILD',
    'DOB',
    'SDQ_SCORE',
    'SDQ_REASON',
    'CONVICTED',
    'HEALTH_CHECK',
    'IMMUNISATIONS',
    'TEETH_CHECK',
    'HEALTH_ASSESSMENT',
    'SUBSTANCE_MISUSE',
    'INTERVENTION_RECEIVED',
    'INTERVENTION_OFFERED',
  ],
  oc3: ['CHILD', 'DOB', 'IN_TOUCH', 'ACTIV', 'ACCOM'],
  ad1: ['CHILD', 'DOB', 'DATE_INT', 'DATE_MATCH', 'FOSTER_CARE', 'NB_ADOPTR', 'SEX_ADOPTR', 'LS_ADOPTR'],
  placed_adoption: ['CHILD', 'DOB', 'DATE_PLACED', 'DATE_PLACED_CEASED', 'REASON_PLACED_CEASED'],
  prev_perm: ['CHILD', 'DOB', 'PREV_PERM', 'LA_PERM', 'DATE_PERM'],
  missing: ['CHILD', 'DOB', 'MISSING', 'MIS_START', 'MIS_END'],
  social_worker: ['CHILD', 'DOB', 'SW_ID', 'SW_DECOM', 'SW_DEC', 'SW_REASON'],
  deprivation_of_liberty_order: ['CHILD', 'DOB', 'DOLO_START', 'DOLO_END'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type TableName = keyof typeof returnFiles;

/** The tables of a year, with their columns: orders of deprivation of liberty are asked for from the collection of 2026-27. */
export const filesOf = (period: Period): readonly (readonly [string, readonly string[]])[] =>
  Object.entries(returnFiles).filter(([name]) => name !== 'deprivation_of_liberty_order' || hasOrders(period));

export const hasOrders = ({ to }: Period): boolean => to >= '2027-03-31';

/** The return writes a day as DD/MM/YYYY. */
const dayWritten = (day: LocalDate): string => day.split('-').toReversed().join('/');

const written = (answer: unknown): string => {
  if (typeof answer === 'boolean') return answer ? '1' : '0';
  const text = String(answer);
  return isDate(text) ? dayWritten(text) : text;
};

/** A day as far as it is known: ZZ is what is not. */
function asFarAsKnown(day: string): string {
  if (isDate(day)) return dayWritten(day);
  const [year = '', month = 'ZZ'] = day === 'unknown' ? ['ZZZZ'] : day.split('-');
  return `ZZ/${month}/${year}`;
}

/** The columns of a table that a statement answers, by the fields of its own step. */
export function answeredBy(
  statement: Pick<Statement, 'step' | 'answers'> | undefined,
  table: TableName,
  step = statement && stepNamed(statement.step),
): Readonly<Record<string, string>> {
  if (statement === undefined || step === undefined) return {};
  const asked: readonly (readonly [string, AnyField])[] = Object.entries({ ...step.fields, ...step.each });
  return Object.fromEntries(
    asked.flatMap(([name, { returns, kind }]) => {
      const [of, column] = returns?.ssda903?.split('.') ?? [];
      const answer = statement.answers[name];
      return of !== table || column === undefined || answer === undefined || answer === null
        ? []
        : [[column, kind === 'partial-date' ? asFarAsKnown(String(answer)) : written(answer)] as const];
    }),
  );
}

/** A row of what its columns say, without those of which nothing is known. */
export function builtRow(table: TableName, said: Readonly<Record<string, Said>>): BuiltRow {
  const known = Object.entries(said).filter(([, [value]]) => value !== undefined && value !== null);
  return {
    table,
    cells: Object.fromEntries(known.map(([column, [value]]) => [column, written(value)])),
    from: Object.fromEntries(
      known.map(([column, [, ...sources]]) => [column, [...new Set(sources.flatMap((one) => one?.entry ?? []))]] as const),
    ),
  };
}

/** A row of what statements answer: a later one after an earlier. */
export const rowFrom = (table: TableName, ...statements: readonly (Statement | undefined)[]): BuiltRow =>
  builtRow(
    table,
    Object.fromEntries(
      statements.flatMap((one) => Object.entries(answeredBy(one, table)).map(([column, value]): [string, Said] => [column, [value, one]])),
    ),
  );

/** What stands in one row, and then in the other. */
export const joined = (one: Omit<BuiltRow, 'table'>, other: BuiltRow): BuiltRow => ({
  table: other.table,
  cells: { ...one.cells, ...other.cells },
  from: { ...one.from, ...other.from },
});
