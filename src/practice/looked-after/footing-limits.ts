import { addDays, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { until, weeks, workingDays, type Limit, type Moment, type Timescale } from '../../kernel/step/timescale.ts';
import { placementAt, underCarePlanningRules } from './care.ts';
import { endsOfCare, isRelaxedIn2020, regulations2010, withRelaxationOf2020, withTwentyFourWeeksIn2020 } from './care-moments.ts';
import { isMove, stayBegan } from './placement-stays.ts';
import { moves } from './visit-limits.ts';

/** A decision is of the placement that it names, else of that of its day. */
function decidedOn(outcomes: readonly string[]) {
  return (decision: Statement, history: History, start?: Statement): LocalDate | undefined => {
    if (!outcomes.includes(String(decision.answers['outcome']))) return undefined;
    const named = decision.answers['placement'];
    const placement = typeof named === 'string' ? history.find((one) => one.entry === named) : placementAt(history, decision.happenedOn);
    const isOther = start?.step === 'placement' && placement !== undefined && stayBegan(placement, history) !== stayBegan(start, history);
    return isOther ? undefined : decision.happenedOn;
  };
}

const onFooting = (footing: string): Moment => ({
  step: 'placement',
  on: (placement, history) =>
    placement.answers['footing'] === footing && isMove(placement, history) && underCarePlanningRules(history, placement.happenedOn)
      ? placement.happenedOn
      : undefined,
});

const ends: Timescale['endedBy'] = [...moves, ...endsOfCare];

/** Sixteen weeks, or the 24 of 2020, and eight more, from the start of the placement. */
function extended(_decision: Statement, history: History, on: LocalDate): Limit {
  const placement = placementAt(history, on);
  const began = placement === undefined ? undefined : stayBegan(placement, history);
  return began === undefined ? weeks(8) : until(addDays(began, 7 * ((isRelaxedIn2020(began) ? 24 : 16) + 8)));
}

const approval = {
  ...regulations2010,
  endedBy: ends,
  meets: { step: 'carerDecision', on: decidedOn(['approved', 'notApproved']) },
} as const satisfies Partial<Timescale>;

export const footingLimits: readonly Timescale[] = [
  ...withRelaxationOf2020({
    ...approval,
    rule: 'parentsAssessment',
    title: 'Assessment of parents with whom the child is placed',
    limit: workingDays(10),
    starts: [onFooting('parentsBeforeAssessment')],
    law: 'Care Planning Regulations 2010 reg 19: finished, and the decision made, within ten working days of the placement',
  }),
  ...withTwentyFourWeeksIn2020({
    ...approval,
    rule: 'emergencyPlacement',
    title: 'End of an emergency foster placement',
    limit: workingDays(6),
    starts: [onFooting('emergency')],
    law: 'Care Planning Regulations 2010 reg 23: no longer than six working days',
  }),
  ...withTwentyFourWeeksIn2020({
    ...approval,
    rule: 'temporaryApproval',
    title: 'Decision on a connected person with temporary approval',
    limit: weeks(16),
    starts: [onFooting('temporarilyApproved')],
    meets: { step: 'carerDecision', on: decidedOn(['approved', 'notApproved', 'extended']) },
    law: 'Care Planning Regulations 2010 reg 24: temporary approval for up to 16 weeks',
  }),
  {
    ...approval,
    rule: 'extendedTemporaryApproval',
    title: 'Decision on a connected person whose temporary approval was extended',
    limit: extended,
    starts: [{ step: 'carerDecision', on: decidedOn(['extended']) }],
    law: 'Care Planning Regulations 2010 reg 25: eight weeks more, once',
  },
];
