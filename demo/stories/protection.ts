import { addDays, addMonths, type LocalDate } from '../../src/kernel/calendar/dates.ts';
import { addWorkingDays } from '../../src/kernel/calendar/working-days.ts';
import { drifts, managerOn, say, workingDayAfter, workingDayBefore, type Telling } from '../telling.ts';
import { coreGroupReasons, reviewReasons } from '../words/decisions.ts';
import { progress } from '../words/meetings.ts';

/** Reviews as they are to come: what drifts, and where the plan ends. */
export type Reviewing = {
  /** No review is held after this day, though one is due. */
  readonly noneAfter?: LocalDate;
  /** Which review ends the plan: 0 is the first. Absent: it goes on. */
  readonly endsAt?: number;
  /** Which review changes the category. */
  readonly changesCategoryAt?: number;
};
export type Plan = {
  readonly startedOn: LocalDate;
  readonly entry: string | undefined;
};

export function makePlan(telling: Telling, startedOn: LocalDate, previousPlans: number): Plan {
  const shared = { startedOn, category: telling.theme.category, previousPlans };
  return { startedOn, entry: say(telling, { step: 'childProtectionPlan', on: startedOn, by: telling.reviewer, shared }) };
}

/** Holds the reviews of a plan. @returns the day on which it ended, if it has */
export function review(telling: Telling, plan: Plan, reviewing: Reviewing): LocalDate | undefined {
  let limit = addMonths(plan.startedOn, 3);
  let startedBy = plan.entry;
  for (let count = 0; ; count += 1) {
    const isLate = drifts(telling, limit, count === 0 ? 0.07 : 0.05, 0.2);
    const heldOn = dayOfReview(telling, limit, count, isLate);
    if (heldOn > telling.until || (reviewing.noneAfter !== undefined && heldOn > reviewing.noneAfter)) return undefined;
    const isLast = reviewing.endsAt === count;
    if (isLate && telling.chance.happens(0.4)) putOff(telling, workingDayBefore(limit));
    const held = say(telling, {
      step: 'reviewConference',
      on: heldOn,
      by: telling.reviewer,
      shared: { heldOn, held: true, continues: !isLast },
    });
    if (isLate && startedBy !== undefined && telling.chance.happens(0.55)) explainReview(telling, heldOn, count, startedBy);
    if (reviewing.changesCategoryAt === count) changeCategory(telling, plan, heldOn);
    if (isLast) return endPlan(telling, plan, heldOn);
    limit = addMonths(heldOn, 6);
    startedBy = held;
  }
}

/** Most are held some days before the limit; some later reviews are brought forward by weeks. */
function dayOfReview({ chance }: Telling, limit: LocalDate, count: number, isLate: boolean): LocalDate {
  if (isLate) return workingDayAfter(addDays(limit, chance.between(2, 19)));
  return workingDayBefore(addDays(limit, -chance.between(1, count === 0 ? 12 : 28)));
}

function putOff(telling: Telling, on: LocalDate): void {
  say(telling, { step: 'reviewConference', on, by: telling.reviewer, shared: { heldOn: on, held: false } });
}

function explainReview(telling: Telling, givenOn: LocalDate, count: number, startedBy: string): void {
  const rule = count === 0 ? 'firstReviewConference' : 'laterReviewConference';
  say(telling, {
    step: 'lateReason',
    on: givenOn,
    by: telling.reviewer,
    shared: { givenOn, reason: telling.turn(reviewReasons), rule, startedBy },
  });
}

/** The plan is the same plan. */
function changeCategory(telling: Telling, { entry }: Plan, changedOn: LocalDate): void {
  if (entry === undefined) return;
  const shared = { changedOn, category: telling.theme.changedCategory };
  say(telling, { step: 'categoryChange', on: changedOn, by: telling.reviewer, shared });
}

function endPlan(telling: Telling, { entry }: Plan, endedOn: LocalDate): LocalDate {
  const shared = { endedOn, ...(entry === undefined ? {} : { plan: entry }) };
  say(telling, { step: 'childProtectionPlanEnd', on: endedOn, by: telling.reviewer, shared });
  return endedOn;
}

/** Core groups from the conference until a day. */
export function meet(telling: Telling, plan: Plan, until: LocalDate): void {
  const { chance } = telling;
  let isLate = drifts(telling, plan.startedOn, 0.06, 0.25);
  let heldOn = addWorkingDays(plan.startedOn, isLate ? chance.between(11, 17) : chance.between(5, 10));
  let startedBy = plan.entry;
  for (let count = 0; heldOn < until; count += 1) {
    const writtenUp = drifts(telling, heldOn, 0.08, 0.3) ? chance.between(2, 8) : 0;
    const shared = { heldOn, progress: telling.turn(progress) };
    const held = say(telling, { step: 'coreGroupMeeting', on: heldOn, shared, late: writtenUp });
    if (isLate && startedBy !== undefined && held !== undefined && chance.happens(0.35))
      explainCoreGroup(telling, heldOn, count, startedBy);
    startedBy = held;
    isLate = drifts(telling, heldOn, 0.05, 0.24);
    heldOn = isLate ? workingDayAfter(addDays(heldOn, chance.between(44, 60))) : workingDayBefore(addDays(heldOn, chance.between(28, 42)));
  }
}

function explainCoreGroup(telling: Telling, heldOn: LocalDate, count: number, startedBy: string): void {
  const givenOn = addWorkingDays(heldOn, 1);
  say(telling, {
    step: 'lateReason',
    on: givenOn,
    by: managerOn(telling, givenOn),
    shared: { givenOn, reason: telling.turn(coreGroupReasons), rule: count === 0 ? 'firstCoreGroup' : 'laterCoreGroup', startedBy },
  });
}
