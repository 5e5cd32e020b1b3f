import { addDays, addMonths, daysBetween, type LocalDate } from '../../src/kernel/calendar/dates.ts';
import { addWorkingDays } from '../../src/kernel/calendar/working-days.ts';
import { drifts, isBornOn, managerOn, say, workerOn, workingDayBefore, type DemoEntry, type Telling } from '../telling.ts';
import { careVisitReasons, placementNextSteps, placementObservations, placementOpenings } from '../words/care.ts';
import { notSeen } from '../words/visit-notes.ts';
import { seenAs } from './visits.ts';

/** A stay with one set of carers, and how often the children are to be seen in it. */
export type Stay = {
  readonly from: LocalDate;
  readonly until: LocalDate;
  /** The record does not reach back to its first day. */
  readonly beganEarlier: boolean;
  /** Seen every three months once the first year is over. */
  readonly isLongTerm: boolean;
  /** Temporary approval: weekly until this first review, then every four weeks. */
  readonly weeklyUntil?: LocalDate;
  readonly unseenFrom?: LocalDate;
};

/** Visits in one stay: in the first week, then as often as the law asks; some late, some not seen. */
export function visitInCare(telling: Telling, stay: Stay): void {
  const { chance } = telling;
  let on = workingDayBefore(addDays(stay.from, stay.beganEarlier ? chance.between(10, 38) : chance.between(3, 7)));
  let before: { readonly entry: string; readonly dueOn: LocalDate } | undefined;
  while (on < stay.until) {
    const isSeen = !(stay.unseenFrom !== undefined && on >= stay.unseenFrom) && !chance.happens(0.02);
    const about = isSeen ? whatEachSaid(telling, on) : whyNot(telling, on);
    const entry = about.length === 0 ? undefined : makeVisit(telling, on, about, isSeen);
    if (isSeen && before !== undefined && on > before.dueOn && chance.happens(0.45)) explain(telling, on, before.entry);
    if (!isSeen) {
      on = addWorkingDays(on, chance.between(4, 9));
      continue;
    }
    const within = daysUntilNext(stay, on);
    if (entry !== undefined) before = { entry, dueOn: addDays(on, within) };
    const isLate = drifts(telling, on, 0.05, 0.24);
    on = workingDayBefore(addDays(on, isLate ? within + chance.between(3, 16) : within - chance.between(1, Math.ceil(within / 4))));
  }
}

/** The longest that the law allows from this visit to the next, in days. */
function daysUntilNext({ from, beganEarlier, isLongTerm, weeklyUntil }: Stay, on: LocalDate): number {
  if (weeklyUntil !== undefined) return on < weeklyUntil ? 7 : 28;
  const isFirstYear = !beganEarlier && on < addMonths(from, 12);
  return isLongTerm && !isFirstYear ? daysBetween(on, addMonths(on, 3)) : 42;
}

const whatEachSaid = (telling: Telling, on: LocalDate): DemoEntry['about'] =>
  telling.children.filter((child) => isBornOn(child, on)).map((child) => ({ person: child.person, answers: seenAs(telling, child, on) }));

function whyNot(telling: Telling, on: LocalDate): DemoEntry['about'] {
  const notSeenBecause = telling.turn(notSeen);
  return telling.children
    .filter((child) => isBornOn(child, on))
    .map(({ person }) => ({ person, answers: { seen: false, notSeenBecause } }));
}

function makeVisit(telling: Telling, on: LocalDate, about: DemoEntry['about'], isSeen: boolean): string | undefined {
  const { chance, turn } = telling;
  const more = chance.happens(0.6) ? ` ${chance.oneOf(placementObservations)}` : '';
  const note = `${turn(placementOpenings)} ${turn(placementObservations)}${more} ${turn(placementNextSteps)}`;
  const late = drifts(telling, on, 0.1, 0.28) ? chance.between(2, 9) : chance.happens(0.3) ? 1 : 0;
  return say(telling, { step: 'visit', on, about, late, shared: { visitedOn: on, place: 'home', ...(isSeen ? { note } : {}) } });
}

/** The reason explains; the visit was late all the same. */
function explain(telling: Telling, on: LocalDate, startedBy: string): void {
  const givenOn = addWorkingDays(on, 1);
  const by = telling.chance.happens(0.5) ? managerOn(telling, givenOn) : workerOn(telling, givenOn);
  const shared = { givenOn, reason: telling.turn(careVisitReasons), rule: 'lookedAfterVisit', startedBy };
  say(telling, { step: 'lateReason', on: givenOn, by, shared });
}
