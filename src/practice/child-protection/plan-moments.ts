import type { LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import type { Moment, Timescale } from '../../kernel/step/timescale.ts';
import { isEndOf, planBegunBy, planOpenOn, statementsOf } from '../checks.ts';

/** The conference that made a plan: the last one since any earlier plan, up to the day the plan started. */
function conferenceOf(plan: Statement, history: History): Statement | undefined {
  const earlier = statementsOf('childProtectionPlan', history).findLast((one) => one.happenedOn < plan.happenedOn);
  return statementsOf('initialConference', history).findLast(
    (one) => one.happenedOn <= plan.happenedOn && (earlier === undefined || one.happenedOn > earlier.happenedOn),
  );
}

const plansWaitingFor = (conference: Statement, history: History): boolean =>
  conference.answers['outcome'] === 'planMade' &&
  !statementsOf('childProtectionPlan', history).some((plan) => plan.happenedOn >= conference.happenedOn);

/** What is counted from the initial conference begins with the plan it made; where no conference is on record, with the plan; where the plan is not yet on record, with the conference. */
export const sinceInitialConference: readonly Moment[] = [
  { step: 'childProtectionPlan', on: (plan, history) => conferenceOf(plan, history)?.happenedOn ?? plan.happenedOn },
  { step: 'initialConference', on: (conference, history) => (plansWaitingFor(conference, history) ? conference.happenedOn : undefined) },
];

/** A day that counts only while the child is on a plan. */
export const whileOnPlan = (day: LocalDate, history: History): LocalDate | undefined => (planOpenOn(history, day) ? day : undefined);

/** What a limit was counted under: the plan itself, or the one that ran on that day; a conference whose plan is not yet on record stands for it. */
const begunUnder = (start: Statement, history: History): Statement =>
  start.step === 'childProtectionPlan' || start.step === 'initialConference' ? start : (planBegunBy(start.happenedOn, history) ?? start);

/** The end of another plan is not the end of this one. */
const endOfThisPlan = (end: Statement, history: History, start?: Statement): LocalDate | undefined =>
  start === undefined || isEndOf(end, begunUnder(start, history)) ? end.happenedOn : undefined;

export const endsOfPlan: Timescale['endedBy'] = [
  { step: 'childProtectionPlanEnd', because: 'child protection plan ended', on: endOfThisPlan },
  { step: 'closure', because: 'case closed', on: endOfThisPlan },
];
