import { bankHolidays } from '../../kernel/calendar/bank-holidays.ts';
import { addDays, ageAt, date, dayOfWeek, isDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import { addHours, endOfDay, instantInEngland } from '../../kernel/calendar/instants.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { hours, months, until, type Limit, type Moment, type Timescale } from '../../kernel/step/timescale.ts';
import { countedFrom, lifeOf } from '../checks.ts';
import { legalStatusAt, lookedAfterOn, periodAt, placementAt } from './care.ts';
import { endsOfCare } from './care-moments.ts';
import { entersKind, leavesKind } from './placement-stays.ts';
import { moves } from './visit-limits.ts';

/** The Children (Secure Accommodation) Regulations 1991, SI 1991/1505. */
const secureRegulations = {
  version: 'Children (Secure Accommodation) Regulations 1991',
  reading: 3,
  inForce: { from: date('1991-10-14') },
  announcedOn: date('1991-07-08'),
  standing: 'statutory',
} as const satisfies Partial<Timescale>;

const timeOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const isSecureHome = ({ answers }: Statement): boolean => answers['type'] === 'K1';

/** A child remanded to youth detention accommodation (J1) is kept there by the remand, not under section 25. */
const remand = 'J1';

/** In a secure children’s home on a day, and by no remand. */
function isSecureOn(history: History, day: LocalDate): boolean {
  const placement = placementAt(history, day);
  return placement !== undefined && isSecureHome(placement) && legalStatusAt(history, day) !== remand && lookedAfterOn(history, day);
}

/** Placed there, or kept there when a remand ended. */
const placedInSecure: readonly Moment[] = [
  {
    step: 'placement',
    on: (placement, history) =>
      entersKind(placement, history, isSecureHome) && isSecureOn(history, placement.happenedOn) ? placement.happenedOn : undefined,
    at: ({ answers }) => timeOf(answers['startedAt']),
  },
  {
    step: 'legalStatus',
    on: ({ happenedOn }, history) => {
      const isThere = (placementAt(history, happenedOn)?.happenedOn ?? happenedOn) < happenedOn && isSecureOn(history, happenedOn);
      return isThere && legalStatusAt(history, addDays(happenedOn, -1)) === remand ? happenedOn : undefined;
    },
    at: ({ answers }) => timeOf(answers['changedAt']),
  },
];

/** The last day for which a court has authorised it. */
function authorisedUntil(order: Statement): LocalDate {
  const given = order.answers['until'];
  return typeof given === 'string' && isDate(given) ? given : order.happenedOn;
}

/** A court’s order for a stay counts from the day of the stay where it was made before it, as is usual. */
const authorised: Moment = {
  step: 'secureAccommodationOrder',
  on: (order, _history, start) => {
    if (start === undefined) return order.happenedOn;
    return authorisedUntil(order) < start.happenedOn ? undefined : countedFrom(start, order);
  },
  at: ({ answers, happenedOn }, start) => (start !== undefined && happenedOn < start.happenedOn ? undefined : timeOf(answers['madeAt'])),
};

const [mostHours, windowInDays] = [72, 28];

/** Kept there on a day by no order; the day on which care ended is none of it, as the day of leaving is none. */
const isWithoutOrder = (history: History, day: LocalDate): boolean =>
  isSecureOn(history, day) &&
  periodAt(history, day)?.endedOn !== day &&
  !history.some((one) => one.step === 'secureAccommodationOrder' && one.happenedOn <= day && authorisedUntil(one) >= day);

/** Of a day on which the child came there at a known time, the hours that were left of it; of any other 24. */
function hoursOn(history: History, day: LocalDate): number {
  const came = history.find((one) => one.step === 'placement' && one.happenedOn === day && isSecureHome(one));
  const time = timeOf(came?.answers['startedAt']);
  return time === undefined ? 24 : hoursBetween(instantInEngland(day, time), endOfDay(day));
}

/** Hours spent in secure accommodation without an order in the days before, by whole days but the first; in another period of care too. */
function hoursBefore({ happenedOn }: Statement, history: History, window: number): number {
  const days = Array.from({ length: window }, (_, index) => addDays(happenedOn, -1 - index));
  return days.filter((day) => isWithoutOrder(history, day)).reduce((sum, day) => sum + hoursOn(history, day), 0);
}

const hoursBetween = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / 3_600_000;
const isRestDay = (day: LocalDate): boolean => dayOfWeek(day) === 7 || bankHolidays(Number(day.slice(0, 4))).includes(day);
const noon = (day: LocalDate): Date => instantInEngland(day, '12:00');
const nextOpenDay = (day: LocalDate): LocalDate => (isRestDay(addDays(day, 1)) ? nextOpenDay(addDays(day, 1)) : addDays(day, 1));

/**
 * Regulation 10(3): of a child who was kept there for more than 48 hours in the 27 days before, and is placed there from midday before a Sunday or public
 * holiday to midday after it, time that runs out in those hours runs on to midday of the next day that is neither.
 */
function overTheHoliday(allowed: number, start: Statement, history: History): number {
  if (allowed === 0 || hoursBefore(start, history, windowInDays - 1) <= 48) return allowed;
  const { happenedOn: on, answers } = start;
  const time = timeOf(answers[start.step === 'placement' ? 'startedAt' : 'changedAt']);
  const from = time === undefined ? endOfDay(on) : instantInEngland(on, time);
  const end = addHours(from, allowed);
  const holiday = [-1, 0, 1].map((n) => addDays(on, n)).find((day) => isRestDay(day) && isAround(day, from) && isAround(day, end));
  return holiday === undefined ? allowed : Math.max(allowed, hoursBetween(from, noon(nextOpenDay(holiday))));
}
const isAround = (holiday: LocalDate, instant: Date): boolean =>
  instant >= noon(addDays(holiday, -1)) && instant <= noon(addDays(holiday, 1));

const withoutOrder = (start: Statement, history: History): Limit =>
  hours(overTheHoliday(Math.max(0, mostHours - hoursBefore(start, history, windowInDays)), start, history));

/** Placed there under thirteen; of a child whose birth is not known nobody can say. */
const placedUnderThirteen: readonly Moment[] = placedInSecure.map(({ step, on }) => ({
  step,
  on: (statement, history) => {
    const day = on?.(statement, history);
    const { bornOn } = lifeOf(history);
    return day !== undefined && bornOn !== undefined && ageAt(bornOn, day) < 13 ? day : undefined;
  },
}));

/** From the day on which the child is kept there under section 25: an order is often made before. */
const orderInUse: Moment = {
  step: 'secureAccommodationOrder',
  on: (order, history) => {
    const changes = history.filter(({ step }) => step === 'placement' || step === 'legalStatus').map(({ happenedOn }) => happenedOn);
    const later = changes.filter((day) => day > order.happenedOn && day <= authorisedUntil(order));
    return [order.happenedOn, ...later].find((day) => isSecureOn(history, day));
  },
};

const leftSecure: Timescale['endedBy'] = [
  { step: 'placement', because: 'left secure accommodation', on: (placement) => leavesKind(placement, isSecureHome) },
  {
    step: 'legalStatus',
    because: 'kept there by a remand',
    on: ({ answers, happenedOn }) => (answers['legalStatus'] === remand ? happenedOn : undefined),
  },
  ...endsOfCare,
];
const leftThisHome: Timescale['endedBy'] = [...moves, ...leftSecure];

/** What the law does not allow is recorded as it was, and is late from the first day. */
export const secureApprovalLimits: readonly Timescale[] = [
  {
    ...secureRegulations,
    rule: 'secureUnderThirteen',
    title: 'Secretary of State’s approval of secure accommodation under 13',
    limit: ({ happenedOn }) => until(happenedOn),
    starts: placedUnderThirteen,
    meets: {
      step: 'secureApproval',
      on: (approval, _history, start) => (start === undefined ? approval.happenedOn : countedFrom(start, approval)),
    },
    endedBy: leftThisHome,
    untilAge: [13],
    law: 'Children (Secure Accommodation) Regulations 1991 reg 4: no child under 13 is placed there without the prior approval of the Secretary of State',
  },
];

export const secureOrderLimits: readonly Timescale[] = [
  {
    ...secureRegulations,
    rule: 'secureWithoutOrder',
    title: 'Court’s authority for secure accommodation',
    limit: withoutOrder,
    starts: placedInSecure,
    meets: authorised,
    endedBy: leftThisHome,
    law: 'Children Act 1989 s25; Children (Secure Accommodation) Regulations 1991 reg 10: at most 72 hours in any 28 days without it, over a Sunday or holiday until midday of the next day where most was used before (reg 10(3))',
  },
  {
    ...secureRegulations,
    rule: 'secureOrderEnds',
    title: 'End of the secure accommodation order',
    limit: (order) => until(authorisedUntil(order)),
    starts: [orderInUse],
    meets: { step: 'secureAccommodationOrder' },
    endedBy: leftSecure,
    law: 'Children Act 1989 s25(4): the day named in the order; first at most three months, then at most six at a time (1991 Regulations regs 11 and 12)',
  },
];

export const secureReviewLimits: readonly Timescale[] = [
  {
    ...secureRegulations,
    rule: 'firstSecureReview',
    title: 'First review of secure accommodation',
    limit: months(1),
    starts: placedInSecure,
    meets: { step: 'secureAccommodationReview' },
    endedBy: leftThisHome,
    law: 'Children (Secure Accommodation) Regulations 1991 reg 15: within one month of the placement, by three people, one of them independent',
  },
  {
    ...secureRegulations,
    rule: 'laterSecureReview',
    title: 'Review of secure accommodation',
    limit: months(3),
    starts: [
      {
        step: 'secureAccommodationReview',
        on: ({ happenedOn }, history) => (isSecureOn(history, happenedOn) ? happenedOn : undefined),
      },
    ],
    meets: { step: 'secureAccommodationReview' },
    endedBy: leftThisHome,
    law: 'Children (Secure Accommodation) Regulations 1991 reg 15: at most three months after the last review',
  },
];
