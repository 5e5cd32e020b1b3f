import type { LocalDate } from '../../kernel/calendar/dates.ts';
import type { Session } from '../../record/contract.ts';
import type { AssuredAudit, AssuredFigure, Assuring } from '../../record/assurance.ts';
import { assuring } from './assuring.ts';
import type { Manual } from '../procedures/manual.ts';
import { procedureFigures } from './procedure-figures.ts';
import type { TeamName } from './readings.ts';
import { instantsOf, reportOf, type AssuranceReport } from './report.ts';

/** What a report is made from. */
export type AssuranceParts = {
  readonly authority: string;
  readonly figures: (session: Session, instants: readonly string[], asked: Assuring) => Promise<readonly AssuredFigure[]>;
  /** Found anew from the record, for a report that is compared with it. */
  readonly figuresAnew: (session: Session, instants: readonly string[], asked: Assuring) => Promise<readonly AssuredFigure[]>;
  readonly audits: (session: Session, instant: string) => Promise<readonly AssuredAudit[]>;
  readonly questions: (session: Session) => Promise<readonly { readonly question: string; readonly words: string }[]>;
  readonly manual: () => Manual;
  readonly teams: (session: Session) => Promise<readonly TeamName[]>;
};

/** The report of a day, from the record as it was known at its end; of a day that is not over, as it is known now. */
export async function makeReport(parts: AssuranceParts, session: Session, on: LocalDate, now: Date): Promise<AssuranceReport> {
  const instants = instantsOf(on, now);
  const own = instants.at(-1)?.at ?? now.toISOString();
  const [rows, audits, questions, teams] = await Promise.all([
    parts.figures(
      session,
      instants.map(({ at }) => at),
      assuring,
    ),
    parts.audits(session, own),
    parts.questions(session),
    parts.teams(session),
  ]);
  return reportOf({
    authority: parts.authority,
    instants,
    rows: [...rows, ...procedureFigures(parts.manual(), instants)],
    audits,
    questions,
    teams,
  });
}
