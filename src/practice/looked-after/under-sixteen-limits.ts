import { ageAt, date, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { until, type Timescale } from '../../kernel/step/timescale.ts';
import { lifeOf } from '../checks.ts';
import { underCarePlanningRules } from './care.ts';
import { endsOfCare } from './care-moments.ts';
import { endsPlacement, isMove } from './placement-stays.ts';

/** Supported accommodation, and what was neither a foster home nor a children’s home: semi-independent and independent living, a job with a room. */
const notForChildren: ReadonlySet<unknown> = new Set(['K3', 'H5', 'P2', 'P3']);

function placedUnderSixteen(placement: Statement, history: History): LocalDate | undefined {
  const { happenedOn, answers } = placement;
  const { bornOn } = lifeOf(history);
  if (bornOn === undefined || ageAt(bornOn, happenedOn) >= 16 || !notForChildren.has(answers['type'])) return undefined;
  const isHere = isMove(placement, history) || answers['beganEarlier'] === true;
  return isHere && underCarePlanningRules(history, happenedOn) ? happenedOn : undefined;
}

/** What the law does not allow is recorded as it was, and is late from the first day: somebody must move the child. */
export const underSixteenLimits: readonly Timescale[] = [
  {
    rule: 'accommodationUnderSixteen',
    version: 'SI 2021/161',
    title: 'Move from accommodation not allowed under 16',
    limit: ({ happenedOn }) => until(happenedOn),
    starts: [{ step: 'placement', on: placedUnderSixteen }],
    meets: { step: 'placement', on: endsPlacement },
    endedBy: endsOfCare,
    untilAge: [16],
    inForce: { from: date('2021-09-09') },
    announcedOn: date('2021-02-19'),
    standing: 'statutory',
    law: 'Care Planning Regulations 2010 reg 27A: no child under 16 is placed in supported or unregulated accommodation',
  },
];
