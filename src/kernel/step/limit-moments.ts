import { isDate, type LocalDate } from '../calendar/dates.ts';
import type { Statement } from './history.ts';
import { until, type LimitOf, type Moment, type Timescale } from './timescale.ts';

/** What was answered to one question is one of these; where several may be chosen, one of these is among them. */
export const saying = (step: string, question: string, ...wanted: readonly string[]): Moment => ({
  step,
  on: ({ answers, happenedOn }) => {
    const said = answers[question];
    return wanted.some((answer) => (Array.isArray(said) ? said.includes(answer) : said === answer)) ? happenedOn : undefined;
  },
});

/** An answer to the very entry that began the limit, which it names, and to nothing else; `how`: and it says so. */
export const answering = (step: string, question: string, how: (answers: Statement['answers']) => boolean = () => true): Moment => ({
  step,
  on: ({ answers, happenedOn }, _history, start) =>
    start !== undefined && answers[question] === start.entry && how(answers) ? happenedOn : undefined,
});

/** The day that a statement gives in answer to one question. */
export function dayIn({ answers }: Statement, question: string): LocalDate | undefined {
  const day = answers[question];
  return typeof day === 'string' && isDate(day) ? day : undefined;
}

/** By the day that the statement itself names; where it names none nothing is owed. */
export const untilDayIn =
  (question: string): LimitOf =>
  (start) => {
    const day = dayIn(start, question);
    return day === undefined ? undefined : until(day);
  };

/** What is owed because of a death, or of a file that is no child's: neither a death nor a birthday ends it, nor anything else. */
export const neverEnded = (limited: Omit<Timescale, 'afterDeath' | 'endedBy' | 'announcedOn'>): Timescale => ({
  ...limited,
  afterDeath: true,
  endedBy: [],
  announcedOn: limited.inForce.from,
});
