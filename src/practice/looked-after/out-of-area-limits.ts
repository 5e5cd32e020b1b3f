import { addDays, date, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { until, workingDays, type Moment, type Timescale } from '../../kernel/step/timescale.ts';
import { countedFrom } from '../checks.ts';
import { placementAt, underCarePlanningRules } from './care.ts';
import { endsOfCare, endsWhenPlacedForAdoption } from './care-moments.ts';
import { isMove } from './placement-stays.ts';
import { moves } from './visit-limits.ts';

/** What is done about a placement in the area of another authority. */
export const outOfAreaParts = {
  approvedByOfficer: 'Approved by the nominated officer',
  approvedByDirector: 'Approved by the director of children’s services',
  areaAuthorityTold: 'The authority of the area told in writing, with the care plan and why the placement is the right one',
} as const;

/** Regulations 11 and 13 as SI 2013/3239 made them. */
const regulations2013 = {
  version: 'Care Planning Regulations 2010 as amended in 2014',
  reading: 2,
  inForce: { from: date('2014-01-27') },
  announcedOn: date('2014-01-27'),
  standing: 'statutory',
} as const satisfies Partial<Timescale>;

const isOutOfArea = ({ answers }: Statement): boolean => answers['area'] === 'adjoining' || answers['area'] === 'atDistance';

/** Regulation 11(4): no approval is asked for connected persons, nor for foster carers whom this authority has approved itself. */
const needsNoApproval = ({ answers }: Statement): boolean => {
  const type = String(answers['type']);
  return /^U[1-3]$/.test(type) || (type.startsWith('U') && answers['provider'] === 'PR1');
};

/** One of the two things that are asked: of which placements, and what gives it. */
type Asked = {
  readonly isOf: (placement: Statement) => boolean;
  readonly isGivenBy: (parts: readonly unknown[], placement: Statement) => boolean;
};

const approval: Asked = {
  isOf: (placement) => !needsNoApproval(placement),
  isGivenBy: (parts, placement) =>
    parts.includes('approvedByDirector') || (parts.includes('approvedByOfficer') && placement.answers['area'] !== 'atDistance'),
};
const notice: Asked = { isOf: () => true, isGivenBy: (parts) => parts.includes('areaAuthorityTold') };

const isAsked = ({ isOf }: Asked, placement: Statement, history: History): boolean =>
  isOutOfArea(placement) && isOf(placement) && isMove(placement, history) && underCarePlanningRules(history, placement.happenedOn);

const placedOutOfArea = (asked: Asked): Moment => ({
  step: 'placement',
  on: (placement, history) => (isAsked(asked, placement, history) ? placement.happenedOn : undefined),
});

const gives = ({ isGivenBy }: Asked, { answers }: Statement, placement: Statement): boolean =>
  Array.isArray(answers['done']) && isGivenBy(answers['done'], placement);

/** A decision is of a placement that begins so soon after it; of a later one it is only where it names it. */
const daysAhead = 60;

const nextAfter = (day: LocalDate, asked: Asked, history: History): Statement | undefined =>
  history.find(
    (one) => one.step === 'placement' && one.happenedOn > day && one.happenedOn <= addDays(day, daysAhead) && isAsked(asked, one, history),
  );

/** Of two decisions before a placement the later is its own: the earlier was of the placement before, late as it may have been. */
const isDecidedAgain = (decision: Statement, next: Statement, asked: Asked, history: History): boolean =>
  history.some(
    (one) =>
      one.step === decision.step && one.happenedOn > decision.happenedOn && one.happenedOn <= next.happenedOn && gives(asked, one, next),
  );

/** The placement that it names; else the next, before which it is to be decided; else that of its day. One that begins on its day is meant first. */
function placementOf(decision: Statement, asked: Asked, history: History): Statement | undefined {
  const named = decision.answers['placement'];
  if (named !== undefined) return history.find(({ entry }) => entry === named);
  const now = placementAt(history, decision.happenedOn);
  if (now?.happenedOn === decision.happenedOn && isOutOfArea(now)) return now;
  const next = nextAfter(decision.happenedOn, asked, history);
  return next === undefined || isDecidedAgain(decision, next, asked, history) ? now : next;
}

const given = (asked: Asked): Moment => ({
  step: 'outOfAreaPlacement',
  on: (decision, history, start): LocalDate | undefined => {
    if (start === undefined) return decision.happenedOn;
    return gives(asked, decision, start) && placementOf(decision, asked, history) === start ? countedFrom(start, decision) : undefined;
  },
});

const ends: Timescale['endedBy'] = [...endsWhenPlacedForAdoption, ...moves, ...endsOfCare];

export const outOfAreaLimits: readonly Timescale[] = [
  {
    ...regulations2013,
    rule: 'outOfAreaApproval',
    title: 'Approval of a placement out of area',
    limit: ({ happenedOn }) => until(happenedOn),
    starts: [placedOutOfArea(approval)],
    meets: given(approval),
    endedBy: ends,
    law: 'Care Planning Regulations 2010 reg 11: before the placement; by the director of children’s services where it is at a distance',
  },
  {
    ...regulations2013,
    rule: 'outOfAreaNotice',
    title: 'Notice of a placement out of area to the authority there',
    limit: workingDays(5),
    starts: [placedOutOfArea(notice)],
    meets: given(notice),
    endedBy: ends,
    law: 'Care Planning Regulations 2010 reg 13(4): before the placement; in an emergency within five working days of its start',
  },
];
