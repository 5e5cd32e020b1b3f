import type { LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { anotherEpisodeFollows } from '../../vocabulary/ssda903.ts';
import { isTemporary, periodsOf, type PeriodOfCare } from './care.ts';

/** Why an episode began: RNE. */
export type ReasonForNewEpisode = 'S' | 'L' | 'P' | 'T' | 'B' | 'U';

/** One episode of care as the children looked after return counts it. Nobody keys one: it follows from what happened. */
export type EpisodeOfCare = {
  readonly startedOn: LocalDate;
  /** Absent: the record begins in the middle of an episode, and what began it is not known. */
  readonly whyNew?: ReasonForNewEpisode;
  readonly legalStatus?: string;
  readonly categoryOfNeed?: string;
  readonly type?: string;
  readonly provider?: string;
  readonly endedOn?: LocalDate;
  readonly whyEnded?: string;
  readonly reasonForMove?: string;
  readonly homePostcode?: string;
  readonly postcode?: string;
  readonly urn?: string;
  readonly distanceMiles?: number;
};

/**
 * The episodes of care of a history, in order. An episode begins when a child becomes looked after (S), when the legal status changes (L), when
 * the placement changes with the carers (P) or with the same carers (T), or with both (B, U); of several changes on one day the last stands.
 * What follows a temporary placement is P, also where the child came back to the carers from before.
 * It ends, with X1, on the day on which the next begins, or with the period of care.
 */
export const episodesOf = (history: History): readonly EpisodeOfCare[] => periodsOf(history).flatMap(episodesOfPeriod);

const statusOf = (statement: Statement | undefined): unknown => statement?.answers['legalStatus'];

/**
 * The changes of legal status: an order renewed or extended changes nothing. Where the record begins in the middle, a status stated on its first day
 * says that the episode began with it.
 */
function changesOf(period: PeriodOfCare): readonly Statement[] {
  return period.statuses.filter((one, index, all) => {
    if (one === period.start || (period.beganEarlier && one.happenedOn === period.startedOn)) return true;
    const isLastOfDay = all[index + 1]?.happenedOn !== one.happenedOn;
    return isLastOfDay && statusOf(one) !== statusOf(all.findLast(({ happenedOn }) => happenedOn < one.happenedOn));
  });
}

function episodesOfPeriod(stated: PeriodOfCare): readonly EpisodeOfCare[] {
  const period = { ...stated, statuses: changesOf(stated) };
  const days = [...new Set([period.startedOn, ...[...period.statuses, ...period.placements].map((one) => one.happenedOn)])].sort();
  return days.map((day, index) => ({ ...whatHeld(period, day), ...howEnded(period, days[index + 1]) }));
}

const upTo = (statements: readonly Statement[], day: LocalDate) => statements.filter((one) => one.happenedOn <= day);
const on = (statements: readonly Statement[], day: LocalDate) => statements.filter((one) => one.happenedOn === day);

function whatHeld(period: PeriodOfCare, day: LocalDate): EpisodeOfCare {
  const placement = upTo(period.placements, day).at(-1);
  const home = [period.start, ...upTo(period.placements, day)].findLast((one) => one.answers['homePostcode'] !== undefined);
  return {
    startedOn: day,
    ...answersOf({ whyNew: whyNew(period, day) }, ['whyNew']),
    ...answersOf(upTo(period.statuses, day).at(-1)?.answers, ['legalStatus']),
    ...answersOf(period.start.answers, ['categoryOfNeed']),
    ...answersOf(placement?.answers, ['type', 'provider', 'postcode', 'urn', 'distanceMiles']),
    ...answersOf(home?.answers, ['homePostcode']),
  };
}

function answersOf(answers: Readonly<Record<string, unknown>> | undefined, names: readonly (keyof EpisodeOfCare)[]): object {
  return Object.fromEntries(names.flatMap((name) => (answers?.[name] === undefined ? [] : [[name, answers[name]]])));
}

function whyNew(period: PeriodOfCare, day: LocalDate): ReasonForNewEpisode | undefined {
  if (day === period.startedOn && !period.beganEarlier) return 'S';
  const status = on(period.statuses, day).some((one) => one !== period.start);
  const moves = on(period.placements, day).filter((one) => one.answers['beganEarlier'] !== true);
  if (moves.length === 0) return status ? 'L' : undefined;
  const isBack = isTemporary(period.placements.findLast((one) => one.happenedOn < day));
  const sameCarers = !isBack && moves.every((one) => one.answers['sameCarers'] === true);
  if (status) return sameCarers ? 'U' : 'B';
  return sameCarers ? 'T' : 'P';
}

function howEnded(period: PeriodOfCare, next: LocalDate | undefined): Partial<EpisodeOfCare> {
  if (next === undefined) return period.end === undefined ? {} : { endedOn: period.end.happenedOn, ...whyCareEnded(period.end) };
  const reason = on(period.placements, next).find((one) => one.answers['reasonForMove'] !== undefined)?.answers;
  return { endedOn: next, whyEnded: anotherEpisodeFollows, ...answersOf(reason, ['reasonForMove']) };
}

const whyCareEnded = ({ answers: { reason } }: Statement) => (typeof reason === 'string' ? { whyEnded: reason } : {});
