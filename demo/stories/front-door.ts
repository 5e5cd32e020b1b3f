import type { LocalDate } from '../../src/kernel/calendar/dates.ts';
import { addWorkingDays } from '../../src/kernel/calendar/working-days.ts';
import { chanceFrom } from '../chance.ts';
import type { DemoChild } from '../household.ts';
import { drifts, managerOn, say, type Said, type Telling } from '../telling.ts';
import { decisionReasons } from '../words/decisions.ts';

export type Response = keyof typeof decisionReasons;

/** Says who the children are; of one who was born since, first that a child was expected. */
export function introduce(telling: Telling, recordedOn: LocalDate): void {
  for (const child of telling.children) {
    const { bornOn, expectedOn, answers, unbornAnswers } = child;
    const isExpected = unbornAnswers !== undefined && bornOn !== undefined && bornOn > recordedOn;
    const on = (isExpected ? expectedOn : (bornOn ?? expectedOn)) ?? recordedOn;
    sayDetails(telling, child, { shared: isExpected ? unbornAnswers : answers, on, recordedOn, by: telling.staff.duty });
  }
}

/** The same person, with a name and a day of birth, stated by the worker once the hospital or the parent has told. */
export function tellBirths(telling: Telling): void {
  for (const child of telling.children) {
    const { bornOn, answers, unbornAnswers } = child;
    if (bornOn === undefined || unbornAnswers === undefined) continue;
    sayDetails(telling, child, { shared: answers, on: bornOn, recordedOn: addWorkingDays(bornOn, telling.chance.between(1, 3)) });
  }
}

function sayDetails(
  telling: Telling,
  { person }: DemoChild,
  { shared, on, recordedOn, by }: Pick<Said, 'shared' | 'on' | 'by'> & { readonly recordedOn: LocalDate },
): void {
  say(telling, { step: 'personDetails', on, recordedOn, shared, about: [{ person, answers: {} }], ...(by === undefined ? {} : { by }) });
}

/** A contact, taken by duty. @returns its entry */
export function contactOn(telling: Telling, on: LocalDate, more: Readonly<Record<string, unknown>> = {}): string | undefined {
  const { chance, staff, theme } = telling;
  return say(telling, {
    step: 'contact',
    on,
    by: staff.duty,
    shared: {
      receivedOn: on,
      receivedAt: `1${chance.between(0, 6)}:${chance.between(10, 55)}`,
      how: 'telephone',
      source: chance.oneOf(theme.sources),
      worry: 'They have been worried for some weeks, and something was said this morning that made them ring.',
      familyTold: 'told',
      ...more,
    },
  });
}

export type Referred = {
  readonly on: LocalDate;
  readonly response: Response;
  readonly isUndecided?: boolean;
  /** Of which contact it comes; absent: of one of that day. */
  readonly contact?: string | undefined;
};

/** A contact that is accepted as a referral, and the decision on that. @returns the referral's entry */
export function refer(telling: Telling, { on, response, isUndecided = false, contact: given }: Referred): string | undefined {
  const { chance, staff, theme } = telling;
  const source = chance.oneOf(theme.sources);
  // What the contact is told with is drawn apart: the story after it stays what it was.
  const contact = given ?? contactOn({ ...telling, chance: chanceFrom(telling.n * 6101 + 29) }, on, { source });
  const named = contact === undefined ? {} : { contact };
  say(telling, { step: 'contactDecision', on, by: staff.duty, shared: { decidedOn: on, decision: 'referral', ...named } });
  const referral = say(telling, {
    step: 'referral',
    on,
    by: staff.duty,
    shared: { referredOn: on, source, primaryNeed: theme.primaryNeed },
  });
  if (!isUndecided) decide(telling, on, response, drifts(telling, on, 0.05, 0.22));
  return referral;
}

function decide(telling: Telling, referredOn: LocalDate, response: Response, isLate: boolean): void {
  const { chance, staff, turn } = telling;
  const after = isLate ? chance.between(2, 4) : response === 'strategyDiscussion' || chance.happens(0.55) ? 0 : 1;
  const decidedOn = addWorkingDays(referredOn, after);
  const isTold = chance.happens(0.86);
  say(telling, {
    step: 'referralDecision',
    on: decidedOn,
    by: chance.happens(0.6) ? managerOn(telling, decidedOn) : staff.duty,
    shared: { decidedOn, response, ...(isTold ? { acknowledgedOn: decidedOn } : {}), reason: turn(decisionReasons[response]) },
  });
}

export function close(telling: Telling, on: LocalDate, reason: 'RC7' | 'RC8' | 'RC9'): void {
  say(telling, { step: 'closure', on, by: managerOn(telling, on), shared: { closedOn: on, reason } });
}
