import { hoursAfter } from './front-door-oracle.fixture.ts';
import { closes, holidays, is, isAfter, nextDay, onItsDay, workingDays, type Happening, type Rule } from './pathway-oracle.fixture.ts';

/*
 * Emergency powers, the time before proceedings, a child who moves in on a plan, and a death: worked out a second time from the words of the law alone.
 */
export type Period = { readonly start: Happening; readonly end: Happening | undefined };

/** A child becomes looked after, and ceases to be at the next end that no earlier period had. */
export function periods(all: readonly Happening[]): readonly Period[] {
  const found: Period[] = [];
  for (const start of all.filter(is('periodOfCare'))) {
    const last = found.at(-1);
    if (last !== undefined && (last.end === undefined || last.end.on > start.on)) continue;
    const free = all.filter((one) => one.step === 'periodOfCareEnd' && one.on >= start.on && !found.some(({ end }) => end === one));
    found.push({ start, end: free[0] });
  }
  return found;
}

export const periodOn = (day: string, all: readonly Happening[]): Period | undefined =>
  periods(all)
    .filter(({ start, end }) => start.on <= day && (end === undefined || end.on >= day))
    .at(-1);
export const isLookedAfterOn = (day: string, all: readonly Happening[]): boolean => periodOn(day, all) !== undefined;
export const endsOn = (day: string, all: readonly Happening[]): boolean => periodOn(day, all)?.end?.on === day;

/** The statuses of the period in which a day lies, in order: how it began, and every change. */
export function statuses(day: string, all: readonly Happening[]): readonly Happening[] {
  const period = periodOn(day, all);
  if (period === undefined) return [];
  const next = periods(all).find(({ start }) => isAfter(all, start, period.start))?.start;
  const isIn = ({ step, on }: Happening): boolean =>
    step === 'legalStatus' && on >= period.start.on && on <= (period.end?.on ?? on) && (next === undefined || on < next.on);
  return [period.start, ...all.filter(isIn)];
}

export const statusOf = (one: Happening | undefined): unknown => one?.answers['legalStatus'];
function statusBefore(one: Happening, all: readonly Happening[]): unknown {
  const of = statuses(one.on, all);
  return statusOf(of[of.indexOf(one) - 1]);
}
const statusOn = (day: string, all: readonly Happening[]): unknown =>
  statusOf(
    statuses(day, all)
      .filter(({ on }) => on <= day)
      .at(-1),
  );
const isExtended = (one: Happening, all: readonly Happening[]): boolean =>
  one.step === 'legalStatus' && statusOf(one) === 'L2' && statusBefore(one, all) === 'L2' && one.answers['until'] !== undefined;

/** Under a power from the day on which it was first used, or extended. */
const under = (code: string) => (one: Happening, all: readonly Happening[]) => {
  const isNew = one.step === 'periodOfCare' || (one.step === 'legalStatus' && statusBefore(one, all) !== code);
  return (isNew && statusOf(one) === code) || (code === 'L2' && isExtended(one, all)) ? one.on : undefined;
};
const followed = (code: string) => (one: Happening, _start: Happening, all: readonly Happening[]) =>
  one.step === 'legalStatus' && (statusOn(one.on, all) !== code || (code === 'L2' && isExtended(one, all)));
function leavesCare(one: Happening, start: Happening, all: readonly Happening[]): boolean {
  if (one.step !== 'periodOfCareEnd') return false;
  const period = periods(all).find((each) => each.start === start) ?? periodOn(start.on, all);
  return period === undefined || period.end === one;
}
const timeOf = ({ answers }: Happening): unknown => answers['startedAt'] ?? answers['changedAt'];
const byTime = (one: Happening, start: Happening): boolean => {
  const [then, now] = [start.answers['changedAt'], one.answers['changedAt']];
  return typeof then === 'string' && typeof now === 'string' && now > then;
};

/** The eighth day beginning with the day of the order, or the next that is neither a Sunday nor a bank holiday. */
function eighthDay(day: string): string {
  let last = nextDay(day, 7);
  while (new Date(`${last}T00:00:00Z`).getUTCDay() === 0 || holidays.has(last)) last = nextDay(last);
  return last;
}

/** Until when at the latest an emergency protection order that is written down now may say that it runs; nothing: the court cannot extend it again. */
export function orderAtMost(one: Pick<Happening, 'step' | 'on'>, all: readonly Happening[]): string | undefined {
  const before = one.step === 'periodOfCare' ? [] : statuses(one.on, all).filter(({ on }) => on <= one.on);
  const since = before.slice(before.findLastIndex((status) => statusOf(status) !== 'L2') + 1);
  const [made, ...again] = since;
  if (made === undefined) return eighthDay(one.on);
  const extended = again.flatMap(({ answers: { until } }) => (typeof until === 'string' ? [until] : [])).at(-1);
  const runsUntil = extended ?? String(made.answers['until'] ?? nextDay(made.on, 7));
  if (runsUntil < one.on) return eighthDay(one.on);
  return extended === undefined ? nextDay(runsUntil, 7) : undefined;
}

const overBefore = is('preProceedingsEnd', 'careProceedings', 'closure');
/** The first letter of pre-proceedings, or the first after they had ended. */
function letterBegins(one: Happening, all: readonly Happening[]): string | undefined {
  if (one.step !== 'letterBeforeProceedings') return undefined;
  const earlier = all.filter((other) => other.step === one.step && isAfter(all, one, other)).at(-1);
  return earlier === undefined || all.some((other) => overBefore(other) && other.on >= earlier.on && other.on <= one.on)
    ? one.on
    : undefined;
}

const meeting = is('preProceedingsMeeting');
const learnt = ({ answers, on }: Happening): string => String(answers['learntOn'] ?? on);
const died = (which: (one: Happening, all: readonly Happening[]) => boolean) => (one: Happening, all: readonly Happening[]) =>
  one.step === 'childDeath' && which(one, all) ? learnt(one) : undefined;
const told = (whom: string) => (one: Happening) =>
  one.step === 'deathNotification' && Array.isArray(one.answers['whom']) && one.answers['whom'].includes(whom);
const never = (): boolean => false;

export const powersOracle: Readonly<Record<string, Rule>> = {
  policeProtection: {
    starts: under('L1'),
    due: (from, one) => hoursAfter(from, timeOf(one), 72),
    done: followed('L1'),
    ends: leavesCare,
    later: byTime,
  },
  emergencyProtectionOrder: {
    starts: under('L2'),
    due: (from, { answers: { until } }) => (typeof until === 'string' ? until : nextDay(from, 7)),
    done: followed('L2'),
    ends: leavesCare,
    later: byTime,
  },
  letterBeforeProceedings: {
    starts: (one) => (one.step === 'legalPlanningMeeting' && one.answers['outcome'] === 'preProceedings' ? one.on : undefined),
    due: (from) => workingDays(from, 5),
    done: is('letterBeforeProceedings'),
    ends: overBefore,
  },
  preProceedingsMeeting: { starts: letterBegins, due: (from) => workingDays(from, 10), done: meeting, ends: overBefore },
  preProceedingsReview: {
    starts: onItsDay('preProceedingsMeeting'),
    due: (from) => nextDay(from, 42),
    done: (one) => meeting(one) && one.answers['kind'] === 'review',
    ends: overBefore,
  },
  preProceedingsEnd: {
    starts: letterBegins,
    due: (from) => nextDay(from, 112),
    done: is('preProceedingsEnd'),
    ends: is('careProceedings', 'closure'),
  },
  transferInConference: {
    starts: onItsDay('transferIn'),
    due: (from) => workingDays(from, 15),
    done: is('transferInConference', 'initialConference'),
    ends: closes,
  },
  jointAgencyResponse: {
    starts: died(({ answers }) => answers['expected'] !== 'expected'),
    due: (from) => workingDays(from, 1),
    done: told('jointResponse'),
    ends: never,
    afterDeath: true,
  },
  childDeathNotification: {
    starts: onItsDay('childDeath'),
    due: (from, { answers }) => hoursAfter(from, answers['diedAt'], 48),
    done: told('ncmd'),
    ends: never,
    afterDeath: true,
  },
  seriousIncidentNotification: {
    starts: died(({ answers }) => ['known', 'suspected'].includes(String(answers['abuse']))),
    due: (from) => workingDays(from, 5),
    done: told('panel'),
    ends: never,
    afterDeath: true,
  },
  deathInCareNotification: {
    starts: died(({ on }, all) => isLookedAfterOn(on, all)),
    due: (from) => workingDays(from, 5),
    done: told('secretaryOfState'),
    ends: never,
    afterDeath: true,
  },
};
