import { date, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { until, workingDays, type Moment, type Timescale } from '../../kernel/step/timescale.ts';
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

const placedOutOfArea = (counts: (placement: Statement) => boolean): Moment => ({
  step: 'placement',
  on: (placement, history) =>
    isOutOfArea(placement) && counts(placement) && isMove(placement, history) && underCarePlanningRules(history, placement.happenedOn)
      ? placement.happenedOn
      : undefined,
});

/** Of the placement that it names; else of the one of its day, or, decided before, of the next. */
function isOf(decision: Statement, start: Statement, history: History): boolean {
  const named = decision.answers['placement'];
  if (named !== undefined) return named === start.entry;
  const now = placementAt(history, decision.happenedOn);
  if (decision.happenedOn >= start.happenedOn) return now === start;
  const next = history.find((one) => one.step === 'placement' && one.happenedOn > decision.happenedOn && isOutOfArea(one));
  return next === start && (now === undefined || !isOutOfArea(now));
}

const decided = (allows: (parts: readonly unknown[], start: Statement | undefined) => boolean): Moment => ({
  step: 'outOfAreaPlacement',
  on: (decision, history, start): LocalDate | undefined => {
    const parts = decision.answers['done'];
    if (!Array.isArray(parts) || !allows(parts, start)) return undefined;
    if (start === undefined) return decision.happenedOn;
    if (!isOf(decision, start, history)) return undefined;
    return decision.happenedOn > start.happenedOn ? decision.happenedOn : start.happenedOn;
  },
});

const ends: Timescale['endedBy'] = [...endsWhenPlacedForAdoption, ...moves, ...endsOfCare];

export const outOfAreaLimits: readonly Timescale[] = [
  {
    ...regulations2013,
    rule: 'outOfAreaApproval',
    title: 'Approval of a placement out of area',
    limit: ({ happenedOn }) => until(happenedOn),
    starts: [placedOutOfArea((placement) => !needsNoApproval(placement))],
    meets: decided(
      (parts, start) =>
        parts.includes('approvedByDirector') || (parts.includes('approvedByOfficer') && start?.answers['area'] !== 'atDistance'),
    ),
    endedBy: ends,
    law: 'Care Planning Regulations 2010 reg 11: before the placement; by the director of children’s services where it is at a distance',
  },
  {
    ...regulations2013,
    rule: 'outOfAreaNotice',
    title: 'Notice of a placement out of area to the authority there',
    limit: workingDays(5),
    starts: [placedOutOfArea(() => true)],
    meets: decided((parts) => parts.includes('areaAuthorityTold')),
    endedBy: ends,
    law: 'Care Planning Regulations 2010 reg 13(4): before the placement; in an emergency within five working days of its start',
  },
];
