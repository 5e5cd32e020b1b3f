import { addDays } from '../../kernel/calendar/dates.ts';
import { saying } from '../../kernel/step/limit-moments.ts';
import { until, type Timescale } from '../../kernel/step/timescale.ts';
import { lookedAfterOn } from './care.ts';
import { endsOfCare, localStandard } from './care-moments.ts';
import { isMove } from './placement-stays.ts';

/** A move after the day that is signed off: the day of the move itself is still to be answered for where the child came on it. */
const movedOn: Timescale['endedBy'] = [
  {
    step: 'placement',
    because: 'the child moved',
    on: (placement, history, start) =>
      start !== undefined && placement.happenedOn > start.happenedOn && isMove(placement, history) ? placement.happenedOn : undefined,
  },
];

/** Ends where a sign-off says that the child moves or the setting is registered, at a move and with care. */
export const unregisteredLimits: readonly Timescale[] = [
  {
    ...localStandard,
    rule: 'unregisteredSignOff',
    title: 'Senior sign-off of the day in an unregistered setting',
    limit: ({ step, happenedOn }) => until(step === 'unregisteredSignOff' ? addDays(happenedOn, 1) : happenedOn),
    starts: [
      { step: 'unregisteredPlacement', on: ({ happenedOn }, history) => (lookedAfterOn(history, happenedOn) ? happenedOn : undefined) },
      saying('unregisteredSignOff', 'decision', 'goesOn'),
    ],
    meets: {
      step: 'unregisteredSignOff',
      on: ({ happenedOn }, _history, start) =>
        start?.step === 'unregisteredSignOff' && happenedOn <= start.happenedOn ? undefined : happenedOn,
    },
    endedBy: [...movedOn, ...endsOfCare],
    law: 'Local standard: a setting that Ofsted should have registered (Care Standards Act 2000 s11) is signed off by a senior officer on its first day and every day after it',
  },
];
