import type { IdentityQuestion } from '../../record/kept-rows.ts';
import type { IntakeOptions, Source, SourceChild, SourceHeader } from './import-run.ts';
import { idOf } from './statement.ts';

/** Of the rows of one file, in characters, this much is kept for repair and for decisions: five times what the largest return needs, and no more. */
export const mostKept = 100_000_000;

type Kept = { readonly child: string; readonly kind: string; readonly source: Readonly<Record<string, unknown>> };

/** What waits when a file has been taken: rows for repair, questions whose they are; and questions that the file has answered itself. */
export class PutAside {
  private readonly source: Source;
  private readonly options: IntakeOptions;
  private room: number;
  private rows: Kept[] = [];
  private questions: IdentityQuestion[] = [];
  private answered: string[] = [];

  constructor(source: Source, options: IntakeOptions) {
    this.source = source;
    this.options = options;
    this.room = options.mostKept ?? mostKept;
  }

  /** @returns why the rows are not kept; undefined: they are */
  keep({ read, keep }: SourceChild, header: SourceHeader | undefined): string | undefined {
    const source = { header: header ?? {}, ...keep() };
    const size = JSON.stringify(source).length;
    if (size > this.room)
      return `the rows of this child are not kept for repair: the file has filled the ${(this.options.mostKept ?? mostKept).toLocaleString('en-GB')} characters that one file may keep. Put them right in the file, and load it again`;
    this.room -= size;
    this.rows.push({ child: read.child, kind: this.source.kind, source });
    return undefined;
  }

  ask(child: string, because: string, candidates: readonly string[]): void {
    this.questions.push({ question: this.questionOf(child), kind: this.source.kind, child, because, candidates });
  }

  /** The child was taken, and nobody had to say whose the rows are. */
  answers(child: string): void {
    this.answered.push(this.questionOf(child));
  }

  /** Writes down what has come together since the last time. `isDry`: nothing waits, nothing is answered. */
  async settle(run: string, isDry: boolean): Promise<void> {
    const { rows, questions, answered } = this;
    [this.rows, this.questions, this.answered] = [[], [], []];
    if (isDry) return;
    const { queue } = this.options;
    if (rows.length > 0) await queue?.keep(run, rows);
    if (questions.length > 0) await queue?.ask(run, questions);
    if (answered.length > 0) await queue?.answer(run, answered);
  }

  private questionOf(child: string): string {
    return idOf(this.options.session.authority, 'question', this.source.kind, child);
  }
}
