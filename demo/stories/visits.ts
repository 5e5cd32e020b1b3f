import { addDays, ageAt, type LocalDate } from '../../src/kernel/calendar/dates.ts';
import { addWorkingDays, workingDaysBetween } from '../../src/kernel/calendar/working-days.ts';
import type { DemoChild } from '../household.ts';
import { drifts, isBornOn, managerOn, say, workerOn, type DemoEntry, type Telling } from '../telling.ts';
import { visitReasons } from '../words/decisions.ts';
import {
  elsewhereOpenings,
  expectingNextSteps,
  expectingObservations,
  expectingOpenings,
  homeOpenings,
  nextSteps,
  nobodyIn,
  notSeen,
  observations,
  schoolObservations,
  schoolOpenings,
} from '../words/visit-notes.ts';
import { babies, children, toddlers, youngPeople } from '../words/voices.ts';

export type Visiting = {
  readonly from: LocalDate;
  readonly until: LocalDate;
  /** Working days between two visits as planned; the local limit on a plan is ten. */
  readonly apart: number;
  /** What starts the first limit: the plan. Absent: no limit runs. */
  readonly startedBy?: string | undefined;
  /** From this day on the children are not seen, though visits are tried. */
  readonly unseenFrom?: LocalDate;
  /** Which visit was first recorded with a wrong date. */
  readonly corrected?: number;
};

/** Where each child was last seen: the entry and the day. */
type Seen = Map<string, { readonly entry: string; readonly on: LocalDate }>;

/** Visits from one day to another, each when it was made, some written up days afterwards. */
export function visit(telling: Telling, visiting: Visiting): void {
  const { chance } = telling;
  const seen: Seen = new Map();
  for (const { person } of telling.children)
    if (visiting.startedBy !== undefined) seen.set(person, { entry: visiting.startedBy, on: visiting.from });
  let on = addWorkingDays(visiting.from, Math.max(2, chance.between(visiting.apart - 6, visiting.apart - 1)));
  for (let count = 0; on < visiting.until; count += 1) {
    const about = whatEachSaid(telling, on, visiting);
    const wholeFamily = about.every(({ answers }) => isMet(answers));
    const entry = about.length === 0 ? undefined : makeVisit(telling, on, about, count === visiting.corrected);
    if (entry !== undefined && visiting.startedBy !== undefined) explainGaps(telling, { entry, on, about, seen });
    on = addWorkingDays(on, nextIn(telling, on, visiting, wholeFamily));
  }
  explainNow(telling, visiting, seen);
}

/** Seen; or, of an unborn child, the mother was. */
const isMet = (answers: Readonly<Record<string, unknown>>): boolean => answers['seen'] === true || answers['motherSeen'] === true;

/** A child who was not seen is, as a rule, seen within days. */
function nextIn(telling: Telling, on: LocalDate, { apart }: Visiting, wholeFamily: boolean): number {
  const { chance } = telling;
  if (!wholeFamily && !drifts(telling, on, 0.15, 0.4)) return chance.between(1, 3);
  if (drifts(telling, on, 0.045, 0.21)) return chance.between(apart + 3, apart + 10);
  return chance.between(apart - 3, apart + 1);
}

/** A newborn child is seen once the birth has been told; until the birth the expectant mother is. */
const isKnownBorn = (child: DemoChild, on: LocalDate): boolean => isBornOn(child, child.unbornAnswers === undefined ? on : addDays(on, -7));

function whatEachSaid(telling: Telling, on: LocalDate, { unseenFrom }: Visiting): DemoEntry['about'] {
  const born = telling.children.filter((child) => isKnownBorn(child, on));
  const unborn = telling.children.filter((child) => !isBornOn(child, on));
  const isEmptyHouse = (unseenFrom !== undefined && on >= unseenFrom) || telling.chance.happens(0.018);
  const because = telling.turn(nobodyIn);
  const toBe = unborn.map(({ person }) => ({
    person,
    answers: isEmptyHouse ? { seen: false, notSeenBecause: because, motherSeen: false } : { seen: false, motherSeen: true },
  }));
  const met = born.map((child) => {
    if (isEmptyHouse) return { person: child.person, answers: { seen: false, notSeenBecause: because } };
    const isMissed = born.length > 1 && telling.chance.happens(0.025);
    if (isMissed) return { person: child.person, answers: { seen: false, notSeenBecause: telling.turn(notSeen) } };
    return { person: child.person, answers: seenAs(telling, child, on) };
  });
  return [...met, ...toBe];
}

export function seenAs({ chance, turn }: Telling, { bornOn }: DemoChild, on: LocalDate): Readonly<Record<string, unknown>> {
  const age = bornOn === undefined ? 0 : ageAt(bornOn, on);
  const seenAlone = chance.happens(age < 2 ? 0.02 : age < 5 ? 0.3 : 0.84);
  const voices = age < 2 ? babies : age < 5 ? toddlers : age < 12 ? children : youngPeople;
  const said = turn(voices);
  return {
    seen: true,
    seenAlone: seenAlone ? 'yes' : age < 5 ? 'notRight' : 'didNotWant',
    whatTheChildSaid: chance.happens(0.25) ? `${said} ${turn(voices)}` : said,
  };
}

function makeVisit(telling: Telling, on: LocalDate, about: DemoEntry['about'], isCorrected: boolean): string | undefined {
  const { chance } = telling;
  const isSeen = about.some(({ answers }) => answers['seen'] === true);
  const place = isSeen ? placeOf(telling, on) : 'home';
  const note = isSeen ? noteOf(telling, place) : about.some(({ answers }) => isMet(answers)) ? expectingNote(telling) : undefined;
  const shared = { visitedOn: on, place, ...(note === undefined ? {} : { note }) };
  if (isCorrected) return recordedWrongly(telling, on, about, shared);
  const late = drifts(telling, on, 0.1, 0.28) ? chance.between(2, 9) : chance.happens(0.3) ? 1 : 0;
  return say(telling, { step: 'visit', on, shared, about, late });
}

/** First recorded under the next working day; put right some days later, with both in the record. */
function recordedWrongly(
  telling: Telling,
  on: LocalDate,
  about: DemoEntry['about'],
  shared: Readonly<Record<string, unknown>>,
): string | undefined {
  const wrong = addWorkingDays(on, 1);
  const by = workerOn(telling, on);
  const entry = say(telling, { step: 'visit', on: wrong, by, about, shared: { ...shared, visitedOn: wrong }, late: 1 });
  if (entry !== undefined)
    say(telling, {
      step: 'visit',
      on,
      by,
      about,
      shared,
      corrects: entry,
      because: 'The visit was entered under the wrong day',
      recordedOn: addWorkingDays(on, 6),
    });
  return entry;
}

function placeOf(telling: Telling, on: LocalDate): 'home' | 'school' | 'elsewhere' {
  const { chance } = telling;
  const isOfSchoolAge = telling.children.every(({ bornOn }) => bornOn !== undefined && ageAt(bornOn, on) >= 5);
  if (isOfSchoolAge && chance.happens(0.25)) return 'school';
  return chance.happens(0.06) ? 'elsewhere' : 'home';
}

function noteOf({ turn }: Telling, place: 'home' | 'school' | 'elsewhere'): string {
  if (place === 'school') return `${turn(schoolOpenings)} ${turn(schoolObservations)} ${turn(nextSteps)}`;
  if (place === 'elsewhere') return `${turn(elsewhereOpenings)} ${turn(nextSteps)}`;
  return `${turn(homeOpenings)} ${turn(observations)} ${turn(nextSteps)}`;
}

const expectingNote = ({ turn }: Telling): string =>
  `${turn(expectingOpenings)} ${turn(expectingObservations)} ${turn(expectingNextSteps)}`;

type Made = { readonly entry: string; readonly on: LocalDate; readonly about: DemoEntry['about']; readonly seen: Seen };

/** Some late visits are explained when they are made; then this visit is the last at which each was seen. */
function explainGaps(telling: Telling, { entry, on, about, seen }: Made): void {
  const seenNow = about.filter(({ answers }) => answers['seen'] === true);
  const before = seenNow[0] === undefined ? undefined : seen.get(seenNow[0].person);
  if (before !== undefined && workingDaysBetween(before.on, on) > 10 && telling.chance.happens(0.4)) {
    const late = seenNow.filter(({ person }) => seen.get(person)?.entry === before.entry).map(({ person }) => ({ person, answers: {} }));
    explain(telling, late, { givenOn: addWorkingDays(on, 1), startedBy: before.entry });
  }
  for (const { person } of seenNow) seen.set(person, { entry, on });
}

/** A visit that is overdue at the end, with the reason given so far: it explains, and the visit is overdue all the same. */
function explainNow(telling: Telling, { until, startedBy, unseenFrom }: Visiting, seen: Seen): void {
  const first = telling.children.find((child) => isKnownBorn(child, telling.until));
  const last = first === undefined ? undefined : seen.get(first.person);
  if (startedBy === undefined || last === undefined || until <= telling.until) return;
  if (workingDaysBetween(last.on, telling.until) <= 10 || !telling.chance.happens(unseenFrom === undefined ? 0.4 : 0.6)) return;
  const about = telling.children
    .filter(({ person }) => seen.get(person)?.entry === last.entry)
    .map(({ person }) => ({ person, answers: {} }));
  explain(telling, about, { givenOn: addWorkingDays(last.on, 11), startedBy: last.entry });
}

function explain(
  telling: Telling,
  about: DemoEntry['about'],
  { givenOn, startedBy }: { readonly givenOn: LocalDate; readonly startedBy: string },
): void {
  const by = telling.chance.happens(0.5) ? managerOn(telling, givenOn) : workerOn(telling, givenOn);
  const shared = { givenOn, reason: telling.turn(visitReasons), rule: 'childProtectionVisit', startedBy };
  say(telling, { step: 'lateReason', on: givenOn, by, about, shared });
}
