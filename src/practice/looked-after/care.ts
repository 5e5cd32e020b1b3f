import { eighteenthBirthday, formatDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import type { Problem } from '../../kernel/step/outcome.ts';
import { lifeOf, type Named } from '../checks.ts';

/** One period of care, from becoming looked after to ceasing to be. */
export type PeriodOfCare = {
  readonly start: Statement;
  readonly end?: Statement;
  readonly startedOn: LocalDate;
  readonly endedOn?: LocalDate;
  /** The record begins in the middle of it: `startedOn` is a day within it, not its first. */
  readonly beganEarlier: boolean;
  /** Changes of legal status in it, in order; the first may be the start of the period itself. */
  readonly statuses: readonly Statement[];
  /** Placements in it, in order. */
  readonly placements: readonly Statement[];
  /** Consents to placing for adoption, and decisions that the child should no longer be placed, in order. */
  readonly adoption: readonly Statement[];
};

const known = new WeakMap<History, readonly PeriodOfCare[]>();

/** The periods of care that a history tells, in order. A start while one is open, or an end while none is, begins and ends nothing. */
export function periodsOf(history: History): readonly PeriodOfCare[] {
  const before = known.get(history);
  if (before !== undefined) return before;
  const periods = withContents(boundsOf(history), history);
  known.set(history, periods);
  return periods;
}

type Bound = Pick<Statement, 'step' | 'happenedOn'>;
type Bounds<T> = { readonly start: T; readonly end: T | undefined };

function boundsOf<T extends Bound>(history: readonly T[]): readonly Bounds<T>[] {
  const ends = history.filter((one) => one.step === 'periodOfCareEnd');
  const bounds: Bounds<T>[] = [];
  for (const start of history.filter((one) => one.step === 'periodOfCare')) {
    const last = bounds.at(-1);
    if (last !== undefined && (last.end === undefined || last.end.happenedOn > start.happenedOn)) continue;
    bounds.push({ start, end: ends.find((end) => end.happenedOn >= start.happenedOn && !bounds.some((one) => one.end === end)) });
  }
  return bounds;
}

function withContents(bounds: readonly Bounds<Statement>[], history: History): readonly PeriodOfCare[] {
  const within = (index: number) => (one: Statement) => bounds.findLastIndex(({ start }) => start.happenedOn <= one.happenedOn) === index;
  return bounds.map(({ start, end }, index) => {
    const inside = history.filter(within(index)).filter((one) => end === undefined || one.happenedOn <= end.happenedOn);
    const first = typeof start.answers['legalStatus'] === 'string' ? [start] : [];
    return {
      start,
      startedOn: start.happenedOn,
      ...(end === undefined ? {} : { end, endedOn: end.happenedOn }),
      beganEarlier: start.answers['beganEarlier'] === true,
      statuses: [...first, ...inside.filter((one) => one.step === 'legalStatus')],
      placements: inside.filter((one) => one.step === 'placement'),
      adoption: inside.filter((one) => one.step === 'consentToPlacement' || one.step === 'adoptionDecisionEnd'),
    };
  });
}

/** The period of care in which a day lies, its first and last day included. */
export const periodAt = (history: History, day: LocalDate): PeriodOfCare | undefined =>
  periodsOf(history).findLast(({ startedOn, endedOn }) => startedOn <= day && (endedOn === undefined || endedOn >= day));

/** The placement of a day; on a day of a move, the new one. */
export const placementAt = (history: History, day: LocalDate): Statement | undefined =>
  periodAt(history, day)?.placements.findLast((one) => one.happenedOn <= day);

/** The code of the legal status of a day. */
export function legalStatusAt(history: History, day: LocalDate): string | undefined {
  const status = periodAt(history, day)?.statuses.findLast((one) => one.happenedOn <= day)?.answers['legalStatus'];
  return typeof status === 'string' ? status : undefined;
}

/** A series of short breaks (statuses V3 and V4) stands outside the looked-after count and has limits of its own (regulation 48). */
export const isShortBreak = (status: string | undefined): boolean => status === 'V3' || status === 'V4';

/** Looked after on a day, short breaks left out. */
export const lookedAfterOn = (history: History, day: LocalDate): boolean =>
  periodAt(history, day) !== undefined && !isShortBreak(legalStatusAt(history, day));

/** With which the child became looked after, in the stretch in which a day lies: a series of short breaks before it does not count. Of one day the last status stands. */
export function becameLookedAfterBy(history: History, day: LocalDate): Statement | undefined {
  const period = periodAt(history, day);
  if (period === undefined || isShortBreak(legalStatusAt(history, day))) return undefined;
  const until = period.statuses.filter((one) => one.happenedOn <= day);
  const statuses = until.filter((one, n) => until[n + 1]?.happenedOn !== one.happenedOn);
  const lastBreak = statuses.findLastIndex((one) => isShortBreak(String(one.answers['legalStatus'])));
  return lastBreak === -1 ? period.start : statuses[lastBreak + 1];
}

/** The day of it. */
export const lookedAfterSince = (history: History, day: LocalDate): LocalDate | undefined => becameLookedAfterBy(history, day)?.happenedOn;

/** Away from a placement that is kept: hospital, a holiday, carers on holiday, or up to seven days elsewhere (T0 to T4). */
export const isTemporary = (placement: Statement | undefined): boolean => /^T[0-4]$/.test(String(placement?.answers['type']));

/** Placed for adoption: A3 to A6. */
export const isAdoptive = (placement: Statement | undefined): boolean => /^A[3-6]$/.test(String(placement?.answers['type']));

/**
 * Where a child stands under the Adoption Agencies Regulations 2005: `placed`, or `waiting` where the agency may place (placement order, freeing
 * order or consent) and the child is not placed now: not yet, or no more. Who waits is reviewed under those regulations; who is placed is under them
 * altogether, until a placement for adoption is disrupted.
 */
export function adoptionOn(history: History, day: LocalDate): 'waiting' | 'placed' | undefined {
  const period = periodAt(history, day);
  if (period === undefined) return undefined;
  const placements = period.placements.filter((one) => one.happenedOn <= day && !isTemporary(one));
  if (isAdoptive(placements.at(-1))) return 'placed';
  return mayPlace(history, period, day) ? 'waiting' : undefined;
}

/** Back from adopters: a placement for adoption ended and the child is looked after elsewhere. */
export function cameFromAdopters(placement: Statement, history: History): boolean {
  const placements = (periodAt(history, placement.happenedOn)?.placements ?? []).filter((one) => !isTemporary(one));
  return (
    isAdoptive(placements[placements.indexOf(placement) - 1]) && !isAdoptive(placement) && lookedAfterOn(history, placement.happenedOn)
  );
}

function mayPlace(history: History, { adoption }: PeriodOfCare, day: LocalDate): boolean {
  if (['E1', 'D1'].includes(legalStatusAt(history, day) ?? '')) return true;
  const last = adoption.findLast((one) => one.happenedOn <= day);
  return last?.step === 'consentToPlacement';
}

/** Looked after and not placed for adoption: regulation 3 takes out a child who has been placed, not one who may be. */
export const underCarePlanningRules = (history: History, day: LocalDate): boolean =>
  lookedAfterOn(history, day) && adoptionOn(history, day) !== 'placed';

/** Reviewed under the Care Planning Regulations: from the authority to place on, the Adoption Agencies Regulations say when. */
export const reviewedUnderCarePlanningRules = (history: History, day: LocalDate): boolean =>
  lookedAfterOn(history, day) && adoptionOn(history, day) === undefined;

/** A child who is looked after cannot become looked after. */
export function notWhileLookedAfter(history: History, day: LocalDate): readonly Problem[] {
  const period = periodAt(history, day);
  return period === undefined || period.endedOn === day
    ? []
    : [
        {
          field: 'startedOn',
          message: `The child has been looked after since ${formatDate(period.startedOn)}: record when that ended first`,
        },
      ];
}

/** Whoever is 18 is no child whom the authority looks after (Children Act 1989 s105). */
export function notGrownUp({ field, what, on }: Named, history: History): readonly Problem[] {
  const { bornOn } = lifeOf(history);
  return on !== undefined && bornOn !== undefined && on >= eighteenthBirthday(bornOn)
    ? [
        {
          field,
          message: `${what} is ${formatDate(on)}, and the 18th birthday was ${formatDate(eighteenthBirthday(bornOn))}: somebody of 18 cannot become looked after. Correct the date of birth, or record what is provided to a care leaver`,
        },
      ]
    : [];
}

/** What is of a child who is looked after does not happen once that has ended: it would stand in no episode. Of a child of whom no period of care is on record nothing is refused. */
export function notOutsideCare({ field, what, on }: Named, history: History): readonly Problem[] {
  const before = on === undefined ? undefined : periodsOf(history).findLast(({ startedOn }) => startedOn <= on);
  return on !== undefined && before?.endedOn !== undefined && on > before.endedOn
    ? [
        {
          field,
          message: `${what} is ${formatDate(on)}, after the child ceased to be looked after on ${formatDate(before.endedOn)}: record first that the child became looked after again, or correct the day on which it ended`,
        },
      ]
    : [];
}

/** Care ends once: of an end with which no end on record would be of anything, that is the second. */
export function endsOnce({ field, what, on }: Named, history: History): readonly Problem[] {
  const before = on === undefined ? undefined : periodsOf(history).findLast(({ startedOn }) => startedOn <= on);
  if (on === undefined || before?.endedOn === undefined) return [];
  const ended = (all: readonly Bound[]): number => boundsOf(all).filter(({ end }) => end !== undefined).length;
  const after = history.findLastIndex(({ happenedOn }) => happenedOn <= on) + 1;
  if (ended(history.toSpliced(after, 0, { ...before.start, step: 'periodOfCareEnd', happenedOn: on })) > ended(history)) return [];
  const when = formatDate(before.endedOn);
  return [
    {
      field,
      message: `${what} is ${formatDate(on)}, and on ${when} it had ended already: correct that day, or record first that the child became looked after again`,
    },
  ];
}
