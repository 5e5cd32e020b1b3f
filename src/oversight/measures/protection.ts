import { addMonths, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { Clock } from '../../kernel/step/clock.ts';
import { isIn } from '../../returns/rule/period.ts';
import type { Event, Measure, Stand } from './measure.ts';
import { yearTo, type MeasuredChild, type Plan } from './measured-child.ts';

const inNeed = 'DfE, Characteristics of children in need';
const together = 'Working Together, chapter 3';

/** Limits of these rules that were met, each meeting once: on the day on which it was, and whether in time. */
export const metOf = ({ clocks }: MeasuredChild, rules: readonly string[]): readonly Event[] => {
  const met = clocks.filter(({ rule, metOn }) => rules.includes(rule) && metOn !== undefined);
  return [...Map.groupBy(met, ({ metBy }) => metBy)].flatMap(([entry, some]) => {
    const on = some[0]?.metOn;
    // What met two limits at once is in time when it was within the earlier.
    return on === undefined ? [] : [{ on, entry, isIn: some.every(({ dueOn }) => on <= dueOn) }];
  });
};

/** Whether everything of these rules that fell due in the twelve months to a day, since another, was done in time; undefined: a file could not say. */
export function allInTime({ clocks }: MeasuredChild, rules: readonly string[], since: LocalDate, on: LocalDate): Stand['isIn'] {
  const year = yearTo(on);
  const due = clocks.filter(
    ({ rule, dueOn, endedOn }) => rules.includes(rule) && dueOn > since && isIn(dueOn, year) && (endedOn === undefined || endedOn > dueOn),
  );
  if (due.some(({ notInSource, metOn }) => notInSource && metOn === undefined)) return undefined;
  return due.every(({ metOn, dueOn }: Clock) => (metOn === undefined ? dueOn >= on : metOn <= dueOn));
}

const isLong = ({ begunOn }: Plan, on: LocalDate): boolean => begunOn <= addMonths(on, -24);

function reviewed(child: MeasuredChild, on: LocalDate): Stand | undefined {
  const plan = child.planOn(on);
  if (plan === undefined || plan.begunOn > addMonths(on, -3)) return undefined;
  return { entry: plan.begun.entry, isIn: allInTime(child, ['firstReviewConference', 'laterReviewConference'], plan.begunOn, on) };
}

function onPlanFor(child: MeasuredChild, on: LocalDate): Stand | undefined {
  const plan = child.planOn(on);
  return plan && { entry: plan.begun.entry, isIn: isLong(plan, on) };
}

const ended = ({ plans }: MeasuredChild): readonly Event[] =>
  plans.flatMap((plan) =>
    plan.endedOn === undefined ? [] : [{ on: plan.endedOn, entry: plan.begun.entry, isIn: isLong(plan, plan.endedOn) }],
  );

const again = ({ plans }: MeasuredChild): readonly Event[] =>
  plans.map(({ begunOn: on, begun, before }) => ({ on, entry: begun.entry, isIn: before > 0 }));

/** The end of the last plan before must be on record; where there was one that is not, nobody can say. */
const againSoon = ({ plans }: MeasuredChild): readonly Event[] =>
  plans.map(({ begunOn: on, begun, before }, n) => {
    const last = plans[n - 1]?.endedOn;
    return { on, entry: begun.entry, isIn: before === 0 ? false : last === undefined ? undefined : last >= addMonths(on, -24) };
  });

const plansBegun = 'Child protection plans that began in the period';

export const protectionMeasures: readonly Measure[] = [
  {
    name: 'conferences15Days',
    title: 'Initial conferences within 15 working days',
    area: 'protection',
    published: `${inNeed}: initial child protection conferences within 15 working days of the strategy discussion that began the enquiry; ${together}`,
    numerator: 'Conferences held within 15 working days of the strategy discussion',
    denominator: 'Initial child protection conferences held in the period',
    exclusions: ['Conferences on a transfer from another authority', 'Conferences with no enquiry on record before them'],
    wished: 'more',
    per: 'share',
    counts: 'events',
    of: (child) => metOf(child, ['initialConference']),
  },
  {
    name: 'planReviewsInTime',
    title: 'Child protection plans reviewed in time',
    area: 'protection',
    published: `${inNeed}: plans reviewed within the required timescales; ${together}`,
    numerator: 'Children of whom every review conference that fell due in the last twelve months was held in time',
    denominator: 'Children on a plan for three months or longer on the day',
    exclusions: ['Children on a plan for less than three months', 'Counted apart: reviews that a file could not tell of'],
    wished: 'more',
    per: 'share',
    counts: 'standing',
    of: reviewed,
  },
  {
    name: 'plansOverTwoYears',
    title: 'On a child protection plan for two years or longer',
    area: 'protection',
    published: `${inNeed}: duration of plans at 31 March, two years and over`,
    numerator: 'Children whose plan began two years ago or longer',
    denominator: 'Children on a child protection plan on the day',
    exclusions: [],
    wished: 'less',
    per: 'share',
    counts: 'standing',
    of: onPlanFor,
  },
  {
    name: 'plansEndedAfterTwoYears',
    title: 'Plans that ended after two years or longer',
    area: 'protection',
    published: `${inNeed}: plans that ceased, by how long they had lasted`,
    numerator: 'Plans that had lasted two years or longer',
    denominator: 'Child protection plans that ended in the period',
    exclusions: [],
    wished: 'less',
    per: 'share',
    counts: 'events',
    of: ended,
  },
  {
    name: 'repeatPlansEver',
    title: 'On a plan for a second or later time, ever',
    area: 'protection',
    published: `${inNeed}: plans for a second or subsequent time`,
    numerator: 'Plans of a child who had been on one before, here or elsewhere, as far as it is known',
    denominator: plansBegun,
    exclusions: [],
    wished: 'less',
    per: 'share',
    counts: 'events',
    of: again,
  },
  {
    name: 'repeatPlansTwoYears',
    title: 'On a plan again within two years of the last',
    area: 'protection',
    published: 'Children’s services analysis tool (ChAT): plans within 24 months of a previous plan',
    numerator: 'Plans of a child whose last plan had ended in the two years before',
    denominator: plansBegun,
    exclusions: ['Counted apart: plans of a child who had been on one before whose end is not on record'],
    wished: 'less',
    per: 'share',
    counts: 'events',
    of: againSoon,
  },
];
