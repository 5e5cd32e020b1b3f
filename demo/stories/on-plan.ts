import { addDays, daysBetween, type LocalDate } from '../../src/kernel/calendar/dates.ts';
import { addWorkingDays } from '../../src/kernel/calendar/working-days.ts';
import { teamFor, type DemoTeam, type TeamKind } from '../authority.ts';
import type { PlanPlot } from '../plots.ts';
import { daysAgo, workingDayAfter, workingDayBefore, type Telling } from '../telling.ts';
import { assess } from './assessment.ts';
import { concludeEnquiry, confer, discussOnly, enquire } from './enquiry.ts';
import { close, introduce, refer, tellBirths } from './front-door.ts';
import { planInNeed } from './in-need.ts';
import { makePlan, meet, review, type Plan } from './protection.ts';
import { visit } from './visits.ts';
import { allocate, holdBy, someWorker } from './workforce.ts';

/** The first weeks of a plan's story, as they must have been for it to start on its day. */
export type Beginnings = {
  readonly referredOn: LocalDate;
  readonly discussedOn: LocalDate;
  readonly startedOn: LocalDate;
  readonly isConferenceLate: boolean;
};
type Cause = Pick<Telling, 'chance' | 'front'>;

export function beginningsOf({ chance, front }: Cause, around: LocalDate): Beginnings {
  const startedOn = workingDayBefore(around);
  const isConferenceLate = chance.happens(front.isStretched ? 0.3 : 0.1);
  const discussedOn = addWorkingDays(startedOn, -(isConferenceLate ? chance.between(16, 23) : chance.between(9, 15)));
  const referredOn = addWorkingDays(discussedOn, -(chance.happens(0.4) ? 0 : chance.between(1, 12)));
  return { referredOn, discussedOn, startedOn, isConferenceLate };
}

/** From the referral to the day on which the plan starts. */
export function leadToPlan(
  telling: Telling,
  { referredOn, discussedOn, startedOn, isConferenceLate }: Beginnings,
  { previousPlans, isDiscussedBefore = false }: { readonly previousPlans: number; readonly isDiscussedBefore?: boolean },
): Plan {
  const isSame = discussedOn === referredOn;
  const referral = refer(telling, { on: referredOn, response: isSame ? 'strategyDiscussion' : 'assessment' });
  const allocatedOn = isSame ? referredOn : addWorkingDays(referredOn, 1);
  allocate(telling, allocatedOn, telling.front, someWorker(telling, telling.front));
  assess(telling, referredOn, { referral });
  if (isDiscussedBefore && daysBetween(referredOn, discussedOn) > 3) discussOnly(telling, addWorkingDays(referredOn, 1));
  const discussion = enquire(telling, discussedOn);
  concludeEnquiry(telling, discussedOn, 'conference');
  visit(telling, { from: referredOn, until: startedOn, apart: 8 });
  confer(telling, { heldOn: startedOn, outcome: 'planMade', discussion, isLate: isConferenceLate });
  return makePlan(telling, startedOn, previousPlans);
}

const kinds: readonly [TeamKind, ...TeamKind[]] = [
  ...(['Child Protection', 'Family Support', 'Child Protection', 'Court', 'Family Support'] as const),
  ...(['Child Protection', 'Children in Need', 'Court', 'Child Protection', 'Family Support'] as const),
];

export function laterTeam(telling: Telling, { isAdolescent = false, isDisabled = false }: Partial<PlanPlot>): DemoTeam {
  const kind = isDisabled ? 'Disabled Children' : isAdolescent ? 'Adolescents' : telling.chance.oneOf(kinds);
  return teamFor(telling.staff, telling.front.area, kind);
}

/** A family whose children are on a plan today. */
export function tellOnPlan(telling: Telling, plot: PlanPlot, beginnings: Beginnings): void {
  const { today, until } = telling;
  if (plot.isSecondHere) tellEarlierPlan(telling, beginnings.referredOn);
  else introduce(telling, beginnings.referredOn);
  const plan = leadToPlan(telling, beginnings, plot);
  const transferredOn = addWorkingDays(plan.startedOn, telling.chance.between(2, 5));
  holdBy(
    telling,
    plot.drift === undefined ? laterTeam(telling, plot) : teamFor(telling.staff, plot.drift.area, plot.drift.kind),
    transferredOn,
    plot,
  );
  const unseen = plot.unseenFor === undefined ? {} : { unseenFrom: daysAgo(today, plot.unseenFor) };
  const corrected = plot.corrected === undefined ? {} : { corrected: plot.corrected };
  visit(telling, { from: plan.startedOn, until: today, apart: 9, startedBy: plan.entry, ...unseen, ...corrected });
  meet(telling, plan, addDays(until, 1));
  review(telling, plan, {
    ...(plot.isReviewDue ? { noneAfter: plot.startedAgo < 150 ? plan.startedOn : daysAgo(today, 188) } : {}),
    ...(plot.changesCategoryAt === undefined ? {} : { changesCategoryAt: plot.changesCategoryAt }),
  });
  tellBirths(telling);
}

/** A plan of some two years ago, which ended; the case was closed, until it was referred again. */
function tellEarlierPlan(telling: Telling, againOn: LocalDate): void {
  const first = beginningsOf(telling, daysAgo(telling.today, 690));
  introduce(telling, first.referredOn);
  const plan = leadToPlan(telling, first, { previousPlans: 0 });
  const team = laterTeam(telling, {});
  allocate(telling, addWorkingDays(plan.startedOn, 3), team, someWorker(telling, team));
  const endedOn = review(telling, plan, { endsAt: 1 });
  if (endedOn === undefined) return;
  visit(telling, { from: plan.startedOn, until: endedOn, apart: 9, startedBy: plan.entry });
  meet(telling, plan, endedOn);
  const closedOn = workingDayAfter(addDays(endedOn, Math.min(80, daysBetween(endedOn, againOn) - 40)));
  planInNeed(telling, endedOn, closedOn);
  close(telling, closedOn, 'RC7');
}
