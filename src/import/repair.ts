import { createHash, randomUUID } from 'node:crypto';
import type { Session } from '../record/contract.ts';
import { alikeValues, importProblem, problemsOfChildren, type StoredProblem } from '../record/import-problems.ts';
import { importRun, whileRunning } from '../record/imports.ts';
import { keptChildren, keptRows, markRepaired, type StoredRows } from '../record/kept-rows.ts';
import { optionsOf, type Importer } from './file-set.ts';
import type { ImportResult } from './intake/import-run.ts';
import { takeIn } from './intake/intake.ts';
import type { Problem } from './intake/problem.ts';
import { storedRun } from './intake/stored-run.ts';
import { changed, type ProblemChange } from './kept-change.ts';
import { childOf, keptSource } from './kept-source.ts';
import { wronglyWritten, type Writing } from './ssda903/written-date.ts';

/** A value that a person puts in the place of one that could not be taken: the problem's number in its run. */
export type Change = { readonly n: number; readonly value: string };

export type Repaired =
  | { readonly kind: 'repaired'; readonly run: string; readonly values: number; readonly result: ImportResult }
  | { readonly kind: 'refused'; readonly message: string };

const refused = (message: string): Repaired => ({ kind: 'refused', message });

/** What can be put right here: one value of a row that was kept. Who a child is, is put right in the file. */
export const isRepairable = ({ kind, isKept, child, field, corrected }: StoredProblem): boolean =>
  kind === 'refused' &&
  isKept &&
  child !== null &&
  child !== '' &&
  typeof field === 'string' &&
  !whoAChildIs.has(field) &&
  corrected === null;

const whoAChildIs: ReadonlySet<string> = new Set(['CHILD', 'LAchildID']);

/**
 * Puts one value right and takes the child's rows again, as if the file had been given so. The value must be understood now: otherwise it is refused
 * with the reason, and nothing is taken.
 */
export async function repair(importer: Importer, session: Session, run: string, { n, value }: Change): Promise<Repaired> {
  const problem = await importProblem(importer.database, session, run, n);
  if (problem === undefined || !isRepairable(problem)) return refused('This cannot be put right here: load a corrected file');
  const [kept] = await keptRows(importer.database, session, { run, child: problem.child ?? '' });
  if (kept === undefined) return refused('The row is no longer kept: load a corrected file');
  const change = { problem, value: value.trim() };
  const { rows, taken } = changed(kept, [change]);
  if (taken.length === 0) return refused('This value cannot be put right here, only in the file: load a corrected one');
  const still = childOf(rows, importer)?.read.problems.find((one) => keyOf(one) === keyOf(problem) && one.kind === 'refused');
  if (still !== undefined) return refused(still.reason);
  return take(importer, session, run, { first: rows, rows: [rows], taken: [change] });
}

/** All values of one column that are written in one wrong way, read as a person says that they are meant. */
export async function acceptSuggestions(
  importer: Importer,
  session: Session,
  run: string,
  { field, writing }: { readonly field: string; readonly writing: Writing },
): Promise<Repaired> {
  const taken: ProblemChange[] = [];
  const children = changedChildren(importer, session, run, { field, writing, taken });
  const first = await children.next();
  if (first.done === true) return refused('There are no such values that could be put right');
  async function* all(): AsyncGenerator<StoredRows> {
    if (first.value !== undefined) yield first.value;
    yield* children;
  }
  return take(importer, session, run, { first: first.value, rows: all(), taken });
}

type Accepting = { readonly field: string; readonly writing: Writing; readonly taken: ProblemChange[] };

/** The kept children who have such values, with them put right; a page of them in memory at a time. */
async function* changedChildren(
  { database }: Importer,
  session: Session,
  run: string,
  { field, writing, taken }: Accepting,
): AsyncGenerator<StoredRows, undefined> {
  for (let after = ''; ;) {
    const kept = await keptChildren(database, session, run, { after });
    const last = kept.at(-1);
    if (last === undefined) return undefined;
    after = last.child;
    const problems = await problemsOfChildren(database, session, run, { children: kept.map(({ child }) => child), field });
    const ofChild = Map.groupBy(problems.filter(isRepairable), ({ child }) => child ?? '');
    for (const one of kept) {
      const read = changed(
        one,
        (ofChild.get(one.child) ?? []).flatMap((problem) => asMeant(problem, writing)),
      );
      taken.push(...read.taken);
      if (read.taken.length > 0) yield read.rows;
    }
  }
}

function asMeant(problem: StoredProblem, writing: Writing): readonly ProblemChange[] {
  const wrong = wronglyWritten(problem.value ?? '');
  return wrong?.writing === writing && wrong.suggestion !== undefined ? [{ problem, value: wrong.suggestion }] : [];
}

/** How many values of which column are written in which wrong way, with an example and what it would be read as. */
export type Suggestion = {
  readonly field: string;
  readonly writing: Writing;
  readonly values: number;
  readonly example: string;
  readonly readAs: string;
};

/** Values that look alike are written in one way: one of them says which. */
export async function suggestionsFor({ database }: Importer, session: Session, run: string): Promise<readonly Suggestion[]> {
  const found = new Map<string, Suggestion & { readonly n: number }>();
  for (const { field, reason, values, example, n } of await alikeValues(database, session, run)) {
    const wrong = wronglyWritten(example);
    if (whoAChildIs.has(field) || wrong?.suggestion === undefined || !reason.includes(wrong.problem)) continue;
    const key = `${field} ${wrong.writing}`;
    const own = { field, writing: wrong.writing, values, example, readAs: wrong.suggestion, n };
    const known = found.get(key);
    const earlier = known !== undefined && known.n < n ? known : own;
    found.set(key, { ...earlier, values: values + (known?.values ?? 0) });
  }
  return [...found.values()].toSorted((a, b) => a.n - b.n).map(({ n: _n, ...suggestion }) => suggestion);
}

/** In an XML file many rows may stand in one line; of those the column tells. */
const keyOf = ({ file, line, child, field }: Problem | StoredProblem): string => JSON.stringify([file ?? null, line, child, field]);

/** Whether it is refused still. What was written wrongly is put right once it can be read, also where rows that contradict one another are then told. */
function isOpen(now: string | undefined, { value, reason }: StoredProblem): boolean {
  const wrong = wronglyWritten(value ?? '');
  const wasOfWriting = wrong !== undefined && reason.includes(wrong.problem);
  return now !== undefined && (!wasOfWriting || now.includes(wrong.problem));
}

type Taking = {
  readonly first: StoredRows;
  readonly rows: Iterable<StoredRows> | AsyncIterable<StoredRows>;
  /** Whole once the rows have been read. */
  readonly taken: readonly ProblemChange[];
};

const marksAtOnce = 10_000;

async function take(importer: Importer, session: Session, run: string, { first, rows, taken }: Taking): Promise<Repaired> {
  const { database } = importer;
  const before = await importRun(database, session, run);
  const again = randomUUID();
  const fileHash = createHash('sha256').update(again).digest('hex');
  const stored = storedRun({ database, session, run: again, fileHash, kind: first.kind, putsRight: run });
  const open = new Map<string, string>();
  const options = {
    ...optionsOf(importer, session),
    fileName: `${before?.fileName ?? 'Import'}, put right`,
    run: stored,
    onProblems: (problems: readonly Problem[]) => {
      for (const one of problems) if (one.kind === 'refused') open.set(keyOf(one), one.reason);
    },
  };
  const result = await whileRunning(database, session, again, () => takeIn(keptSource(first, importer, rows), options));
  const marks = taken.flatMap(({ problem, value }) =>
    isOpen(open.get(keyOf(problem)), problem) ? [] : [{ n: problem.n, corrected: value }],
  );
  for (let at = 0; at < marks.length; at += marksAtOnce)
    await markRepaired(database, session, run, marks.slice(at, at + marksAtOnce), again);
  return { kind: 'repaired', run: again, values: marks.length, result };
}
