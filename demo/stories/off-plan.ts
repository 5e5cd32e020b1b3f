import { addDays, daysBetween, type LocalDate } from '../../src/kernel/calendar/dates.ts';
import { addWorkingDays } from '../../src/kernel/calendar/working-days.ts';
import type { Area } from '../authority.ts';
import { daysAgo, workingDayBefore, type Telling } from '../telling.ts';
import { assess } from './assessment.ts';
import { atTheDoor, besides } from './at-the-door.ts';
import { concludeEnquiry, confer, enquire } from './enquiry.ts';
import { helpFamily } from './family-help.ts';
import { close, introduce, refer, type Response } from './front-door.ts';
import { planInNeed } from './in-need.ts';
import { beginningsOf, laterTeam, leadToPlan } from './on-plan.ts';
import { meet, review } from './protection.ts';
import { visit } from './visits.ts';
import { allocate, someWorker } from './workforce.ts';

/** Families whose children are on no plan today: how each began, in days before today, and how it is told. */
export type OffPlan = {
  readonly ago: readonly [number, number];
  readonly area?: Area;
  readonly tell: (telling: Telling, referredOn: LocalDate) => void;
};

/** A referral that was taken up. @returns its entry */
function open(telling: Telling, on: LocalDate, response: Response = 'assessment'): string | undefined {
  const referral = refer(telling, { on, response });
  allocate(telling, addWorkingDays(on, 1), telling.front, someWorker(telling, telling.front));
  return referral;
}

function moveOn(telling: Telling, on: LocalDate): void {
  const team = laterTeam(telling, { isDisabled: telling.n % 11 === 5 });
  allocate(telling, addWorkingDays(on, 3), team, someWorker(telling, team));
}

function inNeed(telling: Telling, on: LocalDate): void {
  const referral = open(telling, on);
  const authorisedOn = assess(telling, on, { referral });
  visit(telling, { from: on, until: authorisedOn, apart: 14 });
  moveOn(telling, authorisedOn);
  if (telling.n % 8 === 0) besides(telling, addWorkingDays(authorisedOn, 4));
  const startedOn = addWorkingDays(authorisedOn, 2);
  const isOver = telling.n % 3 === 0 && daysBetween(startedOn, telling.today) > 200;
  const endedOn = isOver ? workingDayBefore(addDays(startedOn, telling.chance.between(120, 195))) : telling.today;
  planInNeed(telling, startedOn, endedOn);
  if (isOver) close(telling, addWorkingDays(endedOn, 2), 'RC7');
}

/** `atReview`: at which review it ends; absent: as there was time for. */
const planEnded =
  (steps: 'down' | 'out', atReview?: 0) =>
  (telling: Telling, on: LocalDate): void => {
    const { chance, today } = telling;
    const beginnings = beginningsOf(telling, addDays(on, 55));
    introduce(telling, beginnings.referredOn);
    const plan = leadToPlan(telling, beginnings, { previousPlans: chance.happens(0.15) ? 1 : 0 });
    moveOn(telling, plan.startedOn);
    const room = daysBetween(plan.startedOn, today);
    const endsAt = atReview ?? (room > 480 && chance.happens(0.35) ? 2 : room > 300 && chance.happens(0.7) ? 1 : 0);
    const endedOn = review(telling, plan, { endsAt });
    visit(telling, { from: plan.startedOn, until: endedOn ?? today, apart: 9, startedBy: plan.entry });
    meet(telling, plan, endedOn ?? today);
    if (endedOn === undefined) return;
    if (steps === 'out') return close(telling, addWorkingDays(endedOn, 3), 'RC7');
    const downUntil = workingDayBefore(addDays(endedOn, chance.between(95, 170)));
    planInNeed(telling, endedOn, downUntil < today ? downUntil : today);
    close(telling, addWorkingDays(downUntil, 1), 'RC7');
  };

/** Enquiries found that no conference was needed. */
function noConference(telling: Telling, on: LocalDate): void {
  const referral = open(telling, on, 'strategyDiscussion');
  enquire(telling, on);
  concludeEnquiry(telling, on, telling.n % 3 === 0 ? 'noContinuingRisk' : 'notSubstantiated');
  const authorisedOn = assess(telling, on, { referral });
  visit(telling, { from: on, until: authorisedOn, apart: 10 });
  if (telling.n % 2 === 0) return close(telling, addWorkingDays(authorisedOn, 2), 'RC7');
  moveOn(telling, authorisedOn);
  planInNeed(telling, addWorkingDays(authorisedOn, 1), telling.today);
}

/** A conference was held and made no plan. */
function noPlan(telling: Telling, on: LocalDate): void {
  const referral = open(telling, on, 'strategyDiscussion');
  const discussion = enquire(telling, on);
  concludeEnquiry(telling, on, 'conference');
  const heldOn = addWorkingDays(on, telling.chance.between(10, 15));
  visit(telling, { from: on, until: heldOn, apart: 7 });
  confer(telling, { heldOn, outcome: 'noPlan', discussion, isLate: false });
  assess(telling, on, { referral });
  moveOn(telling, heldOn);
  planInNeed(telling, addWorkingDays(heldOn, 1), telling.today);
}

function assessedOnly(telling: Telling, on: LocalDate): void {
  const referral = open(telling, on);
  const authorisedOn = assess(telling, on, { referral });
  visit(telling, { from: on, until: authorisedOn, apart: 14 });
  close(telling, addWorkingDays(authorisedOn, 1), telling.n % 2 === 0 ? 'RC8' : 'RC9');
}

/** Closed after an assessment, referred again some months later, and now in need. */
function cameBack(telling: Telling, on: LocalDate): void {
  assessedOnly(telling, on);
  inNeed(telling, workingDayBefore(addDays(on, telling.chance.between(160, 260))));
}

function inAssessment(telling: Telling, on: LocalDate): void {
  const isOverdue = daysBetween(on, telling.today) > 66;
  const referral = open(telling, on);
  assess(telling, on, { referral, isOverdue });
  visit(telling, { from: on, until: telling.today, apart: 14 });
}

/** Enquiries are under way and the conference is to come; a few are late. */
function conferenceToCome(telling: Telling, on: LocalDate): void {
  const referral = open(telling, on, 'strategyDiscussion');
  enquire(telling, on);
  concludeEnquiry(telling, on, 'conference');
  assess(telling, on, { referral });
  visit(telling, { from: on, until: telling.today, apart: 6 });
}

/** Early help is the work of others, and some of it is written down here. */
function earlyHelp(telling: Telling, on: LocalDate): void {
  refer(telling, { on, response: 'earlyHelp' });
  helpFamily(telling, on);
}

/** No further action; some are referred again, and then it is looked into. */
function noFurtherAction(telling: Telling, on: LocalDate): void {
  refer(telling, { on, response: 'noFurtherAction' });
  const againOn = workingDayBefore(addDays(on, 75));
  if (telling.n % 4 === 0 && againOn < daysAgo(telling.today, 5)) assessedOnly(telling, againOn);
}

/** Told after the introduction. */
const story = (from: number, to: number, tell: OffPlan['tell']): OffPlan => ({
  ago: [from, to],
  tell: (telling, on) => {
    introduce(telling, on);
    tell(telling, on);
  },
});
/** What is overdue at the front door is so where the assessment team is short of staff. */
const overdue = (from: number, to: number, tell: OffPlan['tell']): OffPlan => ({ ...story(from, to, tell), area: 'Central' });
const ended = (from: number, to: number, steps: 'down' | 'out'): OffPlan => ({ ago: [from, to], tell: planEnded(steps) });
const endedSoon = (from: number, to: number, steps: 'down' | 'out'): OffPlan => ({ ago: [from, to], tell: planEnded(steps, 0) });

/** In turn: of each twenty-four families on no plan, so many of each. */
export const offPlan: readonly [OffPlan, ...OffPlan[]] = [
  story(90, 620, inNeed),
  ended(330, 660, 'down'),
  story(20, 690, noFurtherAction),
  story(8, 40, inAssessment),
  story(110, 500, inNeed),
  story(90, 680, assessedOnly),
  story(100, 500, noConference),
  story(10, 640, earlyHelp),
  story(80, 400, inNeed),
  ended(280, 670, 'out'),
  story(3, 17, conferenceToCome),
  story(150, 690, noFurtherAction),
  story(120, 700, inNeed),
  overdue(67, 82, inAssessment),
  story(90, 500, assessedOnly),
  ended(300, 640, 'down'),
  story(90, 300, inNeed),
  story(1, 3, atTheDoor),
  story(420, 690, cameBack),
  story(10, 60, inAssessment),
  story(60, 380, noPlan),
  story(100, 560, inNeed),
  story(30, 700, noFurtherAction),
  overdue(24, 29, conferenceToCome),
];

/** Somebody who had a plan for some months, and is known no more. */
const inNeedOver = (telling: Telling, on: LocalDate): void => {
  const referral = open(telling, on);
  const authorisedOn = assess(telling, on, { referral });
  visit(telling, { from: on, until: authorisedOn, apart: 14 });
  moveOn(telling, authorisedOn);
  const startedOn = addWorkingDays(authorisedOn, 2);
  const endedOn = workingDayBefore(addDays(startedOn, telling.chance.between(90, 240)));
  planInNeed(telling, startedOn, endedOn);
  close(telling, addWorkingDays(endedOn, 2), 'RC7');
};

/** Of those whom the service worked with a year ago, as many as it works with today are told of: without them it would seem to have grown fourfold. */
export const gone: readonly [OffPlan, ...OffPlan[]] = [
  ended(430, 640, 'out'),
  story(410, 690, inNeedOver),
  endedSoon(480, 715, 'down'),
  endedSoon(560, 720, 'out'),
  story(360, 520, inNeedOver),
];

/** A weekend's referral is one too: duty and night staff take it. */
export const referralDay = (telling: Pick<Telling, 'chance' | 'today' | 'until'>, [from, to]: OffPlan['ago']): LocalDate => {
  const on = daysAgo(telling.today, telling.chance.between(from, to));
  return telling.chance.happens(0.12) || to <= 3 ? on : workingDayBefore(on);
};
