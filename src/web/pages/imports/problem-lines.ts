import type { Session } from '../../../record/contract.ts';
import { csvOf } from '../../export/sheet.ts';
import type { ImportRun, ShownProblem, WebParts } from '../../parts.ts';

const heads = ['File', 'Line', 'Child', 'Field', 'Value', 'Why it could not be taken', 'Put right'];
const atOnce = 1_000;

const rowOf = (run: ImportRun, { file, line, child, field, value, reason, corrected }: ShownProblem): readonly string[] =>
  [file ?? run.fileName, line, child, field, value, reason, corrected].map((cell) => String(cell ?? ''));

/** Everything that could not be taken of a file as CSV, a part at a time: however much it is, little of it is held here. */
export async function* problemLines(parts: WebParts, session: Session, run: ImportRun): AsyncGenerator<string> {
  for (let after = 0; ;) {
    const problems = await parts.imports.problems(session, run.run, { after, limit: atOnce });
    const rows = problems.map((problem) => rowOf(run, problem));
    const part = csvOf({ name: 'Problems', heads, rows });
    // The mark and the heads stand at the beginning of the whole.
    yield after === 0 ? part : part.slice(part.indexOf('\r\n') + 2);
    const last = problems.at(-1);
    if (last === undefined || problems.length < atOnce) return;
    after = last.n;
  }
}
