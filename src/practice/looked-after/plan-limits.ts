import { date, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { workingDays, type Timescale } from '../../kernel/step/timescale.ts';
import { legalStatusAt, periodAt, periodsOf, placementAt, underCarePlanningRules } from './care.ts';
import {
  becameLookedAfter,
  endsOfCare,
  endsWhenPlacedForAdoption,
  localStandard,
  regulations2010,
  withRelaxationOf2020,
} from './care-moments.ts';
import { isMove, placedOnBecomingLookedAfter } from './placement-stays.ts';
import { moves } from './visit-limits.ts';

const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);

/** A plan made before the placement was made in time: it counts on the day the placement started. One of an earlier period of care is another. */
function carePlanOf(plan: Statement, history: History, start?: Statement): LocalDate | undefined {
  if (start === undefined) return plan.happenedOn;
  const before = periodsOf(history).findLast(
    ({ startedOn }) => startedOn < (periodAt(history, start.happenedOn)?.startedOn ?? start.happenedOn),
  );
  const isOfBefore = before !== undefined && plan.happenedOn <= (before.endedOn ?? before.startedOn);
  return isOfBefore ? undefined : later(plan.happenedOn, start.happenedOn);
}

/** A placement plan that names no placement is of the placement of its day; one made before any placement is of the first. */
export function placementPlanOf(plan: Statement, history: History, start?: Statement): LocalDate | undefined {
  if (start === undefined) return plan.happenedOn;
  const placed = start.step === 'placement' ? start : placementAt(history, start.happenedOn);
  if (plan.answers['placement'] !== undefined)
    return plan.answers['placement'] === placed?.entry ? later(plan.happenedOn, start.happenedOn) : undefined;
  const placements = periodAt(history, start.happenedOn)?.placements ?? [];
  const ofFirst =
    placements[0] === start &&
    !periodsOf(history).some(({ endedOn }) => endedOn !== undefined && endedOn >= plan.happenedOn && endedOn <= start.happenedOn);
  return plan.happenedOn >= start.happenedOn || ofFirst ? later(plan.happenedOn, start.happenedOn) : undefined;
}

/** A newborn kept in hospital is not yet placed: the first placement is the first that anybody has the child in. */
const isFirst = (placement: Statement, history: History): boolean =>
  periodAt(history, placement.happenedOn)?.placements.find((one) => one.answers['beganEarlier'] === true || isMove(one, history)) ===
  placement;

export const carePlanLimits: readonly Timescale[] = [
  {
    ...regulations2010,
    rule: 'carePlan',
    title: 'Care plan',
    limit: workingDays(10),
    starts: [
      {
        step: 'placement',
        on: (placement, history) =>
          isFirst(placement, history) && isMove(placement, history) && underCarePlanningRules(history, placement.happenedOn)
            ? placement.happenedOn
            : undefined,
      },
      placedOnBecomingLookedAfter,
    ],
    meets: { step: 'carePlan', on: carePlanOf },
    endedBy: [...endsOfCare, ...endsWhenPlacedForAdoption],
    law: 'Care Planning Regulations 2010 reg 4(2): before the first placement, else within ten working days of its start',
  },
];

/** Remanded to youth detention accommodation: a young offender institution or a secure children’s home. */
const isDetention = (placement: Statement, history: History): boolean =>
  legalStatusAt(history, placement.happenedOn) === 'J1' && ['R5', 'K1'].includes(String(placement.answers['type']));

export const placementPlanLimits: readonly Timescale[] = [
  ...withRelaxationOf2020({
    ...regulations2010,
    rule: 'placementPlan',
    title: 'Placement plan',
    limit: workingDays(5),
    starts: [
      {
        step: 'placement',
        on: (placement, history) =>
          isMove(placement, history) && underCarePlanningRules(history, placement.happenedOn) && !isDetention(placement, history)
            ? placement.happenedOn
            : undefined,
      },
      placedOnBecomingLookedAfter,
    ],
    meets: { step: 'placementPlan', on: placementPlanOf },
    endedBy: [...endsWhenPlacedForAdoption, ...moves, ...endsOfCare],
    law: 'Care Planning Regulations 2010 reg 9: before the placement, else within five working days of its start',
  }),
  {
    ...regulations2010,
    inForce: { from: date('2013-04-12') },
    announcedOn: date('2013-03-20'),
    rule: 'detentionPlacementPlan',
    title: 'Detention placement plan of a remanded child',
    limit: workingDays(10),
    starts: [
      {
        step: 'placement',
        on: (placement, history) => (isMove(placement, history) && isDetention(placement, history) ? placement.happenedOn : undefined),
      },
    ],
    meets: { step: 'placementPlan', on: placementPlanOf },
    endedBy: [...moves, ...endsOfCare],
    law: 'Care Planning Regulations 2010 reg 47C, for children remanded to youth detention accommodation: within ten working days',
  },
];

export const reviewingOfficerLimits: readonly Timescale[] = [
  {
    ...localStandard,
    rule: 'reviewingOfficerNamed',
    title: 'Reviewing officer named',
    limit: workingDays(5),
    starts: becameLookedAfter,
    meets: { step: 'reviewingOfficerNamed' },
    endedBy: endsOfCare,
    law: 'Local standard: within five working days of becoming looked after (IRO Handbook)',
  },
  {
    ...regulations2010,
    rule: 'reviewingOfficerBeforeFirstReview',
    title: 'Reviewing officer named before the first review',
    limit: workingDays(20),
    starts: becameLookedAfter,
    meets: { step: 'reviewingOfficerNamed' },
    endedBy: endsOfCare,
    law: 'Children Act 1989 s25A: named before the first review, and so within its 20 working days',
  },
];
