import { addDays, addMonths, ageAt, dayNumber, type LocalDate } from '../../src/kernel/calendar/dates.ts';
import { addWorkingDays } from '../../src/kernel/calendar/working-days.ts';
import { chanceFrom } from '../chance.ts';
import { drifts, holdingOn, say, workingDayAfter, workingDayBefore, type Telling } from '../telling.ts';
import { checkMidway, offerStandBys, prepare } from './between-reviews.ts';
import { reviewDecisions, reviewLateReasons, reviewWishes } from '../words/care.ts';

export type CareReviews = {
  readonly startedOn: LocalDate;
  readonly beganEarlier: boolean;
  readonly until: LocalDate;
  /** None is held after this day, though one is due. */
  readonly noneAfter?: LocalDate;
};

const rules = ['firstLookedAfterReview', 'secondLookedAfterReview'] as const;

/** Reviews at twenty working days, three months, then every six; of a child who was in care before, every six. @returns the day of the first */
export function reviewCare(telling: Telling, { startedOn, beganEarlier, until, noneAfter }: CareReviews): LocalDate {
  const { chance } = telling;
  let count = beganEarlier ? 2 : 0;
  let limit = beganEarlier ? addDays(startedOn, chance.between(40, 175)) : addWorkingDays(startedOn, 20);
  let startedBy: string | undefined;
  let first: LocalDate | undefined;
  let before = startedOn;
  offerStandBys(telling, startedOn);
  for (;;) {
    const isLate = drifts(telling, limit, 0.05, 0.2);
    const heldOn = isLate
      ? workingDayAfter(addDays(limit, chance.between(2, 20)))
      : workingDayBefore(addDays(limit, -earlier(telling, count)));
    first ??= heldOn;
    if (heldOn >= until || (noneAfter !== undefined && heldOn > noneAfter)) return first;
    if (isLate && chance.happens(0.35)) putOff(telling, workingDayBefore(limit));
    prepare(telling, heldOn, before);
    const held = hold(telling, heldOn);
    if (held !== undefined) {
      writeUp(telling, heldOn, held);
      checkMidway(telling, heldOn, count === 0);
    }
    before = heldOn;
    if (isLate && startedBy !== undefined && chance.happens(0.5))
      explain(telling, heldOn, rules[count] ?? 'laterLookedAfterReview', startedBy);
    startedBy = held;
    count += 1;
    limit = addMonths(heldOn, count === 1 ? 3 : 6);
  }
}

const earlier = ({ chance }: Telling, count: number): number =>
  count === 0 ? chance.between(0, 7) : chance.between(2, count === 1 ? 14 : 30);

function hold(telling: Telling, heldOn: LocalDate): string | undefined {
  const { chance, turn, reviewer, children } = telling;
  const ages = children.map(({ bornOn }) => (bornOn === undefined ? 0 : ageAt(bornOn, heldOn)));
  const isYoung = ages.every((age) => age < 4);
  const participation = isYoung ? 'PN0' : chance.oneOf(['PN1', 'PN1', 'PN1', 'PN3', 'PN5', 'PN6', 'PN2', 'PN7']);
  return say(telling, {
    step: 'lookedAfterReview',
    on: heldOn,
    by: reviewer,
    shared: {
      heldOn,
      held: true,
      officer: reviewer,
      participation,
      ...(isYoung || participation === 'PN7' ? {} : { childsView: turn(reviewWishes) }),
      planNow: chance.happens(0.06) ? 'mustChange' : chance.happens(0.6) ? 'agreed' : 'notYetAgreed',
      decisions: turn(reviewDecisions),
    },
  });
}

/** What is owed after a review: most officers do it in one sitting, some of it follows, and a few are late. By a chance of its own. */
function writeUp(telling: Telling, heldOn: LocalDate, review: string): void {
  const chance = chanceFrom(telling.n * 7_331 + dayNumber(heldOn));
  const isLate = chance.happens((holdingOn(telling, heldOn)?.team ?? telling.front).isStretched ? 0.2 : 0.05);
  const write = (doneOn: LocalDate, done: readonly string[]): void => {
    say(telling, { step: 'lookedAfterReviewRecord', on: doneOn, by: telling.reviewer, shared: { doneOn, done, review } });
  };
  if (isLate) write(addWorkingDays(heldOn, chance.between(6, 30)), ['decisions', 'record', 'distribution']);
  else if (chance.happens(0.75)) write(heldOn, ['decisions', 'record', 'distribution']);
  else {
    write(heldOn, ['decisions']);
    write(addWorkingDays(heldOn, chance.between(5, 15)), ['record', 'distribution']);
  }
}

function putOff(telling: Telling, on: LocalDate): void {
  const shared = { heldOn: on, held: false, notHeldBecause: telling.turn(reviewLateReasons) };
  say(telling, { step: 'lookedAfterReview', on, by: telling.reviewer, shared });
}

function explain(telling: Telling, givenOn: LocalDate, rule: string, startedBy: string): void {
  const shared = { givenOn, reason: telling.turn(reviewLateReasons), rule, startedBy };
  say(telling, { step: 'lateReason', on: givenOn, by: telling.reviewer, shared });
}
