import { date as literal, formatDate, isDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { Given } from '../../kernel/field/field.ts';
import type { Problem } from '../intake/problem.ts';
import { happenedOnOf, nextKey, type ChildStatements, type SourceStatement } from '../intake/statement.ts';
import { dayOf, readCells, type ReadRow } from './cells.ts';
import { tellWhatIsNotWrittenAgain } from './echo.ts';
import { episodesOf, type Episode } from './episodes.ts';
import { problemAt, type ReturnChild, type ReturnRow } from './return-row.ts';
import { collection, type ReadField, type Reading } from './return-steps.ts';
import { tableNamed } from './tables.ts';
import { outOfItsYear, writtenOtherwise } from './years.ts';

/** One return, while it is read. */
export type Return = {
  readonly year: number;
  /** Nothing has happened after it. */
  readonly today: LocalDate;
  readonly readings: readonly Reading[];
  readonly tables: ReadonlySet<string>;
  /** What has been remarked once of the whole return. */
  readonly remarked: Set<string>;
};

type Work = {
  readonly of: Return;
  readonly header: ReadRow | undefined;
  readonly rows: ReadonlyMap<string, readonly ReadRow[]>;
  readonly bornOn: LocalDate | undefined;
  readonly problems: Problem[];
  readonly told: Map<ReturnRow, Set<string>>;
  readonly statements: Map<string, SourceStatement>;
};

/** A row as one step reads it. */
type Place = { readonly read: ReadRow; readonly values: Readonly<Record<string, string>>; readonly episode?: Episode };

/** Reads all rows of one child by the steps' own fields. Pure but for what is remarked once; whatever is not taken is in `problems`. */
export function statementsOf({ child, rows }: ReturnChild, of: Return, before: readonly Problem[] = []): ChildStatements {
  const problems: Problem[] = [...before];
  const [first] = rows;
  if (child === '' || first === undefined) return nobody(child, first, problems);
  const work = begin(rows, of, problems);
  for (const [table, each] of work.rows) readTable(work, table, each);
  tellWhatIsNotWrittenAgain(work.rows.get('episodes') ?? [], [...work.statements.values()], problems);
  const header = work.header?.row;
  const upn = header?.values['UPN']?.toUpperCase();
  return {
    child,
    line: (header ?? first).line,
    ...(upn === undefined || !/^[A-Z]\d{11}[0-9A-Z]$/.test(upn) ? {} : { upn }),
    ...(work.bornOn === undefined ? {} : { bornOn: work.bornOn }),
    ...(work.bornOn === undefined && work.header?.unreadable.has('DOB') === true ? { birthUnread: { field: 'DOB' } } : {}),
    ...(header === undefined ? { cannotBegin: cannotBegin(of) } : {}),
    statements: [...work.statements.values()],
    problems,
  };
}

const cannotBegin = ({ tables }: Return): string =>
  tables.has('header')
    ? 'the child is not in the table header and not on record under this identifier: nothing of it is taken, the rows are kept for repair'
    : 'the return has no table header, and the child is not on record under this identifier: nothing of it is taken';

function nobody(child: string, first: ReturnRow | undefined, problems: Problem[]): ChildStatements {
  if (first !== undefined)
    problems.push(problemAt(first, 'refused', 'CHILD', 'the child has no CHILD, so nothing of it can be kept under a name'));
  return { child: first === undefined ? child : '', line: first?.line ?? 1, statements: [], problems };
}

function begin(rows: readonly ReturnRow[], of: Return, problems: Problem[]): Work {
  const unlike = withoutRepeats(rows, problems);
  const headers = unlike.filter(({ table }) => table === 'header');
  for (const other of headers.slice(1))
    problems.push(
      problemAt(
        other,
        'refused',
        'CHILD',
        `the child stands twice in the table header, and differently (line ${headers[0]?.line}); the first is taken`,
      ),
    );
  const header = headers[0] === undefined ? undefined : readCells(headers[0], problems);
  const others = unlike.filter(({ table }) => table !== 'header').map((row) => readCells(row, problems));
  const bornOn = header?.days['DOB'] ?? birthIn(others, header);
  const mine = others.filter((read) => isOfChild(read, bornOn, header, problems));
  const all = header === undefined ? mine : [header, ...mine];
  return { of, header, bornOn, problems, rows: Map.groupBy(all, ({ row }) => row.table), told: new Map(), statements: new Map() };
}

/** Rows that say the same are one row. */
function withoutRepeats(rows: readonly ReturnRow[], problems: Problem[]): readonly ReturnRow[] {
  const seen = new Map<string, ReturnRow>();
  for (const row of rows) {
    const words = JSON.stringify([row.table, Object.entries(row.values).toSorted(([a], [b]) => (a < b ? -1 : 1))]);
    const known = seen.get(words);
    if (known === undefined) seen.set(words, row);
    else problems.push(problemAt(row, 'note', 'CHILD', `the same row is given twice (line ${known.line}); it is taken once`));
  }
  return [...seen.values()];
}

/** Where the header's own cannot be read: the one that all other rows give. Where there is no header: the first. */
function birthIn(others: readonly ReadRow[], header: ReadRow | undefined): LocalDate | undefined {
  const given = new Set(others.flatMap(({ days }) => days['DOB'] ?? []));
  return header === undefined || given.size === 1 ? [...given][0] : undefined;
}

/** Another date of birth: the row may be another child's under a mistyped identifier. */
function isOfChild({ row, days }: ReadRow, bornOn: LocalDate | undefined, header: ReadRow | undefined, problems: Problem[]): boolean {
  const { DOB: own } = days;
  if (own === undefined || own === bornOn || (bornOn === undefined && header?.unreadable.has('DOB') !== true)) return true;
  problems.push(
    problemAt(row, 'refused', 'DOB', 'the row has another date of birth than the child: it may be another child’s, and is kept for repair'),
  );
  return false;
}

function readTable(work: Work, table: string, rows: readonly ReadRow[]): void {
  const readings = work.of.readings.filter((reading) => reading.table === table);
  const places =
    table === 'episodes' ? episodesOf(rows, work.problems).map(placeOf) : rows.map((read): Place => ({ read, values: read.row.values }));
  for (const place of places) {
    for (const reading of readings) readPlace(work, reading, place);
    remark(work, place.read, readings);
  }
}

const placeOf = (episode: Episode): Place => ({ read: episode.read, values: episode.values, episode });

function readPlace(work: Work, reading: Reading, place: Place): void {
  const { step, triggers } = reading;
  if (place.episode !== undefined && !place.episode.steps.has(step.name)) return;
  if (!triggers.some((column) => place.values[column] !== undefined)) return;
  const answers: Record<string, unknown> = {};
  const fields: string[] = [];
  let isWhole = true;
  for (const field of reading.fields) {
    const read = readField(work, field, { ...place, step: step.name }, answers);
    if (read.value !== undefined) answers[field.name] = read.value;
    if (read.isRead) fields.push(field.name);
    isWhole &&= field.field.required === undefined || read.value !== undefined;
  }
  const derived = place.episode?.derived[step.name] ?? whyNoPupilNumber(place);
  if (isWhole) state(work, reading, place, { ...answers, ...derived }, [...fields, ...Object.keys(derived)]);
}

/** The column for the pupil number holds, where there is none, the reason for that. */
const reasonForNoNumber = /^UN[1-7]$/;
function whyNoPupilNumber({ read: { row }, values }: Place): Readonly<Record<string, unknown>> {
  const given = values['UPN']?.toUpperCase() ?? '';
  return row.table === 'header' && reasonForNoNumber.test(given) ? { upnUnknown: given } : {};
}

type ReadValue = { readonly value?: unknown; readonly isRead: boolean };

function readField(
  work: Work,
  { field, table, column }: ReadField,
  place: Place & { readonly step: string },
  soFar: Readonly<Record<string, unknown>>,
): ReadValue {
  if (place.episode?.unread.has(`${place.step} ${column}`) === true) return { isRead: false };
  const source = table === place.read.row.table ? place : elsewhere(work, table);
  const given = table === collection ? dayInYear(work, column) : source?.values[column];
  if (field.askedWhen?.(soFar) === false) {
    if (given !== undefined && source !== undefined)
      tell(work, source.read, 'kept', column, `${field.label} is not asked here; the value is kept`);
    return { isRead: false };
  }
  if (source?.read.unreadable.has(column) === true) return { isRead: false };
  if (given === undefined || (column === 'UPN' && reasonForNoNumber.test(given.toUpperCase()))) {
    if (field.required !== undefined) tell(work, place.read, 'refused', column, `${field.label} is not given; what needs it is not taken`);
    return { isRead: true };
  }
  const day = source?.read.days[column] ?? (field.kind === 'date' && table !== collection ? dayOf(given) : undefined);
  const isUnwritten = field.kind === 'date' && table !== collection && day === undefined;
  const parsed = isUnwritten ? { problem: 'must be a day written DD/MM/YYYY' } : parse(field, day ?? writtenOtherwise(column, given));
  if (!('problem' in parsed)) return { ...parsed, isRead: true };
  tell(
    work,
    source?.read ?? place.read,
    'refused',
    column,
    `${field.label} ${parsed.problem}${field.required === undefined ? '' : '; what needs it is not taken'}`,
  );
  return { isRead: false };
}

const parse = (field: ReadField['field'], given: Given): { readonly value: unknown } | { readonly problem: string } => field.parse(given);

function elsewhere({ rows }: Work, table: string): Place | undefined {
  const read = rows.get(table)?.[0];
  return read === undefined ? undefined : { read, values: read.row.values };
}

/** What follows from the year: its last day, and the child's birthday within it. */
function dayInYear({ of: { year }, bornOn }: Work, column: string): LocalDate | undefined {
  const last = literal(`${year}-03-31`);
  if (column === 'ENDS_ON') return last;
  if (bornOn === undefined) return undefined;
  const inYear = (which: number): LocalDate => {
    const same = `${which}${bornOn.slice(4)}`;
    return isDate(same) ? same : literal(`${which}-03-01`);
  };
  return inYear(year) <= last ? inYear(year) : inYear(year - 1);
}

/** Once for a row and column, whichever steps ask. */
function tell(work: Work, { row }: ReadRow, kind: Problem['kind'], column: string, reason: string): void {
  const columns = work.told.get(row) ?? new Set<string>();
  if (columns.has(column)) return;
  work.told.set(row, columns.add(column));
  work.problems.push(problemAt(row, kind, column, reason));
}

function state(
  work: Work,
  { step, links }: Reading,
  place: Place,
  answers: Readonly<Record<string, unknown>>,
  fields: readonly string[],
): void {
  const { row } = place.read;
  const happenedOn = happenedOnOf(step, answers);
  if (happenedOn === undefined || !isPossible(work, place.read, step.name, happenedOn)) return;
  const key = ['ssda903', ...keyOf(work, row)].join(' ');
  const unless = place.episode?.unless[step.name];
  const statement: SourceStatement = {
    step,
    key,
    line: row.line,
    place: `${row.table} ${row.line}`,
    happenedOn,
    answers,
    fields,
    links: links.map((link) => ({ ...link, key })),
    ...(unless === undefined ? {} : { unless }),
  };
  add(work.statements, statement);
}

function keyOf({ of: { year } }: Work, { table, values }: ReturnRow): readonly string[] {
  if (table === 'oc2' || table === 'oc3') return [String(year)];
  return (tableNamed(table)?.identity ?? []).map((column) => values[column] ?? '');
}

function add(statements: Map<string, SourceStatement>, statement: SourceStatement): void {
  const id = `${statement.step.name} ${statement.key}`;
  if (!statements.has(id)) statements.set(id, statement);
  else add(statements, { ...statement, key: nextKey(statement.key) });
}

/** Days on which nothing can have happened. A day that is not known is 1 January 1900 in the steps. */
function isPossible(work: Work, read: ReadRow, step: string, on: LocalDate): boolean {
  const { bornOn, of } = work;
  const says = (kind: Problem['kind'], reason: string): void => {
    const column = Object.entries(read.days).find(([, day]) => day === on)?.[0] ?? read.row.table;
    tell(work, read, kind, column, reason);
  };
  if (step === 'personDetails' || on === '1900-01-01') return true;
  const isUnborn = bornOn !== undefined && on < bornOn;
  if (isUnborn) says('refused', `the day is before the child was born on ${formatDate(bornOn)}; it is not taken`);
  else if (on > of.today) says('refused', 'the day has not come yet; it is not taken');
  else if (on > `${of.year}-03-31`) says('note', `the day lies after the year of the return, which ends on 31 March ${of.year}`);
  return !isUnborn && on <= of.today;
}

/** What is understood without a field of its own. */
const understood = new Set(['CHILD', 'DOB', 'SEX', 'RNE', 'DEC', 'REC']);

/** Said once of the whole return: columns that nothing carries, codes of other years. */
function remark({ of, problems }: Work, { row }: ReadRow, readings: readonly Reading[]): void {
  const carried = new Set(readings.flatMap(({ fields }) => fields.map(({ column }) => column)));
  for (const [column, value] of Object.entries(row.values)) {
    const reason = outOfItsYear(row.table, column, value, of.year);
    once(of, `${row.table} ${column} ${value}`, reason, () =>
      problems.push(problemAt(row, 'note', column, `${reason}. It is said once, for the first`)),
    );
    if (!carried.has(column) && !understood.has(column))
      once(of, `${row.table} ${column}`, 'kept', () =>
        problems.push(problemAt(row, 'kept', column, `${column} is not carried by this version; the first is kept`)),
      );
  }
}

function once({ remarked }: Return, what: string, reason: string | undefined, say: () => void): void {
  if (reason === undefined || remarked.has(what)) return;
  remarked.add(what);
  say();
}
