import { addDays, addMonths, birthday, date, daysBetween, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History } from '../../kernel/step/history.ts';
import { lifeOf } from '../checks.ts';
import { lookedAfterOn, lookedAfterSince, periodAt, periodsOf, type PeriodOfCare } from '../looked-after/care.ts';

/** Thirteen weeks, the prescribed period of Care Leavers Regulations 2010 reg 3. */
const prescribedDays = 91;

type Stretch = { readonly from: LocalDate; readonly to: LocalDate | undefined };

/** The stretches of care of a child: a series of short breaks is none, and ends the one before it. */
function stretchesOf(history: History): readonly Stretch[] {
  return periodsOf(history).flatMap(({ startedOn, endedOn, statuses }) => {
    const days = [...new Set([startedOn, ...statuses.map((one) => one.happenedOn)])];
    return days.flatMap((day, n): readonly Stretch[] => {
      const from = lookedAfterSince(history, day);
      const broken = days.slice(n + 1).find((later) => lookedAfterSince(history, later) === undefined);
      return from === day ? [{ from, to: broken === undefined ? endedOn : addDays(broken, -1) }] : [];
    });
  });
}

/**
 * The day on which a young person became an eligible child (Children Act 1989 Sch 2 para 19B): 16 or 17, looked after, and for at least thirteen
 * weeks since the 14th birthday. It may lie ahead while the child is in care.
 */
export function eligibleOn(history: History): LocalDate | undefined {
  const { bornOn } = lifeOf(history);
  if (bornOn === undefined) return undefined;
  const [fourteen, sixteen, eighteen] = [birthday(bornOn, 14), birthday(bornOn, 16), birthday(bornOn, 18)];
  let before = 0;
  for (const { from, to } of stretchesOf(history)) {
    const start = from > fourteen ? from : fourteen;
    const reached = addDays(start, Math.max(0, prescribedDays - before - 1));
    const day = [reached, sixteen, from].sort().at(-1) ?? reached;
    if (day < eighteen && (to === undefined || day <= to)) return day;
    if (to !== undefined && to >= start) before += daysBetween(start, to) + 1;
  }
  return undefined;
}

/**
 * Ends of care after which this authority owes nothing to a care leaver: death (E2), another authority took over and owes it (E3), adoption (E11, E12),
 * and a finding that the young person had been an adult (E15).
 */
const leavesNothingOwed: ReadonlySet<unknown> = new Set(['E2', 'E3', 'E11', 'E12', 'E15']);
const owesAfterCare = ({ end }: PeriodOfCare): boolean => !leavesNothingOwed.has(end?.answers['reason']);

/** The day on which a young person who had been eligible left care for the last time, to be supported after it; `by`: as it stood on that day. */
export function leftCareOn(history: History, by?: LocalDate): LocalDate | undefined {
  const eligible = eligibleOn(history);
  const last = periodsOf(history).findLast(({ startedOn }) => by === undefined || startedOn <= by);
  if (eligible === undefined || last?.endedOn === undefined || last.endedOn < eligible || !owesAfterCare(last)) return undefined;
  return last.endedOn;
}

/** Care ends at the start of its last day where the question is what is owed after it: the usual move is on that very day. */
export const inCareAfter = (history: History, day: LocalDate): boolean =>
  lookedAfterOn(history, day) && periodAt(history, day)?.endedOn !== day;

export type LeavingCareStatus = 'eligible' | 'relevant' | 'formerRelevant' | 'qualifying';

/** What each is, and what it brings, in words. */
export const leavingCareStatuses: Readonly<Record<LeavingCareStatus, string>> = {
  eligible: 'Eligible child: 16 or 17, looked after, for at least thirteen weeks since 14',
  relevant: 'Relevant child: 16 or 17, was eligible, no longer looked after',
  formerRelevant: 'Former relevant child: 18 or over, was eligible or relevant; an adviser and a plan until 25',
  qualifying:
    'Qualifying care leaver: was looked after at 16 or 17, or left care to a special guardian; advice and help until 21, in education until 25',
};

/** Left care to a special guardian: section 24(1A) asks only that the child was looked after immediately before the order. */
const guardianships: ReadonlySet<unknown> = new Set(['E43', 'E44', 'E45', 'E46', 'E47', 'E48']);

/**
 * Section 24: from 16 until 21, no longer looked after, and looked after on a day at 16 or 17 without ever having been eligible, or left care to a special
 * guardian. That it goes on to 25 for who is in education is decided when they ask.
 */
function qualifiesOn(history: History, day: LocalDate): boolean {
  const { bornOn, diedOn = day } = lifeOf(history);
  if (bornOn === undefined || day < birthday(bornOn, 16) || day >= birthday(bornOn, 21) || day > diedOn) return false;
  if (inCareAfter(history, day)) return false;
  const last = periodsOf(history).findLast(({ endedOn }) => endedOn !== undefined && endedOn <= day);
  if (last?.endedOn === undefined || !owesAfterCare(last)) return false;
  const wasLookedAfter = stretchesOf(history).some(({ to }) => to !== undefined && to >= birthday(bornOn, 16) && to <= day);
  return wasLookedAfter || guardianships.has(last.end?.answers['reason']);
}

/** What a young person is on a day: derived, never entered. Relevant: 16 or 17 and no longer looked after; former relevant: from 18, until 25. */
export function leavingCareStatusOn(history: History, day: LocalDate): LeavingCareStatus | undefined {
  const { bornOn, diedOn = day } = lifeOf(history);
  const eligible = eligibleOn(history);
  if (eligible === undefined) return qualifiesOn(history, day) ? 'qualifying' : undefined;
  if (bornOn === undefined || day < eligible || day >= birthday(bornOn, 25) || day > diedOn) return undefined;
  const last = periodsOf(history).findLast(({ startedOn }) => startedOn <= day);
  if (last?.endedOn !== undefined && last.endedOn <= day && !owesAfterCare(last)) return undefined;
  if (day >= birthday(bornOn, 18)) return 'formerRelevant';
  return lookedAfterSince(history, day) === undefined ? 'relevant' : 'eligible';
}

/** The birthday that a contact is about, and the days between which the return counts it: from three months before to one month after. */
export type ContactWindow = { readonly birthday: LocalDate; readonly opensOn: LocalDate; readonly closesOn: LocalDate };

const firstAge = 17;
const lastAge = 25;

const windowAt = (bornOn: LocalDate, age: number): ContactWindow => {
  const day = birthday(bornOn, age);
  return { birthday: day, opensOn: addMonths(day, -3), closesOn: addMonths(day, 1) };
};

/** The first window of a care leaver: that of the first birthday, from the 17th, on or after the day of leaving care. Most leave on the 18th, and the return asks about it. */
export function firstContactWindow(history: History, leftOn: LocalDate): ContactWindow | undefined {
  const { bornOn } = lifeOf(history);
  if (bornOn === undefined) return undefined;
  for (let age = firstAge; age <= lastAge; age += 1) if (birthday(bornOn, age) >= leftOn) return windowAt(bornOn, age);
  return undefined;
}

/** The window that a contact belongs to: its own, until the next one opens. */
export function contactWindowOf(history: History, contactOn: LocalDate): ContactWindow | undefined {
  const { bornOn } = lifeOf(history);
  if (bornOn === undefined) return undefined;
  for (let age = lastAge; age >= firstAge; age -= 1) if (windowAt(bornOn, age).opensOn <= contactOn) return windowAt(bornOn, age);
  return undefined;
}

/** The window after a given one; none after the 25th birthday. */
export function nextContactWindow(history: History, { birthday: day }: ContactWindow): ContactWindow | undefined {
  const { bornOn } = lifeOf(history);
  const age = bornOn === undefined ? lastAge : Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4)) + 1;
  return bornOn === undefined || age > lastAge ? undefined : windowAt(bornOn, age);
}

/** The day from which the Care Leavers Regulations 2010 count. */
export const careLeaversRegulations = {
  version: 'Care Leavers Regulations 2010',
  inForce: { from: date('2011-04-01') },
  announcedOn: date('2010-10-18'),
  standing: 'statutory',
} as const;
