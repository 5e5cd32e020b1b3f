import type { Given } from '../../kernel/field/field.ts';
import type { LocalDate } from '../../kernel/calendar/dates.ts';
import type { History } from '../../kernel/step/history.ts';
import type { AnyStep } from '../../kernel/step/step.ts';
import type { Problem } from '../intake/problem.ts';
import { happenedOnOf, nextKey, type ChildStatements, type SourceStatement } from '../intake/statement.ts';
import { problemAt, type ReturnRow } from '../ssda903/return-row.ts';
import { careRules } from './care-rules.ts';
import type { Drafted } from './drafted.ts';
import { datasetRules, type Answer, type DatasetRule } from './dataset-rules.ts';
import { columnsOfSeveral, fromSeveral, stepsOfSeveral } from './several-rows.ts';

const rules = [...datasetRules, ...careRules];

/** The steps that an extract of the dataset can state. */
export const datasetCarries: ReadonlySet<string> = new Set([...rules.map(({ step }) => step), ...stepsOfSeveral]);

const rulesOf: ReadonlyMap<string, readonly DatasetRule[]> = Map.groupBy(rules, ({ table }) => table);

const columnsIn = (answer: Answer): readonly string[] => (typeof answer === 'string' ? [answer] : answer.columns);
const readColumns: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [...new Set([...rulesOf.keys(), ...Object.keys(columnsOfSeveral)])].map((table) => [
    table,
    new Set([
      ...(columnsOfSeveral[table] ?? []),
      ...(rulesOf.get(table) ?? []).flatMap((rule) => Object.values(rule.answers).flatMap(columnsIn)),
    ]),
  ]),
);

/** Read as part of another row, or for whose it is. */
const joined: ReadonlySet<string> = new Set(['ssd_assessment_factors']);
const isId = (column: string): boolean => column.endsWith('_id');

export type Reading = { readonly steps: ReadonlyMap<string, AnyStep> };

/** Reads one child's rows by the steps' own fields. Pure; whatever is not taken is in `problems`. */
export function statementsOf(child: string, given: readonly ReturnRow[], { steps }: Reading): ChildStatements {
  const rows = withJoined(given);
  const problems: Problem[] = [];
  const statements = new Map<string, SourceStatement>();
  for (const draft of [...fromSeveral(rows), ...rows.flatMap(draftsOf)]) {
    const step = steps.get(draft.step);
    const statement = step && stated(step, draft, problems);
    if (statement !== undefined) add(statements, statement);
  }
  for (const row of rows) notCarried(row, problems);
  const person = rows.find(({ table }) => table === 'ssd_person');
  const pupil = [...statements.values()].find((one) => one.answers['upn'] !== undefined)?.answers['upn'];
  return {
    child,
    ...(typeof pupil === 'string' ? { upn: pupil } : {}),
    ...(person === undefined ? { cannotBegin: 'the table ssd_person does not hold this child' } : {}),
    line: (person ?? rows[0])?.line ?? 0,
    statements: [...statements.values()],
    problems,
  };
}

/** What stands in a table of its own: the factors of an assessment, and by when a conference was to follow an enquiry. */
const joins = [
  {
    into: 'ssd_cin_assessments',
    id: 'cina_assessment_id',
    from: 'ssd_assessment_factors',
    by: 'cinf_assessment_id',
    column: 'cinf_assessment_factors_json',
  },
  {
    into: 'ssd_s47_enquiry',
    id: 's47e_s47_enquiry_id',
    from: 'ssd_initial_cp_conference',
    by: 'icpc_s47_enquiry_id',
    column: 'icpc_icpc_target_date',
  },
] as const;

function withJoined(rows: readonly ReturnRow[]): readonly ReturnRow[] {
  const found = new Map<string, readonly [string, string | undefined]>(
    joins.flatMap(({ into, from, by, column }) =>
      rows.filter(({ table }) => table === from).map(({ values }) => [`${into} ${values[by]}`, [column, values[column]]] as const),
    ),
  );
  const ids = new Map<string, string>(joins.map(({ into, id }) => [into, id]));
  return rows.map((row) => {
    const [column, value] = found.get(`${row.table} ${row.values[ids.get(row.table) ?? '']}`) ?? [];
    return column === undefined || value === undefined ? row : { ...row, values: { ...row.values, [column]: value } };
  });
}

const draftsOf = (row: ReturnRow): readonly Drafted[] =>
  (rulesOf.get(row.table) ?? []).flatMap((rule) => {
    if (rule.when?.(row.values) === false) return [];
    const { step, links = {} } = rule;
    const asked = Object.entries(rule.answers);
    return {
      step,
      key: row.values[rule.key] ?? '',
      row,
      given: Object.fromEntries(asked.map(([name, answer]) => [name, givenBy(answer, row)])),
      columns: Object.fromEntries(asked.map(([name, answer]) => [name, columnsIn(answer)[0] ?? name])),
      links,
    };
  });

/** Of columns that are all empty nothing is made. */
function givenBy(answer: Answer, { values }: ReturnRow): Given {
  if (typeof answer === 'string') return values[answer];
  return answer.columns.some((column) => values[column] !== undefined) ? answer.as(values) : undefined;
}

/** Some systems write a day with a time. */
const dayOnly = (given: Given): Given =>
  typeof given === 'string' ? (/^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}/.exec(given)?.[1] ?? given) : given;

type Understood = { readonly answers: Readonly<Record<string, unknown>>; readonly fields: readonly string[]; readonly isRefused: boolean };

/** Each question of a step that the row answers, understood by the step's own field. */
function understood(step: AnyStep, { row, given, columns = {} }: Drafted, problems: Problem[]): Understood {
  const answers: Record<string, unknown> = {};
  const fields: string[] = [];
  let isRefused = false;
  for (const [name, field] of Object.entries({ ...step.fields, ...step.each })) {
    if (!Object.hasOwn(given, name)) continue;
    const parsed = field.parse(field.kind === 'date' ? dayOnly(given[name]) : given[name]);
    const isMissing = 'value' in parsed && parsed.value === undefined && field.required !== undefined;
    const problem = 'problem' in parsed ? parsed.problem : isMissing ? 'is not given' : undefined;
    if ('value' in parsed && parsed.value !== undefined) answers[name] = parsed.value;
    if (problem === undefined) fields.push(name);
    else {
      isRefused ||= field.required !== undefined;
      const consequence = field.required === undefined ? '' : `; without it "${step.title}" cannot be taken`;
      problems.push(problemAt(row, 'refused', columns[name] ?? name, `${field.label} ${problem}${consequence}`));
    }
  }
  return { answers, fields, isRefused };
}

function stated(step: AnyStep, draft: Drafted, problems: Problem[]): SourceStatement | undefined {
  const { key, row, links = {} } = draft;
  const { answers, fields, isRefused } = understood(step, draft, problems);
  const happenedOn = isRefused ? undefined : happenedOnOf(step, answers);
  if (happenedOn === undefined) {
    if (!isRefused) problems.push(problemAt(row, 'refused', row.table, `no date says when "${step.title}" happened`));
    return undefined;
  }
  return {
    step,
    key,
    line: row.line,
    place: `${row.table} ${row.line}`,
    happenedOn,
    answers,
    fields,
    links: Object.entries(links).map(([name, to]) => ({ name, step: to, key })),
    ...(step.name === 'personDetails' ? {} : { unless: saidAlready(step.name, happenedOn) }),
  };
}

/** A census or a return that was taken in before, or somebody here, has said so of the same day. */
const saidAlready =
  (step: string, on: LocalDate) =>
  (history: History): boolean =>
    history.some((one) => one.step === step && one.happenedOn === on && one.source?.startsWith('ssd:') !== true);

/** One visit stands in two tables where a plan and care ran together: it is one. */
function add(statements: Map<string, SourceStatement>, statement: SourceStatement): void {
  const id = `${statement.step.name} ${statement.key}`;
  const known = statements.get(id);
  if (known === undefined) statements.set(id, statement);
  else if (known.happenedOn !== statement.happenedOn || known.place?.split(' ')[0] === statement.place?.split(' ')[0])
    add(statements, { ...statement, key: nextKey(statement.key) });
}

function notCarried(row: ReturnRow, problems: Problem[]): void {
  if (joined.has(row.table)) return;
  const read = readColumns.get(row.table);
  if (read === undefined)
    return void problems.push(
      problemAt(row, 'kept', row.table, `the table ${row.table} is not carried by this version; the row is kept here`),
    );
  for (const column of Object.keys(row.values))
    if (!read.has(column) && !isId(column))
      problems.push(problemAt(row, 'kept', column, `${column} is not carried by this version; it is kept here`));
}
