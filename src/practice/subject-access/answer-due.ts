import { addDays, addMonths, daysBetween, type LocalDate } from '../../kernel/calendar/dates.ts';
import { addWorkingDays, isWorkingDay } from '../../kernel/calendar/working-days.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { conclusionOf, ofRequest } from './requests.ts';

/** Regulation 1182/71, as the Commissioner counts: a month that ends on a weekend or a bank holiday ends on the next working day. */
const rolledForward = (day: LocalDate): LocalDate => (isWorkingDay(day) ? day : addWorkingDays(day, 1));

/** Proof asked for later than this no longer moves the first day: article 12(6) is no way to gain time. The five days are a local reading of "promptly". */
const promptly = 5;

/**
 * The day from which the month is counted: of receipt, or on which identity or authority was proved where proof was asked for promptly.
 * `undefined`: it has not been proved yet, and nothing runs.
 */
export function beganOn(request: Statement, history: History): LocalDate | undefined {
  const { happenedOn: received } = request;
  const asked = questionsOf('identity', request, history).find(({ happenedOn }) => happenedOn <= addWorkingDays(received, promptly));
  if (asked === undefined) return received;
  const proved = ofRequest('subjectAccessIdentity', request, history).find(({ happenedOn }) => happenedOn >= asked.happenedOn);
  const concluded = conclusionOf(request, history)?.happenedOn;
  if (proved === undefined || (concluded !== undefined && concluded < proved.happenedOn)) return concluded && received;
  return proved.happenedOn;
}

export const questionsOf = (about: string, request: Statement, history: History): readonly Statement[] =>
  ofRequest('subjectAccessQuestion', request, history).filter(({ answers }) => answers['about'] === about);

type Count = { readonly months: number; readonly paused: number; readonly pausedUntil: LocalDate };

const dueBy = (began: LocalDate, { months, paused }: Pick<Count, 'months' | 'paused'>): LocalDate =>
  rolledForward(addDays(addMonths(began, months), paused));

/**
 * The last day for the answer: one calendar month; the days between a question that was needed and its answer are added; an extension counts only if the
 * asker was told of it within the first month, and never for more than two months. `undefined`: the clock stands still until somebody answers.
 */
export function answerDueOn(request: Statement, history: History): LocalDate | undefined {
  const began = beganOn(request, history);
  if (began === undefined) return undefined;
  let count: Count = { months: 1, paused: 0, pausedUntil: began };
  for (const { happenedOn, endedOn, months } of eventsOf(request, history)) {
    const due = dueBy(began, count);
    if (happenedOn > due) break;
    if (months !== undefined) count = extended(began, count, happenedOn, months);
    else if (endedOn === undefined) return undefined;
    else count = pausedFor(count, happenedOn, endedOn);
  }
  return dueBy(began, count);
}

/** Whether this extension makes any difference: told too late, it makes none. */
export const movesLimit = (extension: Statement, request: Statement, history: History): boolean =>
  answerDueOn(request, history) !==
  answerDueOn(
    request,
    history.filter(({ entry }) => entry !== extension.entry),
  );

function extended(began: LocalDate, count: Count, toldOn: LocalDate, months: number): Count {
  const firstMonth = dueBy(began, { ...count, months: 1 });
  return toldOn > firstMonth ? count : { ...count, months: Math.min(3, count.months + months) };
}

/** Two questions that wait at once stop the clock once. */
function pausedFor(count: Count, from: LocalDate, to: LocalDate): Count {
  const first = from > count.pausedUntil ? from : count.pausedUntil;
  if (to <= first) return count;
  return { ...count, paused: count.paused + daysBetween(first, to), pausedUntil: to };
}

type Event = { readonly happenedOn: LocalDate; readonly endedOn?: LocalDate | undefined; readonly months?: number };

/** What moves the last day, in order. A question that nobody answered before the request ended stopped the clock until then. */
function eventsOf(request: Statement, history: History): readonly Event[] {
  const answered = ofRequest('subjectAccessClarification', request, history);
  const concluded = conclusionOf(request, history)?.happenedOn;
  const pauses = questionsOf('clarification', request, history)
    .filter(({ answers }) => answers['stopsTheClock'] === true)
    .map(({ happenedOn }): Event => {
      const endedOn = answered.find((one) => one.happenedOn >= happenedOn)?.happenedOn ?? concluded;
      return { happenedOn, endedOn: endedOn !== undefined && concluded !== undefined && concluded < endedOn ? concluded : endedOn };
    });
  const extensions = ofRequest('subjectAccessExtension', request, history).map(({ happenedOn, answers }): Event => ({
    happenedOn,
    months: answers['months'] === 'one' ? 1 : 2,
  }));
  return [...pauses, ...extensions].sort((a, b) => (a.happenedOn < b.happenedOn ? -1 : a.happenedOn > b.happenedOn ? 1 : 0));
}
