import type { Problem } from './problem.ts';

/** Of the problems of one file, in characters, this much is listed; all are counted. A file that gives more is wrong throughout. */
export const mostTold = 200_000_000;
/** Names of columns that nothing carries: what a hostile file makes up is not gathered in memory. */
const mostFields = 1_000;

/** What a file said that was not taken as it stands: counted, and handed on to be written down. */
export class Told {
  readonly counts: Record<Problem['kind'], number> = { refused: 0, note: 0, kept: 0, waiting: 0 };
  /** What this version does not carry, each once, with how often it was given. */
  readonly keptFields = new Map<string, number>();
  private problems: Problem[] = [];
  private room: number;

  constructor(most = mostTold) {
    this.room = most;
  }

  get waiting(): number {
    return this.problems.length;
  }

  report(problem: Problem): void {
    this.counts[problem.kind] += 1;
    const { kind, field } = problem;
    if (kind === 'kept' && (this.keptFields.has(field) || this.keptFields.size < mostFields))
      this.keptFields.set(field, (this.keptFields.get(field) ?? 0) + 1);
    if (this.room <= 0) return;
    this.room -= sizeOf(problem);
    this.problems.push(problem);
    if (this.room <= 0) this.problems.push({ ...problem, kind: 'note', child: '', field: 'file', value: '', raw: '', reason: listEnds });
  }

  take(): readonly Problem[] {
    const { problems } = this;
    this.problems = [];
    return problems;
  }
}

const listEnds =
  'the list ends here: the file has more problems than can be listed. Those that follow are counted only; put right what is listed in the file, and load it again';

const sizeOf = ({ raw, value, reason, child, field }: Problem): number =>
  raw.length + value.length + reason.length + child.length + field.length;
