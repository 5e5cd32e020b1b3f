import type { Collection, GivenTable, GivenTables, KnownRule } from './given-tables.ts';
import type { Outcome } from './examine.ts';
import { isCollectionYear, type CollectionYear } from './years.ts';
import type { Given, GivenRow } from './rows.ts';

/** What one case of a recorded example asserts: the rows of each table that must be flagged, and for the census also in which fields. */
export type ExpectedRows = {
  readonly rows: ReadonlyMap<string, readonly number[]>;
  readonly cells: readonly string[] | undefined;
  /** Rows that must be in one finding. */
  readonly together: readonly { readonly table: string; readonly rows: readonly number[] }[];
  readonly wholeReturn: boolean | undefined;
};
export type RecordedCase = {
  readonly tables: GivenTables;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly expected: ExpectedRows;
  readonly isSkipped: boolean;
};
export type RecordedExample = {
  readonly id: string;
  readonly collection: string;
  readonly code: string;
  readonly years: readonly CollectionYear[];
  readonly definedIn: CollectionYear | undefined;
  readonly cases: readonly RecordedCase[];
};

type Bag = Readonly<Record<string, unknown>>;
const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null && !Array.isArray(value);
const bag = (value: unknown): Bag => (isBag(value) ? value : {});
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const texts = (value: unknown): readonly string[] => list(value).map(String);
const numbers = (value: unknown): readonly number[] => list(value).map(Number);

/** `2025_26`, as the recorded examples write a year. */
const yearOf = (written: unknown): CollectionYear | undefined => {
  const year = String(written).replace('_', '-');
  return isCollectionYear(year) ? year : undefined;
};
const yearsOf = (value: unknown): readonly CollectionYear[] => list(value).flatMap((each) => yearOf(each) ?? []);

/** Reads a file of recorded examples. @returns undefined: it is no such file */
export function readExamples(file: unknown): readonly RecordedExample[] | undefined {
  const { fixtures } = bag(file);
  return Array.isArray(fixtures) ? fixtures.map((fixture) => exampleOf(bag(fixture))) : undefined;
}

function exampleOf(fixture: Bag): RecordedExample {
  return {
    id: String(fixture['id']),
    collection: String(fixture['collection']),
    code: String(fixture['code']),
    years: yearsOf(fixture['in_force']),
    definedIn: yearOf(fixture['defined_in_year']),
    cases: list(fixture['cases']).map((each) => caseOf(bag(each))),
  };
}

function caseOf(recorded: Bag): RecordedCase {
  const expected = bag(recorded['expected']);
  const metadata = bag(recorded['metadata']);
  return {
    tables: Object.fromEntries(Object.entries(bag(recorded['tables'])).map(([name, table]) => [name, tableOf(bag(table))])),
    metadata: { ...metadata, ...(isBag(metadata['provider_info']) && { provider_info: tableOf(metadata['provider_info']).rows }) },
    isSkipped: expected['skipped'] === true,
    expected: {
      rows: new Map(Object.entries(bag(expected['row_sets'])).map(([table, rows]) => [table, numbers(rows)])),
      cells: Array.isArray(expected['locations']) ? expected['locations'].map((cell) => cellOf(bag(cell))) : undefined,
      together: list(expected['groups'])
        .map(bag)
        .map((group) => ({ table: String(group['table']), rows: numbers(group['rows']) }))
        .filter(({ rows }) => rows.length > 1),
      wholeReturn: typeof expected['return_level'] === 'boolean' ? expected['return_level'] : undefined,
    },
  };
}

export const cell = (table: string, row: number, field: string): string => `${table} ${row} ${field}`;
const cellOf = ({ table, column, row }: Bag): string => cell(String(table), Number(row), String(column));

function tableOf(table: Bag): GivenTable {
  const ids = table['row_ids'];
  return {
    columns: texts(table['columns']),
    rows: list(table['rows']).map(rowOf),
    ...(Array.isArray(ids) && { numbers: numbers(ids) }),
  };
}

const rowOf = (row: unknown): GivenRow => Object.fromEntries(Object.entries(bag(row)).map(([field, value]) => [field, givenOf(value)]));
const givenOf = (value: unknown): Given => {
  if (Array.isArray(value)) return texts(value);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
};

export type Verdict = {
  readonly id: string;
  readonly kind: 'passed' | 'differs' | 'notWritten';
  /** In which way it differs, one line for each. */
  readonly lines: readonly string[];
};

/** Runs one example under the rules of a year (without one: of the first year in which the rule is so in force). */
export function checkExample(collection: Collection, example: RecordedExample, chosen?: CollectionYear): Verdict {
  const year = chosen ?? example.years[0] ?? example.definedIn ?? '2022-23';
  const isMeant = ({ code, years }: KnownRule): boolean =>
    code === example.code && (example.years.length === 0 ? years.length === 0 : years.includes(year));
  if (!collection.rules.some(isMeant)) return { id: example.id, kind: 'notWritten', lines: [] };
  const lines = example.cases.flatMap((each, at) => {
    const outcome = collection.run(isMeant, year, each.tables, each.metadata)[0];
    const said = outcome === undefined ? [] : differences(outcome, each);
    return said.map((line) => (example.cases.length > 1 ? `case ${at + 1}: ${line}` : line));
  });
  return { id: example.id, kind: lines.length === 0 ? 'passed' : 'differs', lines };
}

function differences(outcome: Outcome, { expected, isSkipped }: RecordedCase): readonly string[] {
  if (outcome.kind === 'defect') return [`the rule failed: ${outcome.error}`];
  if (outcome.kind === 'notChecked') return isSkipped ? [] : [`not checked: ${outcome.lacking.join(', ')} not supplied`];
  if (isSkipped) return ['was checked, although a table that it needs is not there'];
  const found = outcome.findings.flatMap((finding) => finding.rows);
  const isWhole = outcome.findings.some((finding) => finding.rows.length === 0);
  return [
    ...rowsThatDiffer(found, expected),
    ...cellsThatDiffer(found, expected),
    ...apart(outcome.findings, expected),
    ...(expected.wholeReturn !== undefined && expected.wholeReturn !== isWhole
      ? [`the return as a whole is ${isWhole ? '' : 'not '}flagged`]
      : []),
  ];
}

type Findings = Extract<Outcome, { readonly kind: 'checked' }>['findings'];
type WrongRows = Findings[number]['rows'];

function rowsThatDiffer(wrong: WrongRows, { rows, cells }: ExpectedRows): readonly string[] {
  // An example of the census may assert one of the tables only; one of the looked-after return asserts all.
  const tables = cells === undefined ? new Set([...rows.keys(), ...wrong.map(({ table }) => table)]) : new Set(rows.keys());
  return [...tables].flatMap((table) => {
    const found = new Set(wrong.filter((each) => each.table === table).map(({ row }) => row));
    const wanted = new Set(rows.get(table));
    const lacking = [...wanted].filter((row) => !found.has(row));
    const besides = [...found].filter((row) => !wanted.has(row)).sort((a, b) => a - b);
    return [
      ...(lacking.length > 0 ? [`${table}: rows ${lacking.join(', ')} are not flagged`] : []),
      ...(besides.length > 0 ? [`${table}: rows ${besides.join(', ')} are flagged and should not be`] : []),
    ];
  });
}

function cellsThatDiffer(wrong: WrongRows, { rows, cells }: ExpectedRows): readonly string[] {
  if (cells === undefined) return [];
  const found = new Set(
    wrong.filter(({ table }) => rows.has(table)).flatMap(({ table, row, fields }) => fields.map((field) => cell(table, row, field))),
  );
  const wanted = new Set(cells);
  return [
    ...[...wanted].filter((each) => !found.has(each)).map((each) => `${each} is not flagged`),
    ...[...found].filter((each) => !wanted.has(each)).map((each) => `${each} is flagged and should not be`),
  ];
}

function apart(findings: Findings, { together }: ExpectedRows): readonly string[] {
  const holds = (wrong: WrongRows, table: string, row: number): boolean => wrong.some((each) => each.table === table && each.row === row);
  return together
    .filter(({ table, rows }) => !findings.some((finding) => rows.every((row) => holds(finding.rows, table, row))))
    .map(({ table, rows }) => `${table}: rows ${rows.join(', ')} are not in one finding`);
}
