import type { LocalDate } from '../../kernel/calendar/dates.ts';
import type { Limit, Timescale } from '../../kernel/step/timescale.ts';
import type { StagesAsked, Turn } from '../../record/stage-sums.ts';

/** The way of a child through the service, as this simulation has it: in one stage at a time, the one that asks most of it. */
export const stageNames = {
  contact: 'Contact, not decided',
  referral: 'Referral, not yet assessed',
  assessment: 'Assessment',
  enquiry: 'Section 47 enquiry',
  childInNeed: 'Child in need',
  protectionPlan: 'Child protection plan',
  lookedAfter: 'Looked after',
} as const;
export type StageName = keyof typeof stageNames;
export const stageOrder = Object.keys(stageNames).filter((name): name is StageName => name in stageNames);

const begins = (layer: Turn['layer'], stage: StageName, where: Pick<Turn, 'field' | 'of' | 'unless'> = {}): Turn => ({
  layer,
  stage,
  ...where,
});
const ends = (layer: Turn['layer'], where: Pick<Turn, 'field' | 'of'> = {}): Turn => ({ layer, ...where });

/** Which step begins or ends a stage. A plan and care last until they are ended, whatever else is recorded meanwhile. */
const turns: Readonly<Record<string, readonly Turn[]>> = {
  contact: [begins('door', 'contact')],
  contactDecision: [ends('door')],
  referral: [ends('door'), begins('base', 'referral', { field: 'noFurtherAction', unless: ['true'] })],
  referralDecision: [ends('base', { field: 'response', of: ['earlyHelp', 'noFurtherAction'] })],
  childAndFamilyAssessment: [begins('base', 'assessment')],
  assessmentAuthorisation: [begins('base', 'childInNeed')],
  strategyDiscussion: [begins('base', 'enquiry')],
  section47Enquiry: [begins('base', 'enquiry')],
  section47Outcome: [begins('base', 'childInNeed')],
  initialConference: [begins('base', 'childInNeed')],
  childInNeedPlan: [begins('base', 'childInNeed')],
  childProtectionPlan: [begins('base', 'childInNeed'), begins('plan', 'protectionPlan')],
  childProtectionPlanEnd: [ends('plan'), begins('base', 'childInNeed')],
  periodOfCare: [begins('care', 'lookedAfter')],
  periodOfCareEnd: [ends('care'), ends('base')],
  closure: [ends('door'), ends('base'), ends('plan')],
  childDeath: [ends('door'), ends('base'), ends('plan'), ends('care')],
};

/** What is owed, in which limits of the record it is counted, and how it is said. */
export const clocks = {
  assessment: { title: 'Assessments', rules: ['assessment'] },
  enquiry: { title: 'Enquiries, to the initial conference or their end', rules: ['initialConference'] },
  childProtectionVisit: { title: 'Child protection visits', rules: ['childProtectionVisit'] },
  coreGroup: { title: 'Core groups', rules: ['firstCoreGroup', 'laterCoreGroup'] },
  reviewConference: { title: 'Review conferences', rules: ['firstReviewConference', 'laterReviewConference'] },
  lookedAfterVisit: { title: 'Looked-after visits', rules: ['firstVisitInPlacement', 'lookedAfterVisit'] },
  lookedAfterReview: {
    title: 'Looked-after reviews',
    rules: ['firstLookedAfterReview', 'secondLookedAfterReview', 'laterLookedAfterReview'],
  },
} as const;
export type ClockName = keyof typeof clocks;
export const clockOrder = Object.keys(clocks).filter((name): name is ClockName => name in clocks);

export const asked: StagesAsked = { stages: turns, rules: clockOrder.flatMap((name) => clocks[name].rules) };

type Days = { readonly count: number; readonly inWorkingDays: boolean };

function inDays(limit: Limit): Days | undefined {
  switch (limit.unit) {
    case 'working days':
      return { count: limit.count, inWorkingDays: true };
    case 'days':
      return { count: limit.count, inWorkingDays: false };
    case 'weeks':
      return { count: 7 * limit.count, inWorkingDays: false };
    case 'months':
      return { count: Math.floor(30.4 * limit.count), inWorkingDays: false };
    default:
      return undefined;
  }
}

/** Where a limit depends on the child, what it is for most: visits in the first year of a placement, and reviews after the second (Care Planning Regulations 2010 regs 28 and 33). */
const usual: Readonly<Record<string, Days>> = {
  lookedAfterVisit: { count: 42, inWorkingDays: false },
  laterLookedAfterReview: { count: 182, inWorkingDays: false },
  firstLookedAfterReview: { count: 20, inWorkingDays: true },
};

/** How long the limit of a rule is that begins on a day, as practice has it. */
export function limitOf(timescales: readonly Timescale[], rule: string, on: LocalDate): Days {
  const found = timescales.find(
    (one) => one.rule === rule && one.inForce.from <= on && (one.inForce.to === undefined || one.inForce.to >= on),
  );
  const days = found === undefined || typeof found.limit === 'function' ? undefined : inDays(found.limit);
  const known = days ?? usual[rule];
  if (known === undefined) throw new RangeError(`No limit of days is known for "${rule}" on ${on}`);
  return known;
}
