import { addDays, date, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { until, workingDays, type Moment, type Timescale } from '../../kernel/step/timescale.ts';
import { countedFrom } from '../checks.ts';
import { placementAt, underCarePlanningRules } from './care.ts';
import { endsOfCare, endsWhenPlacedForAdoption } from './care-moments.ts';
import { isOutsideEngland } from './country.ts';
import { approvedAbroadOn, isInCareByOrder, needsApprovalAbroad } from './outside-england.ts';
import { isMove } from './placement-stays.ts';
import { moves } from './visit-limits.ts';

/** What is done about a placement in the area of another authority. */
export const outOfAreaParts = {
  approvedByOfficer: 'Approved by the nominated officer',
  approvedByDirector: 'Approved by the director of children’s services',
  areaAuthorityTold: 'The authority of the area told in writing, with the care plan and why the placement is the right one',
  courtApproved: 'The court approved that the child lives outside England and Wales',
  holdersApproved: 'Everyone with parental responsibility approved that the child lives outside England and Wales',
  supervisionPlanned: 'The care plan says how the placement outside England and Wales is supervised',
} as const;

/** Regulations 11 and 13 as SI 2013/3239 made them. */
const regulations2013 = {
  version: 'Care Planning Regulations 2010 as amended in 2014',
  reading: 3,
  inForce: { from: date('2014-01-27') },
  announcedOn: date('2014-01-27'),
  standing: 'statutory',
} as const satisfies Partial<Timescale>;

/** Regulation 12, and paragraph 19 of Schedule 2 to the Act. */
const outsideEnglandAndWales = {
  version: 'Care Planning Regulations 2010',
  inForce: { from: date('2011-04-01') },
  announcedOn: date('2011-04-01'),
  standing: 'statutory',
} as const satisfies Partial<Timescale>;

/** Where nobody said it, another country is another area, and one at a distance. */
const isAtDistance = ({ answers }: Statement): boolean =>
  answers['area'] === 'atDistance' || (answers['area'] === undefined && isOutsideEngland(answers));
const isOutOfArea = (placement: Statement): boolean => placement.answers['area'] === 'adjoining' || isAtDistance(placement);

/** Regulation 11(4): no approval is asked for connected persons, nor for foster carers whom this authority has approved itself. */
const needsNoApproval = ({ answers }: Statement): boolean => {
  const type = String(answers['type']);
  return /^U[1-3]$/.test(type) || (type.startsWith('U') && answers['provider'] === 'PR1');
};

/** One of the things that are asked: of which placements, and what gives it. */
type Asked = {
  readonly isOf: (placement: Statement, history: History) => boolean;
  readonly isGivenBy: (parts: readonly unknown[], placement: Statement) => boolean;
};

const approval: Asked = {
  isOf: (placement) => !needsNoApproval(placement),
  isGivenBy: (parts, placement) =>
    parts.includes('approvedByDirector') || (parts.includes('approvedByOfficer') && !isAtDistance(placement)),
};
const notice: Asked = { isOf: () => true, isGivenBy: (parts) => parts.includes('areaAuthorityTold') };

const inCareAbroad = ({ answers, happenedOn }: Statement, history: History): boolean =>
  needsApprovalAbroad(answers) && isInCareByOrder(history, happenedOn);
const courtsApproval: Asked = { isOf: inCareAbroad, isGivenBy: (parts) => parts.includes('courtApproved') };
const supervision: Asked = { isOf: inCareAbroad, isGivenBy: (parts) => parts.includes('supervisionPlanned') };
/** A court that was asked all the same has the last word. */
const holdersApproval: Asked = {
  isOf: (placement, history) => needsApprovalAbroad(placement.answers) && !inCareAbroad(placement, history),
  isGivenBy: (parts) => parts.includes('holdersApproved') || parts.includes('courtApproved'),
};

const isAsked = ({ isOf }: Asked, placement: Statement, history: History): boolean =>
  isOutOfArea(placement) && isOf(placement, history) && isMove(placement, history) && underCarePlanningRules(history, placement.happenedOn);

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

/** The placement says itself by whom it was approved, and when. */
const saidWithPlacement: Moment = {
  step: 'placement',
  itself: true,
  on: (placement, history, start) => (placement.entry === start?.entry ? approvedAbroadOn(placement, history) : undefined),
};

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
  {
    ...outsideEnglandAndWales,
    rule: 'abroadApprovedByCourt',
    title: 'Court’s approval of a placement outside England and Wales',
    limit: ({ happenedOn }) => until(happenedOn),
    starts: [placedOutOfArea(courtsApproval)],
    meets: given(courtsApproval),
    alsoMetBy: [saidWithPlacement],
    endedBy: ends,
    law: 'Care Planning Regulations 2010 reg 12; Children Act 1989 Sch 2 para 19(1): a child in care lives outside England and Wales only with the court’s approval',
  },
  {
    ...outsideEnglandAndWales,
    rule: 'abroadApprovedByHolders',
    title: 'Approval of a placement outside England and Wales by everyone with parental responsibility',
    limit: ({ happenedOn }) => until(happenedOn),
    starts: [placedOutOfArea(holdersApproval)],
    meets: given(holdersApproval),
    alsoMetBy: [saidWithPlacement],
    endedBy: ends,
    law: 'Care Planning Regulations 2010 reg 11; Children Act 1989 Sch 2 para 19(2): any other looked-after child only with the approval of everyone with parental responsibility',
  },
  {
    ...outsideEnglandAndWales,
    standing: 'local',
    rule: 'abroadSupervision',
    title: 'Care plan says how a placement outside England and Wales is supervised',
    limit: workingDays(10),
    starts: [placedOutOfArea(supervision)],
    meets: given(supervision),
    endedBy: ends,
    law: 'Care Planning Regulations 2010 reg 12(3) names no day; ten working days, as for the first care plan, are our default',
  },
];
