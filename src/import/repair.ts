import { createHash, randomUUID } from 'node:crypto';
import { dayInEngland } from '../kernel/calendar/dates.ts';
import type { Session } from '../record/contract.ts';
import { importProblems, importRun, type StoredProblem } from '../record/imports.ts';
import { keptRows, markRepaired, type StoredRows } from '../record/kept-rows.ts';
import { optionsOf, type Importer } from './file-set.ts';
import type { ImportResult } from './intake/import-run.ts';
import { takeIn } from './intake/intake.ts';
import type { Problem } from './intake/problem.ts';
import { storedRun } from './intake/stored-run.ts';
import { childOf, isKeptReturn, keptSource } from './kept-source.ts';
import type { ReturnRow } from './ssda903/return-row.ts';
import { wronglyWritten, type Writing } from './ssda903/written-date.ts';

/** A value that a person puts in the place of one that could not be taken: the problem's number in its run. */
export type Change = { readonly n: number; readonly value: string };

export type Repaired =
  | { readonly kind: 'repaired'; readonly run: string; readonly values: number; readonly result: ImportResult }
  | { readonly kind: 'refused'; readonly message: string };

const refused = (message: string): Repaired => ({ kind: 'refused', message });
const most = 100_000;

/** What can be put right here: one value of a row that was kept. Who a child is, is put right in the file. */
export const isRepairable = ({ kind, child, field, corrected }: Pick<StoredProblem, 'kind' | 'child' | 'field' | 'corrected'>): boolean =>
  kind === 'refused' && child !== null && child !== '' && field !== null && field !== 'CHILD' && corrected === null;

/**
 * Puts one value right and takes the child's rows again, as if the file had been given so. The value must be understood now: otherwise it is refused
 * with the reason, and nothing is taken.
 */
export async function repair(importer: Importer, session: Session, run: string, { n, value }: Change): Promise<Repaired> {
  const problem = (await problemsOf(importer, session, run)).find((one) => one.n === n);
  if (problem === undefined || !isRepairable(problem)) return refused('This cannot be put right here: load a corrected file');
  const kept = await keptRows(importer.database, session, { run, child: problem.child ?? '' });
  const changed = changedRows(kept, [{ problem, value: value.trim() }]);
  const [first] = changed.rows;
  if (first === undefined || changed.taken.length === 0) return refused('The row is no longer kept: load a corrected file');
  const rereading = { steps: importer.steps, today: importer.today ?? dayInEngland(new Date()) };
  const still = childOf(first, rereading)?.read.problems.find((one) => isSame(one, problem));
  if (still !== undefined) return refused(still.reason);
  return take(importer, session, run, changed);
}

/** All values of one column that are written in one wrong way, read as a person says that they are meant. */
export async function acceptSuggestions(
  importer: Importer,
  session: Session,
  run: string,
  { field, writing }: { readonly field: string; readonly writing: Writing },
): Promise<Repaired> {
  const problems = (await problemsOf(importer, session, run)).filter((one) => one.field === field && isRepairable(one));
  const changes = problems.flatMap((problem) => {
    const wrong = wronglyWritten(problem.value ?? '');
    return wrong?.writing === writing && wrong.suggestion !== undefined ? [{ problem, value: wrong.suggestion }] : [];
  });
  const changed = changedRows(await keptRows(importer.database, session, { run }), changes);
  return changed.taken.length === 0 ? refused('There are no such values that could be put right') : take(importer, session, run, changed);
}

/** How many values of which column are written in which wrong way, with an example and what it would be read as. */
export type Suggestion = {
  readonly field: string;
  readonly writing: Writing;
  readonly values: number;
  readonly example: string;
  readonly readAs: string;
};

export function suggestionsFor(problems: readonly StoredProblem[]): readonly Suggestion[] {
  const found = new Map<string, Suggestion>();
  for (const problem of problems.filter(isRepairable)) {
    const [field, value] = [problem.field ?? '', problem.value ?? ''];
    const wrong = wronglyWritten(value);
    if (wrong?.suggestion === undefined || !problem.reason.includes(wrong.problem)) continue;
    const known = found.get(`${field} ${wrong.writing}`);
    const first = { field, writing: wrong.writing, values: 1, example: value, readAs: wrong.suggestion };
    found.set(`${field} ${wrong.writing}`, known === undefined ? first : { ...known, values: known.values + 1 });
  }
  return [...found.values()];
}

const problemsOf = ({ database }: Importer, session: Session, run: string) => importProblems(database, session, run, { limit: most });

const isSame = (one: Problem, { file, line, field }: StoredProblem): boolean =>
  one.kind === 'refused' && (one.file ?? null) === file && one.line === line && one.field === field;

type ProblemChange = { readonly problem: StoredProblem; readonly value: string };
type Changed = { readonly rows: readonly StoredRows[]; readonly taken: readonly ProblemChange[] };

/** The kept children whose rows a change touches, changed. */
function changedRows(kept: readonly StoredRows[], changes: readonly ProblemChange[]): Changed {
  const ofChild = Map.groupBy(changes, ({ problem }) => problem.child ?? '');
  const taken: ProblemChange[] = [];
  const rows = kept.flatMap((one): StoredRows[] => {
    const own = ofChild.get(one.child);
    if (own === undefined || !isKeptReturn(one.source)) return [];
    const after = one.source.rows.map((row) => {
      const mine = own.filter(({ problem }) => problem.file === row.file && problem.line === row.line && hasField(row, problem));
      taken.push(...mine);
      return mine.reduce((changed, { problem, value }) => withValue(changed, problem.field ?? '', value), row);
    });
    return [{ ...one, source: { ...one.source, rows: after } }];
  });
  return { rows, taken };
}

/** In an XML file many rows may stand in one line: the row is the one that holds the value. */
const hasField = ({ values }: ReturnRow, { field, value }: StoredProblem): boolean =>
  (values[field ?? ''] ?? '').slice(0, 200) === (value ?? '');

function withValue(row: ReturnRow, column: string, value: string): ReturnRow {
  const { [column]: _before, ...values } = row.values;
  return { ...row, values: value === '' ? values : { ...values, [column]: value } };
}

async function take(importer: Importer, session: Session, run: string, { rows, taken }: Changed): Promise<Repaired> {
  const before = await importRun(importer.database, session, run);
  const again = randomUUID();
  const fileHash = createHash('sha256').update(again).digest('hex');
  const stored = storedRun({ database: importer.database, session, run: again, fileHash, kind: rows[0]?.kind ?? 'ssda903' });
  const rereading = { steps: importer.steps, today: importer.today ?? dayInEngland(new Date()) };
  const open: Problem[] = [];
  const result = await takeIn(keptSource(rows, rereading), {
    ...optionsOf(importer, session),
    fileName: `${before?.fileName ?? 'Import'}, put right`,
    run: stored,
    onProblems: (problems) => open.push(...problems),
  });
  const right = taken.filter(({ problem }) => !open.some((one) => isSame(one, problem)));
  const marks = right.map(({ problem, value }) => ({ n: problem.n, corrected: value }));
  await markRepaired(importer.database, session, run, marks, again);
  return { kind: 'repaired', run: again, values: right.length, result };
}
