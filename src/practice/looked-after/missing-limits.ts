import { date, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { hours, type Timescale } from '../../kernel/step/timescale.ts';

const text = (statement: Statement, name: string): string | undefined => {
  const value = statement.answers[name];
  return typeof value === 'string' ? value : undefined;
};

/** On the day of a return an interview cannot be earlier than the return. */
function isBefore(back: Statement, interview: Statement): boolean {
  if (back.happenedOn !== interview.happenedOn) return back.happenedOn < interview.happenedOn;
  const [at, from] = [text(interview, 'heldAt'), text(back, 'returnedAt')];
  return at === undefined || from === undefined || from <= at;
}

/** An interview is of the return that it names, else of the last one before it: it says nothing of those before. */
function isOf(interview: Statement, back: Statement, history: History): boolean {
  const named = text(interview, 'returned');
  if (named !== undefined) return named === back.entry && isBefore(back, interview);
  return history.findLast((one) => one.step === 'returnFromMissing' && isBefore(one, interview))?.entry === back.entry;
}

const afterReturn =
  (outcome: string) =>
  (interview: Statement, history: History, start?: Statement): LocalDate | undefined =>
    text(interview, 'outcome') === outcome && (start === undefined || isOf(interview, start, history)) ? interview.happenedOn : undefined;

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
    reading: 2,
    announcedOn: date('2014-01-16'),
    standing: 'guidance',
    law: 'Statutory guidance on children who run away or go missing from home or care 2014: within 72 hours of the return',
  },
];
