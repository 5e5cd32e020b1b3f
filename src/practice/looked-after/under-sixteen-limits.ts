import { ageAt, date, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { until, type Timescale } from '../../kernel/step/timescale.ts';
import { lifeOf } from '../checks.ts';
import { underCarePlanningRules } from './care.ts';
import { endsOfCare } from './care-moments.ts';
import { endsPlacement, entersKind, leavesKind } from './placement-stays.ts';

/** Supported accommodation, and what was neither a foster home nor a children’s home: semi-independent and independent living, a job with a room. */
const notForChildren: ReadonlySet<unknown> = new Set(['K3', 'H5', 'P2', 'P3']);

const isNotForChildren = ({ answers }: Statement): boolean => notForChildren.has(answers['type']);

function placedUnderSixteen(placement: Statement, history: History): LocalDate | undefined {
  const { happenedOn, answers } = placement;
  const { bornOn } = lifeOf(history);
  if (bornOn === undefined || ageAt(bornOn, happenedOn) >= 16 || !isNotForChildren(placement)) return undefined;
  const isHere = entersKind(placement, history, isNotForChildren) || answers['beganEarlier'] === true;
  return isHere && underCarePlanningRules(history, happenedOn) ? happenedOn : undefined;
}

const leftIt = (placement: Statement, history: History, start?: Statement): LocalDate | undefined =>
  leavesKind(placement, isNotForChildren) ?? endsPlacement(placement, history, start);

/** What the law does not allow is recorded as it was, and is late from the first day: somebody must move the child. */
export const underSixteenLimits: readonly Timescale[] = [
  {
    rule: 'accommodationUnderSixteen',
    version: 'SI 2021/161',
    reading: 2,
    title: 'Move from accommodation not allowed under 16',
    limit: ({ happenedOn }) => until(happenedOn),
    starts: [{ step: 'placement', on: placedUnderSixteen }],
    meets: { step: 'placement', on: leftIt },
    endedBy: endsOfCare,
    untilAge: [16],
    inForce: { from: date('2021-09-09') },
    announcedOn: date('2021-02-19'),
    standing: 'statutory',
    law: 'Care Planning Regulations 2010 reg 27A: no child under 16 is placed in supported or unregulated accommodation',
  },
];
