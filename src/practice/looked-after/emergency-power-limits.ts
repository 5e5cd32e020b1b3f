import { date } from '../../kernel/calendar/dates.ts';
import { calendarDays, hours, until, type Moment, type Timescale } from '../../kernel/step/timescale.ts';
import { legalStatusAt } from './care.ts';
import { endsOfCare } from './care-moments.ts';
import { dayOf, emergencyOrder, isExtension, statusBefore } from './emergency-orders.ts';

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The power under which a child was taken in, from the day or the hour on which it was used; stated again it does not begin again. */
const under = (code: string): readonly Moment[] => [
  {
    step: 'periodOfCare',
    on: ({ answers, happenedOn }) => (answers['legalStatus'] === code && answers['beganEarlier'] !== true ? happenedOn : undefined),
    at: ({ answers }) => text(answers['startedAt']),
  },
  {
    step: 'legalStatus',
    on: (status, history) => {
      const isNew = status.answers['legalStatus'] === code && statusBefore(status, history) !== code;
      return isNew || (code === emergencyOrder && isExtension(status, history)) ? status.happenedOn : undefined;
    },
    at: ({ answers }) => text(answers['changedAt']),
  },
];

/** Another status stands; an extension of the same order settles it too, and runs itself. */
const replaced = (code: string): Moment => ({
  step: 'legalStatus',
  on: (status, history) =>
    legalStatusAt(history, status.happenedOn) !== code || (status.answers['legalStatus'] === code && isExtension(status, history))
      ? status.happenedOn
      : undefined,
  at: ({ answers }) => text(answers['changedAt']),
});

/** In force with the Act. */
const childrenAct = {
  version: 'Children Act 1989',
  inForce: { from: date('1991-10-14') },
  announcedOn: date('1989-11-16'),
  standing: 'statutory',
} as const satisfies Partial<Timescale>;

/** Powers that lapse by themselves: what comes after must be settled before. */
export const emergencyPowerLimits: readonly Timescale[] = [
  {
    ...childrenAct,
    rule: 'policeProtection',
    title: 'End of police protection',
    reading: 2,
    limit: hours(72),
    starts: under('L1'),
    meets: replaced('L1'),
    endedBy: endsOfCare,
    law: 'Children Act 1989 s46(6): no child is kept in police protection for more than 72 hours',
  },
  {
    ...childrenAct,
    rule: 'emergencyProtectionOrder',
    title: 'End of the emergency protection order',
    limit: ({ answers }) => {
      const ordered = dayOf(answers['until']);
      return ordered === undefined ? calendarDays(7) : until(ordered);
    },
    starts: under(emergencyOrder),
    meets: replaced(emergencyOrder),
    endedBy: endsOfCare,
    law: 'Children Act 1989 s45: the day named in the order; at most eight days beginning with the day on which it is made, extended once by at most seven',
  },
];
