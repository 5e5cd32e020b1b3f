import { addDays, date, isDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { hours, months, until, type Limit, type Moment, type Timescale } from '../../kernel/step/timescale.ts';
import { countedFrom } from '../checks.ts';
import { legalStatusAt, lookedAfterOn, periodAt, placementAt } from './care.ts';
import { endsOfCare } from './care-moments.ts';
import { entersKind, leavesKind } from './placement-stays.ts';
import { moves } from './visit-limits.ts';

/** The Children (Secure Accommodation) Regulations 1991, SI 1991/1505. */
const secureRegulations = {
  version: 'Children (Secure Accommodation) Regulations 1991',
  reading: 2,
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

/** Hours spent in secure accommodation without an order in the 28 days before, by whole days; in another period of care too. */
function hoursBefore({ happenedOn }: Statement, history: History): number {
  const days = Array.from({ length: windowInDays }, (_, index) => addDays(happenedOn, -1 - index));
  return 24 * days.filter((day) => isWithoutOrder(history, day)).length;
}

const withoutOrder = (start: Statement, history: History): Limit => hours(Math.max(0, mostHours - hoursBefore(start, history)));

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

export const secureOrderLimits: readonly Timescale[] = [
  {
    ...secureRegulations,
    rule: 'secureWithoutOrder',
    title: 'Court’s authority for secure accommodation',
    limit: withoutOrder,
    starts: placedInSecure,
    meets: authorised,
    endedBy: leftThisHome,
    law: 'Children Act 1989 s25; Children (Secure Accommodation) Regulations 1991 reg 10: at most 72 hours in any 28 days without it',
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
