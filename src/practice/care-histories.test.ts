import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bankHolidays } from '../kernel/calendar/bank-holidays.ts';
import { addDays, date, dayOfWeek, daysBetween, type LocalDate } from '../kernel/calendar/dates.ts';
import type { Clock } from '../kernel/step/clock.ts';
import { whatStands, type History } from '../kernel/step/history.ts';
import { episodesOf } from './looked-after/episodes-of-care.ts';
import { chain, type Told } from './history.fixture.ts';
import { derivation, standingOf, steps } from './pathway.ts';

/** More with SIGHTLINE_RUNS, for a long run by hand. */
const numRuns = Number(process.env['SIGHTLINE_RUNS'] ?? 2_000);
const patience = 600_000 + numRuns * 60;

type Event = { readonly step: string; readonly on: LocalDate; readonly answers: Readonly<Record<string, unknown>> };

/** The record of a review is owed also when care has ended since; the approval of the end is owed because it has. */
const owedAfterCare: ReadonlySet<string> = new Set(['reviewDecisionsSent', 'reviewRecordWritten', 'reviewRecordSent', 'endOfCareApproval']);

const record = (events: readonly Event[], bornOn?: LocalDate): History => {
  const child: Told = ['personDetails', bornOn ?? '1900-01-01', { bornOn }];
  return whatStands(chain(child, ...events.map(({ step, on, answers }): Told => [step, on, answers])));
};

/** What can happen in care, with days since the last thing that did. */
const inCare = fc.oneof(
  fc.record({ step: fc.constant('visit'), answers: fc.record({ seen: fc.boolean() }) }),
  fc.record({ step: fc.constant('visit'), answers: fc.constant({ seen: true }) }),
  fc.record({ step: fc.constant('lookedAfterReview'), answers: fc.record({ held: fc.boolean() }) }),
  fc.record({
    step: fc.constant('placement'),
    answers: fc.record({
      type: fc.constantFrom('U6', 'K2', 'U5'),
      sameCarers: fc.boolean(),
      expectation: fc.constantFrom('shortTerm', 'untilEighteen', 'agreedLongTerm'),
    }),
  }),
  fc.record({ step: fc.constant('placement'), answers: fc.record({ type: fc.constantFrom('T1', 'T2', 'T3', 'T4') }) }),
  fc.record({ step: fc.constant('placement'), answers: fc.record({ type: fc.constantFrom('U6', 'K2') }) }),
  fc.record({ step: fc.constant('legalStatus'), answers: fc.record({ legalStatus: fc.constantFrom('C1', 'C2', 'V2') }) }),
  fc.record({ step: fc.constant('healthAssessment'), answers: fc.record({ done: fc.boolean() }) }),
);

/** The way to adoption and back from it. */
const towardsAdoption = fc.oneof(
  inCare,
  fc.record({ step: fc.constant('legalStatus'), answers: fc.record({ legalStatus: fc.constantFrom('E1', 'C2') }) }),
  fc.record({ step: fc.constant('placement'), answers: fc.record({ type: fc.constantFrom('A6', 'A3', 'T1', 'T3', 'U6') }) }),
  fc.record({ step: fc.constantFrom('consentToPlacement', 'adoptionDecisionEnd'), answers: fc.constant({}) }),
);

const historyOf = (happening: typeof inCare) =>
  fc
    .record({
      startedOn: fc.integer({ min: 0, max: 4500 }).map((days) => addDays(date('2012-01-01'), days)),
      ageInDays: fc.integer({ min: 0, max: 16 * 365 }),
      happenings: fc.array(fc.tuple(fc.integer({ min: 1, max: 150 }), happening), { maxLength: 25 }),
      ends: fc.boolean(),
    })
    .map(({ startedOn, ageInDays, happenings, ends }) => {
      const events: Event[] = [
        { step: 'periodOfCare', on: startedOn, answers: { legalStatus: 'V2' } },
        { step: 'placement', on: startedOn, answers: { type: 'U6', expectation: 'shortTerm' } },
      ];
      let on = startedOn;
      for (const [days, { step, answers }] of happenings) {
        on = addDays(on, days);
        events.push({ step, on, answers });
      }
      const bornOn = addDays(startedOn, -ageInDays);
      const adult = date(`${Number(bornOn.slice(0, 4)) + 18}${bornOn.slice(4).replace('-02-29', '-03-01')}`);
      const asChild = events.filter((event) => event.on < adult);
      const endedOn = ends ? addDays(asChild.at(-1)?.on ?? startedOn, 3) : undefined;
      const end: Event[] =
        endedOn !== undefined && endedOn < adult ? [{ step: 'periodOfCareEnd', on: endedOn, answers: { reason: 'E4A' } }] : [];
      return { bornOn, adult, startedOn, events: [...asChild, ...end], endedOn: end[0]?.on };
    });

const careHistory = historyOf(inCare);
const adoptionHistory = historyOf(towardsAdoption as typeof inCare);

const runs = ({ metOn, endedOn, endedBecause }: Clock): boolean =>
  metOn === undefined && (endedOn === undefined || endedBecause === '18th birthday');
const ofRules = (clocks: readonly Clock[], ...rules: readonly string[]) => clocks.filter((clock) => rules.includes(clock.rule));
const visitRules = ['firstVisitInPlacement', 'lookedAfterVisit'] as const;
const reviewRules = ['firstLookedAfterReview', 'secondLookedAfterReview', 'laterLookedAfterReview'] as const;
const adoptionVisits = ['firstAdoptionVisit', 'laterAdoptionVisit'] as const;
const adoptionReviews = [
  'firstReviewWaitingForAdoption',
  'laterReviewWaitingForAdoption',
  'reviewAfterAdoptionDisrupted',
  'firstReviewOfAdoptivePlacement',
  'laterReviewOfAdoptivePlacement',
] as const;

/* What follows counts again, as simply as can be, what the clocks count by rule. */

function workingDaysLater(from: LocalDate, count: number): LocalDate {
  let [day, left] = [from, count];
  while (left > 0) {
    day = addDays(day, 1);
    if (dayOfWeek(day) <= 5 && !bankHolidays(Number(day.slice(0, 4))).includes(day)) left -= 1;
  }
  return day;
}

/** Day by day to the same day of a later month, or the last of a shorter one. */
function monthsLater(from: LocalDate, count: number): LocalDate {
  const month = Number(from.slice(5, 7)) - 1 + count;
  const [year, wanted] = [Number(from.slice(0, 4)) + Math.floor(month / 12), String((month % 12) + 1).padStart(2, '0')];
  for (let day = Number(from.slice(8)); ; day -= 1) {
    const text = `${year}-${wanted}-${String(day).padStart(2, '0')}`;
    if (new Date(`${text}T00:00:00Z`).toISOString().startsWith(text.slice(0, 7))) return date(text);
  }
}

/** What is owed next: to the placement, and, while the child is with others for a while and has not been seen there, to that one. */
function visitsDue(events: readonly Event[]): readonly LocalDate[] {
  let due = events[0]?.on ?? date('2012-01-01');
  let elsewhere: LocalDate | undefined;
  let [stayedSince, isAway, lived]: [LocalDate, boolean, unknown] = [due, false, undefined];
  let expectation: unknown = 'shortTerm';
  for (const { step, on, answers } of events) {
    if (step === 'placement' && ['T1', 'T2'].includes(String(answers['type']))) isAway = true;
    else if (step === 'placement' && String(answers['type']).startsWith('T')) [isAway, elsewhere] = [true, addDays(on, 7)];
    else if (step === 'placement') {
      const isBack = isAway && answers['type'] === lived && answers['sameCarers'] === undefined;
      const isFirst = on === events[0]?.on;
      if (isFirst || (answers['sameCarers'] !== true && !isBack)) [due, stayedSince] = [addDays(on, 7), on];
      [isAway, elsewhere, lived] = [false, undefined, answers['type']];
      expectation = answers['expectation'] ?? (isBack ? expectation : 'shortTerm');
    }
    if (step !== 'visit' || answers['seen'] !== true) continue;
    elsewhere = undefined;
    const firstYear = on < monthsLater(stayedSince, 12);
    const isAgreedElsewhere = expectation === 'agreedLongTerm' && lived === 'K2';
    due =
      firstYear || expectation === 'shortTerm' || isAgreedElsewhere
        ? addDays(on, 42)
        : monthsLater(on, expectation === 'untilEighteen' ? 3 : 6);
  }
  return elsewhere === undefined ? [due] : [due, elsewhere];
}

function reviewDue(events: readonly Event[]): LocalDate {
  const held = events.filter(({ step, answers }) => step === 'lookedAfterReview' && answers['held'] === true).map(({ on }) => on);
  const last = held.at(-1);
  if (last === undefined) return workingDaysLater(events[0]?.on ?? date('2012-01-01'), 20);
  return monthsLater(last, held.length === 1 ? 3 : 6);
}

function healthDue(events: readonly Event[], bornOn: LocalDate): LocalDate | undefined {
  const last = events.findLast(({ step, answers }) => step === 'healthAssessment' && answers['done'] === true)?.on;
  if (last === undefined) return undefined;
  const fifth = `${Number(bornOn.slice(0, 4)) + 5}${bornOn.slice(4)}`;
  return monthsLater(last, last < fifth ? 6 : 12);
}

describe('a legal history of care', () => {
  it('always has one limit for the next visit and one for the next review, due when a simpler count says', { timeout: patience }, () =>
    fc.assert(
      fc.property(careHistory, ({ bornOn, events, endedOn }) => {
        const clocks = derivation.clocks(record(events, bornOn));
        const [visits, reviews] = [ofRules(clocks, ...visitRules).filter(runs), ofRules(clocks, ...reviewRules).filter(runs)];
        const inCareNow = endedOn === undefined;
        expect(visits.map(({ dueOn }) => dueOn).sort()).toEqual(inCareNow ? [...visitsDue(events)].sort() : []);
        expect(reviews.map(({ dueOn }) => dueOn)).toEqual(inCareNow ? [reviewDue(events)] : []);
        const health = inCareNow ? healthDue(events, bornOn) : undefined;
        expect(
          ofRules(clocks, 'reviewHealthAssessment')
            .filter(runs)
            .map(({ dueOn }) => dueOn),
        ).toEqual(health === undefined ? [] : [health]);
      }),
      { numRuns },
    ),
  );
  it('leaves nobody on the way to adoption, or back from it, without a next visit and a next review', { timeout: patience }, () =>
    fc.assert(
      fc.property(adoptionHistory, ({ bornOn, events, endedOn }) => {
        const running = derivation.clocks(record(events, bornOn)).filter(runs);
        for (const rules of [
          [...visitRules, ...adoptionVisits],
          [...reviewRules, ...adoptionReviews],
        ])
          expect(ofRules(running, ...rules).length > 0, rules.join(', ')).toBe(endedOn === undefined);
      }),
      { numRuns },
    ),
  );
  it('runs no limit after care ended or childhood did, and says what ended it', { timeout: patience }, () =>
    fc.assert(
      fc.property(careHistory, ({ bornOn, adult, events, endedOn }) => {
        for (const clock of derivation.clocks(record(events, bornOn))) {
          const last = endedOn ?? adult;
          expect(clock.startedOn <= adult).toBe(true);
          const over = clock.metOn ?? clock.endedOn;
          if (/^(careLeaver|relevant)/.test(clock.rule) || owedAfterCare.has(clock.rule)) continue;
          expect(over !== undefined && over <= last, `${clock.rule} ${clock.startedOn}`).toBe(true);
          if (clock.metOn === undefined)
            expect(clock.endedBecause).toMatch(
              /^(ceased to be looked after|18th birthday|the child moved|no longer accommodated by agreement)$/,
            );
        }
      }),
      { numRuns },
    ),
  );
  it('tells episodes that follow each other without a gap', { timeout: patience }, () =>
    fc.assert(
      fc.property(careHistory, ({ events, endedOn, startedOn }) => {
        const episodes = episodesOf(record(events));
        expect(episodes[0]).toMatchObject({ startedOn, whyNew: 'S' });
        for (const [index, { endedOn: until, whyEnded }] of episodes.entries()) {
          const next = episodes[index + 1];
          expect([until, whyEnded]).toEqual(
            next === undefined ? [endedOn, endedOn === undefined ? undefined : 'E4A'] : [next.startedOn, 'X1'],
          );
        }
      }),
      { numRuns },
    ),
  );
  it('stands as looked after until it ended', { timeout: patience }, () =>
    fc.assert(
      fc.property(careHistory, ({ events, endedOn, startedOn }) => {
        const { lookedAfterSince, leftCareOn } = standingOf(record(events));
        expect([lookedAfterSince, leftCareOn]).toEqual(endedOn === undefined ? [startedOn, undefined] : [undefined, endedOn]);
      }),
      { numRuns },
    ),
  );
});

describe('any history at all, also one that cannot be', () => {
  const ofFiles = new Set(steps.filter(({ file }) => file !== undefined && file !== 'also').map(({ name }) => name));
  const stepOf = (entry: string, history: History): string => history.find((one) => one.entry === entry)?.step ?? '';
  const anyAnswers = fc.record(
    {
      legalStatus: fc.constantFrom('C1', 'C2', 'E1', 'V2', 'V3', 'V4', 'D1'),
      type: fc.constantFrom('U6', 'U4', 'P1', 'K2', 'A3', 'A6', 'T1', 'R5'),
      sameCarers: fc.boolean(),
      beganEarlier: fc.boolean(),
      footing: fc.constantFrom('temporarilyApproved', 'parentsBeforeAssessment'),
      expectation: fc.constantFrom('untilEighteen', 'agreedLongTerm'),
      seen: fc.boolean(),
      held: fc.boolean(),
      done: fc.boolean(),
      outcome: fc.constantFrom('held', 'declined', 'notYet', 'planMade'),
      inTouch: fc.constantFrom('YES', 'NO', 'NREQ'),
      returnedAt: fc.constantFrom('00:00', '23:59', '01:30'),
      reason: fc.constantFrom('E4A', 'E11'),
      kind: fc.constantFrom('concern', 'request', 'initial', 'core'),
    },
    { requiredKeys: [] },
  );
  const event = fc.record({
    step: fc.constantFrom(...steps.map(({ name }) => name).filter((name) => name !== 'personDetails')),
    on: fc.integer({ min: 0, max: 7000 }).map((days) => addDays(date('2008-01-01'), days)),
    answers: anyAnswers,
  });
  const born = fc.option(
    fc.integer({ min: 0, max: 9000 }).map((days) => addDays(date('1998-01-01'), days)),
    { nil: undefined },
  );

  it('never fails; no limit is due, met or ended before it begins, nor begins after the 26th birthday', { timeout: patience }, () =>
    fc.assert(
      fc.property(fc.array(event, { maxLength: 20 }), born, (events, bornOn) => {
        const history = record(events, bornOn);
        for (const clock of derivation.clocks(history)) {
          expect(clock.dueOn >= clock.startedOn, clock.rule).toBe(true);
          expect(
            (clock.metOn ?? clock.startedOn) >= clock.startedOn && (clock.endedOn ?? clock.startedOn) >= clock.startedOn,
            clock.rule,
          ).toBe(true);
          // An answer on what is recorded is owed at any age; and what begins in a file that is no child's has no age.
          const isOwedAtAnyAge = /^(rectification|subjectAccess)/.test(clock.rule) || ofFiles.has(stepOf(clock.startedBy, history));
          if (bornOn !== undefined && !isOwedAtAnyAge) expect(daysBetween(bornOn, clock.startedOn)).toBeLessThan(26 * 366);
        }
        standingOf(history);
        const episodes = episodesOf(history);
        for (const [index, { startedOn }] of episodes.entries())
          expect(startedOn >= (episodes[index - 1]?.startedOn ?? startedOn)).toBe(true);
      }),
      { numRuns },
    ),
  );
});
