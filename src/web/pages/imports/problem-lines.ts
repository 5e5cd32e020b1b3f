import type { Session } from '../../../record/contract.ts';
import { csvOf } from '../../export/sheet.ts';
import type { ImportRun, ShownProblem, WebParts } from '../../parts.ts';

/** What is said of a problem, on the page and in the file. */
export const problemHeads = ['File', 'Line', 'Child', 'Field', 'Value', 'Why it could not be taken', 'Put right'];
const atOnce = 1_000;

const rowOf = (run: ImportRun, { file, line, child, field, value, reason, corrected }: ShownProblem): readonly string[] =>
  [file ?? run.fileName, line, child, field, value, reason, corrected].map((cell) => String(cell ?? ''));

async function* partsOf(parts: WebParts, session: Session, run: ImportRun): AsyncGenerator<readonly (readonly string[])[]> {
  for (let after = 0; ;) {
    const problems = await parts.imports.problems(session, run.run, { after, limit: atOnce });
    yield problems.map((problem) => rowOf(run, problem));
    const last = problems.at(-1);
    if (last === undefined || problems.length < atOnce) return;
    after = last.n;
  }
}

/** Everything that could not be taken of a file as CSV, a part at a time: however much it is, little of it is held here. */
export const problemLines = (parts: WebParts, session: Session, run: ImportRun): AsyncGenerator<string> =>
  csvOf({ name: 'Problems', heads: problemHeads, rows: partsOf(parts, session, run) });
