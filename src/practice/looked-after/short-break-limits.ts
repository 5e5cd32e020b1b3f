import { addMonths, daysBetween, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { calendarDays, months, type Limit, type Moment, type Timescale } from '../../kernel/step/timescale.ts';
import { isShortBreak, legalStatusAt, periodsOf, type PeriodOfCare } from './care.ts';
import { exceptWhileRelaxedIn2020, isRelaxedIn2020, regulations2010, reviewHeld, wasHeld } from './care-moments.ts';

const statusOf = (period: PeriodOfCare): string | undefined => {
  const code = period.statuses[0]?.answers['legalStatus'];
  return typeof code === 'string' ? code : undefined;
};

/** How long after a break the series still runs: the seventy-five days are counted over twelve months. */
const gapInMonths = 12;

/** A break (V3) or an agreement for a series (V4) that a day lies in, or has followed within twelve months. */
function seriesOn(history: History, day: LocalDate): PeriodOfCare | undefined {
  const last = periodsOf(history).findLast(({ startedOn }) => startedOn <= day);
  if (last === undefined || !isShortBreak(statusOf(last))) return undefined;
  if (last.endedOn === undefined || last.endedOn >= day) return isShortBreak(legalStatusAt(history, day)) ? last : undefined;
  return statusOf(last) === 'V3' && day <= addMonths(last.endedOn, gapInMonths) ? last : undefined;
}

const firstBreak: Moment = {
  step: 'periodOfCare',
  on: (start, history) => {
    const periods = periodsOf(history);
    const index = periods.findIndex((one) => one.start === start);
    const [period, before] = [periods[index], periods[index - 1]];
    if (period === undefined || !isShortBreak(statusOf(period))) return undefined;
    const sameSeries =
      before?.endedOn !== undefined && isShortBreak(statusOf(before)) && period.startedOn <= addMonths(before.endedOn, gapInMonths);
    return sameSeries ? undefined : period.startedOn;
  },
};

/**
 * Regulation 48(3)(c): visits are on days when the child is in fact placed. Breaks of V3 are on record one by one; of an agreement (V4) the single
 * breaks are not, and the place of the visit says that the child was seen there.
 */
function isDuringBreak(visit: Statement, history: History): boolean {
  const series = seriesOn(history, visit.happenedOn);
  if (series === undefined) return false;
  if (statusOf(series) === 'V4') return visit.answers['place'] === 'placement';
  return series.endedOn === undefined || visit.happenedOn <= series.endedOn;
}

const seenDuringBreak: Moment = {
  step: 'visit',
  on: (visit, history) => (visit.answers['seen'] === true && isDuringBreak(visit, history) ? visit.happenedOn : undefined),
};

const inSeries =
  (counts: (statement: Statement) => boolean) =>
  (statement: Statement, history: History): LocalDate | undefined =>
    counts(statement) && seriesOn(history, statement.happenedOn) !== undefined ? statement.happenedOn : undefined;

const ends: Timescale['endedBy'] = [
  {
    step: 'periodOfCareEnd',
    because: 'the agreement for short breaks ended',
    on: (end, history) => {
      const period = periodsOf(history).find((one) => one.end === end);
      return period !== undefined && statusOf(period) === 'V4' ? end.happenedOn : undefined;
    },
  },
  {
    step: 'periodOfCare',
    because: 'became looked after',
    on: (start, history) => (seriesOn(history, start.happenedOn) === undefined ? start.happenedOn : undefined),
  },
  {
    step: 'legalStatus',
    because: 'became looked after',
    on: (status, history) => (isShortBreak(legalStatusAt(history, status.happenedOn)) ? undefined : status.happenedOn),
  },
  { step: 'closure', because: 'case closed' },
];

const anyBreak: Moment = {
  step: 'periodOfCare',
  on: (start, history) => {
    const period = periodsOf(history).find((one) => one.start === start);
    return period !== undefined && statusOf(period) === 'V3' ? period.startedOn : undefined;
  },
};

const endOfBreak: Moment = {
  step: 'periodOfCareEnd',
  on: (end, history, start) => {
    const period = periodsOf(history).find((one) => one.end === end);
    return start === undefined || period?.start === start ? end.happenedOn : undefined;
  },
};

const becameFullCare = ends.filter(({ step }) => step === 'legalStatus');

const [longestBreak, mostInTwelveMonths] = [17, 75];

/** What earlier breaks leave of the 75 days. Nothing where the break must end before that by its own length: from 24 April to 25 September 2020 it had none. */
function withinSeventyFive(start: Statement, history: History, on: LocalDate): Limit | undefined {
  const opens = addMonths(on, -12);
  const earlier = periodsOf(history).filter(({ startedOn, endedOn }) => startedOn < on && endedOn !== undefined && endedOn > opens);
  const used = earlier
    .filter((period) => statusOf(period) === 'V3')
    .reduce((sum, { startedOn, endedOn = on }) => sum + daysBetween(startedOn > opens ? startedOn : opens, endedOn), 0);
  const left = Math.max(0, mostInTwelveMonths - used);
  return left < longestBreak || isRelaxedIn2020(start.happenedOn) ? calendarDays(left) : undefined;
}

const law = 'Care Planning Regulations 2010 reg 48: within three months of the first break, then at most every six months';

export const shortBreakLimits: readonly Timescale[] = [
  {
    ...regulations2010,
    rule: 'firstShortBreakVisit',
    title: 'First visit in a series of short breaks',
    limit: months(3),
    starts: [firstBreak],
    meets: seenDuringBreak,
    endedBy: ends,
    law,
  },
  {
    ...regulations2010,
    rule: 'laterShortBreakVisit',
    title: 'Visit in a series of short breaks',
    limit: months(6),
    starts: [seenDuringBreak],
    meets: seenDuringBreak,
    endedBy: ends,
    law,
  },
  {
    ...regulations2010,
    rule: 'firstShortBreakReview',
    title: 'First review of a series of short breaks',
    limit: months(3),
    starts: [firstBreak],
    meets: reviewHeld,
    endedBy: ends,
    law,
  },
  {
    ...regulations2010,
    rule: 'laterShortBreakReview',
    title: 'Review of a series of short breaks',
    limit: months(6),
    starts: [{ step: 'lookedAfterReview', on: inSeries(wasHeld) }],
    meets: reviewHeld,
    endedBy: ends,
    law,
  },
  ...exceptWhileRelaxedIn2020({
    ...regulations2010,
    rule: 'shortBreakLength',
    title: 'End of the short break',
    limit: calendarDays(longestBreak),
    starts: [anyBreak],
    meets: endOfBreak,
    endedBy: becameFullCare,
    law: 'Care Planning Regulations 2010 reg 48(2): no break lasts more than 17 days',
  }),
  {
    ...regulations2010,
    rule: 'shortBreaksInTwelveMonths',
    title: 'End of the short break, 75 days in twelve months',
    limit: withinSeventyFive,
    starts: [anyBreak],
    meets: endOfBreak,
    endedBy: becameFullCare,
    law: 'Care Planning Regulations 2010 reg 48(2): short breaks do not exceed 75 days in any period of twelve months',
  },
];
