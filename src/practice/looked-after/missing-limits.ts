import { date, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { hours, type Timescale } from '../../kernel/step/timescale.ts';

const text = (statement: Statement, name: string): string | undefined => {
  const value = statement.answers[name];
  return typeof value === 'string' ? value : undefined;
};

/** An interview is of the return that it names, else of any before it; on the day of the return it cannot be earlier than the return. */
const afterReturn =
  (outcome: string) =>
  (interview: Statement, _history: History, start?: Statement): LocalDate | undefined => {
    if (text(interview, 'outcome') !== outcome) return undefined;
    if (start === undefined) return interview.happenedOn;
    const named = text(interview, 'returned');
    const [at, from] = [text(interview, 'heldAt'), text(start, 'returnedAt')];
    const tooEarly = interview.happenedOn === start.happenedOn && at !== undefined && from !== undefined && at < from;
    return (named !== undefined && named !== start.entry) || tooEarly ? undefined : interview.happenedOn;
  };

export const missingLimits: readonly Timescale[] = [
  {
    rule: 'returnHomeInterview',
    version: 'guidance 2014',
    title: 'Return home interview',
    limit: hours(72),
    starts: [{ step: 'returnFromMissing', at: (back) => text(back, 'returnedAt') }],
    meets: { step: 'returnHomeInterview', on: afterReturn('held'), at: (interview) => text(interview, 'heldAt') },
    endedBy: [{ step: 'returnHomeInterview', because: 'the child declined the interview', on: afterReturn('declined') }],
    inForce: { from: date('2014-01-16') },
    announcedOn: date('2014-01-16'),
    standing: 'guidance',
    law: 'Statutory guidance on children who run away or go missing from home or care 2014: within 72 hours of the return',
  },
];
