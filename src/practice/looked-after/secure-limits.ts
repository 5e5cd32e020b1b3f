import { addDays, date, daysBetween, isDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { hours, months, until, type Limit, type Moment, type Timescale } from '../../kernel/step/timescale.ts';
import { legalStatusAt, lookedAfterOn, periodAt, placementAt } from './care.ts';
import { endsOfCare } from './care-moments.ts';
import { endsPlacement, isMove } from './placement-stays.ts';
import { moves } from './visit-limits.ts';

/** The Children (Secure Accommodation) Regulations 1991, SI 1991/1505. */
const secureRegulations = {
  version: 'Children (Secure Accommodation) Regulations 1991',
  inForce: { from: date('1991-10-14') },
  announcedOn: date('1991-07-08'),
  standing: 'statutory',
} as const satisfies Partial<Timescale>;

const timeOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** A secure children’s home. A child remanded to youth detention accommodation (J1) is kept there by the remand, not under section 25. */
const isSecure = (placement: Statement | undefined, history: History): boolean =>
  placement?.answers['type'] === 'K1' && legalStatusAt(history, placement.happenedOn) !== 'J1';

const placedInSecure: Moment = {
  step: 'placement',
  on: (placement, history) =>
    isSecure(placement, history) && isMove(placement, history) && lookedAfterOn(history, placement.happenedOn)
      ? placement.happenedOn
      : undefined,
  at: ({ answers }) => timeOf(answers['startedAt']),
};

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
    if (authorisedUntil(order) < start.happenedOn) return undefined;
    return order.happenedOn > start.happenedOn ? order.happenedOn : start.happenedOn;
  },
  at: ({ answers }) => timeOf(answers['madeAt']),
};

const [mostHours, windowInDays] = [72, 28];

/** Hours spent in secure accommodation without an order in the 28 days before, by whole days. */
function hoursBefore(start: Statement, history: History): number {
  const placements = periodAt(history, start.happenedOn)?.placements ?? [];
  const opens = addDays(start.happenedOn, -windowInDays);
  const orders = history.filter(({ step }) => step === 'secureAccommodationOrder');
  const stays = placements.slice(0, placements.indexOf(start)).flatMap((one, index) => {
    const left = placements[index + 1]?.happenedOn ?? start.happenedOn;
    const hasOrder = orders.some((order) => order.happenedOn <= left && authorisedUntil(order) >= one.happenedOn);
    return isSecure(one, history) && !hasOrder && left > opens ? [daysBetween(one.happenedOn > opens ? one.happenedOn : opens, left)] : [];
  });
  return 24 * stays.reduce((sum, days) => sum + days, 0);
}

const withoutOrder = (start: Statement, history: History): Limit => hours(Math.max(0, mostHours - hoursBefore(start, history)));

/** From the day on which the child is there: an order is often made before. */
const orderInUse: Moment = {
  step: 'secureAccommodationOrder',
  on: (order, history) => {
    if (isSecure(placementAt(history, order.happenedOn), history)) return order.happenedOn;
    const last = authorisedUntil(order);
    return history.find(
      (one) => one.step === 'placement' && isSecure(one, history) && one.happenedOn > order.happenedOn && one.happenedOn <= last,
    )?.happenedOn;
  },
};

const leftSecure: Timescale['endedBy'] = [
  {
    step: 'placement',
    because: 'left secure accommodation',
    on: (placement, history, start) => (isSecure(placement, history) ? undefined : endsPlacement(placement, history, start)),
  },
  ...endsOfCare,
];

export const secureOrderLimits: readonly Timescale[] = [
  {
    ...secureRegulations,
    rule: 'secureWithoutOrder',
    title: 'Court’s authority for secure accommodation',
    limit: withoutOrder,
    starts: [placedInSecure],
    meets: authorised,
    endedBy: [...moves, ...endsOfCare],
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
    starts: [placedInSecure],
    meets: { step: 'secureAccommodationReview' },
    endedBy: [...moves, ...endsOfCare],
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
        on: ({ happenedOn }, history) => (isSecure(placementAt(history, happenedOn), history) ? happenedOn : undefined),
      },
    ],
    meets: { step: 'secureAccommodationReview' },
    endedBy: [...moves, ...endsOfCare],
    law: 'Children (Secure Accommodation) Regulations 1991 reg 15: at most three months after the last review',
  },
];
