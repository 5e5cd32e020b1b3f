import { addDays, addMonths, ageAt, date, type LocalDate } from '../../src/kernel/calendar/dates.ts';
import { addWorkingDays } from '../../src/kernel/calendar/working-days.ts';
import type { DemoChild } from '../household.ts';
import { aboutOne, drifts, say, workingDayAfter, workingDayBefore, type Telling } from '../telling.ts';
import { sayWhatWasNotDone } from './year-of-care.ts';
import { educationProgress, educationTargets, healthNeeds, reviewWishes, schools } from '../words/care.ts';

export type Care = {
  readonly startedOn: LocalDate;
  readonly beganEarlier: boolean;
  readonly until: LocalDate;
  readonly isHealthOverdue: boolean;
};

const ageOn = ({ bornOn }: DemoChild, on: LocalDate): number => (bornOn === undefined ? 0 : ageAt(bornOn, on));

/** Health, teeth and school of each child: every brother and sister has their own. */
export function careFor(telling: Telling, care: Care): void {
  for (const child of telling.children) {
    assessHealth(telling, child, care);
    checkTeeth(telling, child, care);
    askCarers(telling, child, care);
    planEducation(telling, child, care);
  }
  sayWhatWasNotDone(telling, care);
}

function assessHealth(telling: Telling, child: DemoChild, { startedOn, beganEarlier, until, isHealthOverdue }: Care): void {
  const { chance, turn } = telling;
  const isLate = drifts(telling, startedOn, 0.12, 0.35);
  let on = beganEarlier
    ? workingDayAfter(addDays(startedOn, chance.between(20, 160)))
    : addWorkingDays(startedOn, isLate ? chance.between(21, 46) : chance.between(8, 20));
  for (let count = beganEarlier ? 1 : 0; on < until; count += 1) {
    if (isHealthOverdue && addMonths(on, 12) > until) return;
    const by = count === 0 ? 'doctor' : chance.oneOf(['nurse', 'nurse', 'doctor']);
    const isRefused = count > 0 && ageOn(child, on) >= 14 && chance.happens(0.05);
    const kind = count === 0 ? 'initial' : 'review';
    const shared = isRefused ? { assessedOn: on, done: false, kind } : { assessedOn: on, done: true, kind, by, needs: turn(healthNeeds) };
    say(telling, { step: 'healthAssessment', on, shared, ...aboutOne(child) });
    if (!isRefused && chance.happens(0.8))
      say(telling, {
        step: 'immunisations',
        on,
        shared: { checkedOn: on, upToDate: !chance.happens(0.1), ...checks(telling, child, on) },
        ...aboutOne(child),
      });
    const next = addMonths(on, ageOn(child, on) >= 5 ? 12 : 6);
    on = isRefused
      ? addWorkingDays(on, chance.between(15, 40))
      : workingDayBefore(addDays(next, drifts(telling, on, 0.06, 0.25) ? chance.between(4, 40) : -chance.between(1, 25)));
  }
}

/** Development checks: asked of the youngest alone. */
const checks = ({ n }: Telling, child: DemoChild, on: LocalDate) => (ageOn(child, on) < 5 ? { healthChecks: n % 13 !== 0 } : {});

function checkTeeth(telling: Telling, child: DemoChild, { startedOn, until, isHealthOverdue }: Care): void {
  const { chance } = telling;
  let on = workingDayAfter(addDays(startedOn, chance.between(30, 300)));
  while (on < until) {
    if (isHealthOverdue && addMonths(on, 12) > until) return;
    const attended = !chance.happens(0.06);
    say(telling, { step: 'dentalCheck', on, shared: { checkedOn: on, attended }, ...aboutOne(child) });
    const next = attended
      ? addDays(addMonths(on, 12), drifts(telling, on, 0.08, 0.25) ? chance.between(5, 60) : -chance.between(1, 120))
      : addDays(on, 35);
    on = workingDayBefore(next);
  }
}

/** The questionnaire: asked of those who look after a child of four to sixteen. */
function askCarers(telling: Telling, child: DemoChild, { startedOn, until }: Care): void {
  const { chance } = telling;
  for (
    let on = workingDayAfter(addDays(startedOn, chance.between(40, 330)));
    on < until;
    on = workingDayBefore(addDays(addMonths(on, 12), -chance.between(0, 40)))
  ) {
    const age = ageOn(child, on);
    if (age < 4 || age > 16) continue;
    const shared = chance.happens(0.07) ? { noScoreBecause: chance.oneOf(['SDQ2', 'SDQ5', 'SDQ4']) } : { score: chance.between(3, 27) };
    say(telling, { step: 'strengthsAndDifficulties', on, shared: { completedOn: on, ...shared }, ...aboutOne(child) });
  }
}

/** In the first ten days of care, then once in each term. */
function planEducation(telling: Telling, child: DemoChild, { startedOn, beganEarlier, until }: Care): void {
  const { chance } = telling;
  const meetings = termMeetings(telling, startedOn, until);
  const isLate = drifts(telling, startedOn, 0.1, 0.3);
  const first = addWorkingDays(startedOn, isLate ? chance.between(11, 25) : chance.between(4, 10));
  for (const on of beganEarlier ? meetings : [first, ...meetings.filter((each) => each > addDays(first, 45))]) {
    const age = ageOn(child, on);
    if (on >= until || age < 3 || age > 17 || (on !== first && drifts(telling, on, 0.06, 0.22))) continue;
    sayPlan(telling, child, on);
  }
}

function sayPlan(telling: Telling, child: DemoChild, heldOn: LocalDate): void {
  const { chance, turn, n } = telling;
  const age = ageOn(child, heldOn);
  const school = age < 5 ? schools[6] : age < 11 ? schools[n % 2] : age < 16 ? schools[2 + (n % 3)] : schools[5];
  const shared = {
    heldOn,
    held: true,
    school,
    progress: turn(educationProgress),
    targets: turn(educationTargets),
    ...(chance.happens(0.6) ? { childsView: turn(reviewWishes) } : {}),
  };
  say(telling, { step: 'personalEducationPlan', on: heldOn, shared, ...aboutOne(child) });
}

/** A day in each term: in November, in February, in June. */
function termMeetings({ n }: Telling, from: LocalDate, until: LocalDate): readonly LocalDate[] {
  const days: LocalDate[] = [];
  const day = String(3 + (n % 24)).padStart(2, '0');
  for (let year = Number(from.slice(0, 4)); year <= Number(until.slice(0, 4)); year += 1)
    for (const month of ['02', '06', '11']) days.push(workingDayBefore(date(`${year}-${month}-${day}`)));
  return days.filter((on) => on > from && on < until);
}
