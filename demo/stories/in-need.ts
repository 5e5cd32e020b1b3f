import { addDays, addMonths, type LocalDate } from '../../src/kernel/calendar/dates.ts';
import { drifts, say, workingDayAfter, workingDayBefore, type Telling } from '../telling.ts';
import { inNeedProgress } from '../words/meetings.ts';
import { visit } from './visits.ts';

/** A child in need plan from a day until another (later than yesterday: it goes on), with its visits and reviews. */
export function planInNeed(telling: Telling, startedOn: LocalDate, until: LocalDate): void {
  say(telling, { step: 'childInNeedPlan', on: startedOn, shared: { startedOn } });
  visit(telling, { from: startedOn, until, apart: 24 });
  let limit = addMonths(startedOn, 3);
  for (;;) {
    const isLate = drifts(telling, limit, 0.07, 0.25);
    const heldOn = isLate
      ? workingDayAfter(addDays(limit, telling.chance.between(4, 40)))
      : workingDayBefore(addDays(limit, -telling.chance.between(1, 20)));
    if (heldOn >= until || heldOn > telling.until) break;
    if (isLate && telling.chance.happens(0.3)) {
      const put = workingDayBefore(limit);
      say(telling, { step: 'childInNeedReview', on: put, shared: { heldOn: put, held: false } });
    }
    say(telling, { step: 'childInNeedReview', on: heldOn, shared: { heldOn, held: true, progress: telling.turn(inNeedProgress) } });
    limit = addMonths(heldOn, 6);
  }
  if (until <= telling.until) say(telling, { step: 'childInNeedPlanEnd', on: until, shared: { endedOn: until } });
}
