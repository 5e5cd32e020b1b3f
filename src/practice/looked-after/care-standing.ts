import type { Standing } from '../../kernel/derivation/derivation.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { reviewStandingOf } from './review-standing.ts';
import { staysIn } from './stays.ts';
import { isShortBreak, lookedAfterSince, periodsOf, type PeriodOfCare } from './care.ts';

const statusOf = (period: PeriodOfCare): string | undefined => wordOf(period.statuses.at(-1), 'legalStatus');
const wordOf = (statement: Statement | undefined, answer: string): string | undefined => {
  const value = statement?.answers[answer];
  return typeof value === 'string' ? value : undefined;
};
const given = <K extends keyof Standing>(key: K, value: Standing[K] | undefined): Partial<Pick<Standing, K>> =>
  value === undefined ? {} : ({ [key]: value } as Pick<Standing, K>);

/** What lists need to know of a child who is or was looked after. A series of short breaks is told apart: it is not in the count. */
export function careStandingOf(history: History): Partial<Standing> {
  const period = periodsOf(history).at(-1);
  if (period === undefined) return {};
  if (period.endedOn !== undefined) return isShortBreak(statusOf(period)) ? {} : { leftCareOn: period.endedOn };
  const breaks = isShortBreak(statusOf(period));
  const since = lookedAfterSince(history, period.statuses.at(-1)?.happenedOn ?? period.startedOn) ?? period.startedOn;
  const placement = period.placements.at(-1);
  return {
    ...(breaks ? { shortBreaksSince: period.startedOn } : { lookedAfterSince: since }),
    ...(period.beganEarlier ? { careBeganEarlier: true } : {}),
    ...given('legalStatus', statusOf(period)),
    ...given('placementType', wordOf(placement, 'type')),
    ...given('placementSince', placement?.happenedOn),
    ...given('placedWith', wordOf(placement, 'carers')),
    ...given('carersFile', wordOf(placement, 'carersFile')),
    ...given('placementPostcode', wordOf(placement, 'postcode')),
    ...withinCare(history, period),
  };
}

/** The reviewing officer and the last review of this period, and whether the child is missing now. */
function withinCare(history: History, period: PeriodOfCare): Partial<Standing> {
  const inPeriod = history.filter((one) => one.happenedOn >= period.startedOn);
  const officer = inPeriod.findLast((one) => one.step === 'reviewingOfficerNamed');
  const review = inPeriod.findLast((one) => one.step === 'lookedAfterReview' && one.answers['held'] !== false);
  return {
    ...given('reviewingOfficer', wordOf(officer, 'officer')),
    ...given('lastLookedAfterReviewOn', review?.happenedOn),
    ...given('stays', staysIn(period, history)),
    ...given('review', reviewStandingOf(history)),
  };
}

/** Since when the child is missing or away: the last time that no return has been recorded for. */
export function missingSince(history: History): Partial<Standing> {
  const last = history.findLast((one) => one.step === 'missingEpisode');
  const returned = history.some(
    (one) =>
      one.step === 'returnFromMissing' &&
      one.happenedOn >= (last?.happenedOn ?? '') &&
      (one.answers['episode'] === undefined || one.answers['episode'] === last?.entry),
  );
  return last === undefined || returned ? {} : { missingSince: last.happenedOn };
}
