import type { LocalDate } from '../../src/kernel/calendar/dates.ts';
import { addWorkingDays } from '../../src/kernel/calendar/working-days.ts';
import { drifts, managerOn, say, type Telling } from '../telling.ts';
import { assessmentReasons } from '../words/decisions.ts';

/** Starts and authorises an assessment. `isOverdue`: it stays open beyond its limit. @returns the day on which it was, or would be, authorised */
export function assess(
  telling: Telling,
  referredOn: LocalDate,
  { referral, isOverdue = false }: { readonly referral: string | undefined; readonly isOverdue?: boolean },
): LocalDate {
  const { chance } = telling;
  const startedOn = addWorkingDays(referredOn, chance.between(1, 3));
  const internalReviewOn = addWorkingDays(referredOn, 10);
  const assessment = say(telling, { step: 'childAndFamilyAssessment', on: startedOn, shared: { startedOn, internalReviewOn } });
  const isLate = isOverdue || drifts(telling, startedOn, 0.09, 0.3);
  const authorisedOn = addWorkingDays(referredOn, isLate ? chance.between(47, 61) : chance.between(18, 44));
  if (isOverdue) return authorisedOn;
  const done = say(telling, {
    step: 'assessmentAuthorisation',
    on: authorisedOn,
    by: managerOn(telling, authorisedOn),
    shared: { authorisedOn, ...(assessment === undefined ? {} : { assessment }), factors: chance.oneOf(telling.theme.factors) },
  });
  if (done !== undefined && isLate && referral !== undefined && chance.happens(0.6)) explainAssessment(telling, referral, authorisedOn);
  return authorisedOn;
}

function explainAssessment(telling: Telling, startedBy: string, givenOn: LocalDate): void {
  say(telling, {
    step: 'lateReason',
    on: givenOn,
    by: managerOn(telling, givenOn),
    shared: { givenOn, reason: telling.turn(assessmentReasons), rule: 'assessment', startedBy },
  });
}
