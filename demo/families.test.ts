import { readFileSync } from 'node:fs';
import type { DemoFamily } from './telling.ts';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, ageAt, date, daysBetween, type LocalDate } from '../src/kernel/calendar/dates.ts';
import { whatStands, type Line } from '../src/kernel/step/history.ts';
import { givenOf, understand } from '../src/kernel/field/understand.ts';
import { derivation, warningsOn } from '../src/practice/pathway.ts';
import { buildChild } from '../src/returns/cin-census/build/build-child.ts';
import { checkChild, checking } from '../src/returns/cin-census/build/check-child.ts';
import { whichCollection } from '../src/returns/rule/period.ts';
import { annexRows } from '../src/returns/annex-a/annex.ts';
import { checkingLookedAfter, checkLookedAfter } from '../src/returns/ssda903/build/check-looked-after.ts';
import { returnSetOf } from '../src/returns/ssda903/build/return-set.ts';
import { rightAsItIs } from '../src/returns/ssda903/build/right-as-it-is.ts';
import { check } from '../src/returns/validate/held-whole.fixture.ts';
import { nothingKnown } from '../src/returns/validate/reference.ts';
import { schemaOf } from '../src/returns/cin-census/build/schema.fixture.ts';
import { stepOf } from '../src/practice/step-of.fixture.ts';
import { demonstrationCounties } from './authority.ts';
import { chainsOf } from './chains.ts';
import { families, inCareAt, onPlansAt, peopleOfACounty } from './families.ts';
import type { Round } from './rounds.ts';
import { toldOf } from './told.ts';
import type { DemoEntry } from './telling.ts';

const today = date('2026-11-24');
const counties = demonstrationCounties(1);
const [staff] = counties;
const rolesOf = new Map(staff.members.map(({ member, roles }) => [member, roles]));
const whole = toldOf(counties, today, 1);
const county = [...whole.families];
const files = whole.files();
const entries = county.flatMap((family) => family.entries);
const withFiles = [...entries, ...files.flatMap((file) => file.entries)];
const of = (step: string): readonly DemoEntry[] => entries.filter((entry) => entry.step === step);

type Told = { readonly person: string; readonly chain: readonly Line[] };

/** Walks every child's chain as it grew: before each statement, and at its end. */
function walk(check: (before: readonly Line[], line: Line, round: Round) => void): readonly Told[] {
  return county.flatMap((family) => {
    const chains = chainsOf(family, check);
    return family.people.map((person) => ({ person, chain: chains.get(person) ?? [] }));
  });
}

const told = walk(() => {});
const histories = told.map(({ chain }) => whatStands(chain));
const standings = histories.map((history) => derivation.standing(history));
const onPlan = standings.filter(({ onPlanSince }) => onPlanSince !== undefined);

describe('a county as the form would have it', () => {
  test('a statement is put right by whoever wrote it or by a manager, as the same kind', () => {
    const wrong: string[] = [];
    walk((chain, line) => {
      const corrected = chain.find(({ position }) => position === line.corrects);
      const isTheirs = corrected?.recordedBy === line.recordedBy || rolesOf.get(line.recordedBy)?.includes('teamManager') === true;
      if (line.corrects !== undefined && (corrected?.step !== line.step || !isTheirs)) wrong.push(`${line.step} ${line.entry}`);
    });
    expect(wrong).toEqual([]);
  });

  test('no step refuses what is told, on the day on which it is recorded', () => {
    const refused = new Set<string>();
    walk((chain, line, round) => {
      for (const { message } of stepOf(line.step).decide(whatStands(chain), line.answers as never, round.recordedOn))
        refused.add(`${line.step}: ${message}`);
    });
    expect([...refused]).toEqual([]);
  });

  test('every answer is one that its question understands, and none is given that is not asked', () => {
    for (const { step, shared, about } of withFiles) {
      const { fields, each } = stepOf(step);
      expect(understand(fields, givenOf(fields, shared))).toEqual({ kind: 'accepted', value: shared });
      for (const { answers } of about) expect(understand(each, givenOf(each, answers))).toEqual({ kind: 'accepted', value: answers });
    }
  });

  test.each([1, 0.1])('each is recorded by somebody whose role may record it: at scale %s', (scale) => {
    const those = scale === 1 ? withFiles : [...families(counties, addDays(today, 4), scale)].flatMap((family) => family.entries);
    const wrong = those.filter(
      ({ step, recordedBy }) => !stepOf(step).may.record.some((role) => rolesOf.get(recordedBy)?.includes(role) === true),
    );
    expect(wrong.map(({ step, recordedBy }) => [step, rolesOf.get(recordedBy)])).toEqual([]);
  });

  test('nobody records anything after they have left', () => {
    for (const { member, leftDaysAgo } of staff.members.filter((one) => one.leftDaysAgo !== undefined)) {
      const theirs = entries.filter(({ recordedBy }) => recordedBy === member);
      expect(theirs.length).toBeGreaterThan(0);
      expect(theirs.filter(({ recordedOn }) => recordedOn > addDays(today, -(leftDaysAgo ?? 0)))).toEqual([]);
    }
  });

  test('nothing is told of today or later, and nobody is seen before they are born', () => {
    expect(withFiles.filter(({ recordedOn }) => recordedOn >= today)).toEqual([]);
    expect(entries.filter(({ step, happenedOn, recordedOn }) => step !== 'personDetails' && happenedOn > recordedOn)).toEqual([]);
    const births = new Map(told.map(({ person }, n) => [person, standings[n]?.bornOn]));
    const early = of('visit').flatMap(({ happenedOn, about }) =>
      about.filter(({ person, answers }) => answers['seen'] === true && happenedOn < (births.get(person) ?? '9999-12-31')),
    );
    expect(early).toEqual([]);
  });
});

/** How many allocations the team has that has most of them. */
function busiest(those: readonly DemoFamily[]): number {
  const allocated = those.flatMap(({ entries }) => entries).filter(({ step }) => step === 'allocation');
  const byTeam = Map.groupBy(allocated, ({ shared }) => shared['team']);
  return Math.max(...[...byTeam.values()].map((each) => each.length));
}

const countIn = (those: readonly DemoFamily[], which: 'inCare' | 'onPlan'): number =>
  those.reduce((total, family) => total + family[which], 0);

describe('exactly as many, and the same again', () => {
  test.each([0.1, 0.25, 1, 1.7])('at scale %s', (scale) => {
    const count = countIn(scale === 1 ? county : [...families(demonstrationCounties(scale), today, scale)], 'onPlan');
    expect(count).toBe(onPlansAt(scale));
    expect(count).toBe(Math.round(220 * scale));
  });

  test('220 children are on plans, as the record derives it', () => expect(onPlan).toHaveLength(220));

  test('about so many people as a load says that there are', () =>
    expect(Math.abs(told.length / peopleOfACounty - 1), String(told.length)).toBeLessThan(0.05));

  test('the same day tells the same story, in the same words', () => {
    expect([...families(demonstrationCounties(0.2), today, 0.2)]).toEqual([...families(demonstrationCounties(0.2), today, 0.2)]);
  });

  test('three times the children have three times the teams, and no team has many more of them', () => {
    const three = demonstrationCounties(3);
    const teams = three.flatMap((each) => each.teams);
    expect([new Set(teams.map(({ team }) => team)).size, new Set(teams.map(({ name }) => name)).size]).toEqual([87, 87]);
    const those = [...families(three, today, 3)];
    expect([countIn(those, 'onPlan'), onPlansAt(3)]).toEqual([660, 660]);
    const [held, usual] = [busiest(those), busiest(county)];
    expect(held).toBeGreaterThan(0.6 * usual);
    expect(held).toBeLessThan(1.4 * usual);
  });

  test('no entry, child or pupil number is there twice', () => {
    const isOnce = (all: readonly unknown[]) => expect(new Set(all).size).toBe(all.length);
    isOnce(withFiles.map(({ entry }) => entry));
    isOnce(files.map(({ file }) => file));
    isOnce(told.map(({ person }) => person));
    const upnsOf = (history: (typeof histories)[number]) => [
      ...new Set(history.flatMap(({ step, answers }) => (step === 'personDetails' && answers['upn']) || [])),
    ];
    isOnce(histories.flatMap(upnsOf));
  });

  test.each(['2026-12-26', '2027-03-01', '2028-02-29', '2027-05-31'])('another day moves the whole story: %s', (day) => {
    const later: LocalDate = date(day);
    const moved = [...families(counties, later, 0.3)];
    const stated = moved.flatMap((family) => family.entries);
    expect(countIn(moved, 'onPlan')).toBe(66);
    expect(stated.filter(({ recordedOn }) => recordedOn >= later)).toEqual([]);
    const last = stated.reduce((latest, { recordedOn }) => (recordedOn > latest ? recordedOn : latest), '');
    expect(daysBetween(date(last), later)).toBeLessThan(6);
  });
});

describe('drift and life', () => {
  const clocks = histories.flatMap((history, n) => derivation.clocks(history).map((clock) => ({ ...clock, team: standings[n]?.team })));
  const met = clocks.filter(({ metOn }) => metOn !== undefined);
  const isLate = ({ metOn, dueOn }: { readonly metOn?: LocalDate; readonly dueOn: LocalDate }) => metOn !== undefined && metOn > dueOn;
  const lateShare = (rule: string): number => {
    const all = met.filter((clock) => clock.rule === rule);
    return all.filter(isLate).length / all.length;
  };
  const overdue = (rule: string) =>
    clocks.filter((clock) => clock.rule === rule && clock.metOn === undefined && (clock.endedOn ?? '9999-12-31') > today);

  test.each(['childProtectionVisit', 'laterCoreGroup', 'firstCoreGroup', 'firstReviewConference', 'assessment', 'referralDecision'])(
    'most of %s are in time, and not all',
    (rule) => {
      expect(lateShare(rule)).toBeGreaterThan(0.04);
      expect(lateShare(rule)).toBeLessThan(0.2);
    },
  );

  test.each([
    'firstVisitInPlacement',
    'lookedAfterVisit',
    'firstLookedAfterReview',
    'secondLookedAfterReview',
    'laterLookedAfterReview',
    'initialHealthAssessment',
    'reviewHealthAssessment',
    'dentalCheck',
    'carePlan',
    'placementPlan',
    'reviewingOfficerNamed',
    'termlyPersonalEducationPlan',
    'pathwayPlanReview',
    'reviewDecisionsSent',
    'reviewRecordWritten',
  ])('in care too, most of %s are in time, and not all', (rule) => {
    expect(lateShare(rule)).toBeGreaterThan(0.01);
    expect(lateShare(rule)).toBeLessThan(0.26);
  });

  test.each([
    ['lookedAfterVisit', 3],
    ['laterLookedAfterReview', 3],
    ['reviewHealthAssessment', 3],
    ['dentalCheck', 3],
    ['pathwayPlanReview', 2],
  ] as const)('some of %s are overdue today', (rule, atLeast) => {
    const late = overdue(rule).filter(({ dueOn }) => dueOn < today);
    expect(late.length).toBeGreaterThanOrEqual(atLeast);
    expect(late.length).toBeLessThan(60);
  });

  test('nothing stands that the law does not allow: none under 16 in supported accommodation, nobody home or far away without approval', () => {
    const state = (rule: string) => clocks.filter((clock) => clock.rule === rule);
    expect(state('accommodationUnderSixteen')).toEqual([]);
    for (const rule of ['endOfCareApproval', 'outOfAreaApproval']) {
      expect(state(rule).length, rule).toBeGreaterThan(5);
      expect(
        state(rule).filter((clock) => clock.metOn === undefined || isLate(clock)),
        rule,
      ).toEqual([]);
    }
    expect(lateShare('outOfAreaNotice')).toBeLessThan(0.4);
  });

  test('lateness is where a team is short of staff', () => {
    const stretched = new Set(staff.teams.filter((team) => team.isStretched).map(({ team }) => team));
    const share = (which: boolean) => {
      const all = met.filter(({ team }) => team !== undefined && stretched.has(team) === which);
      return all.filter(isLate).length / all.length;
    };
    expect(share(true)).toBeGreaterThan(share(false) * 2);
  });

  test('some children on plans have not been reviewed for six months', () => {
    const isOutside = ({ lastReviewOn, onPlanSince = today }: (typeof onPlan)[number]) =>
      (lastReviewOn ?? onPlanSince) < addDays(today, -183) || (lastReviewOn === undefined && onPlanSince < addDays(today, -93));
    const outside = onPlan.filter(isOutside);
    expect(outside.length).toBeGreaterThanOrEqual(5);
    expect(outside.length).toBeLessThanOrEqual(11);
    expect(outside.every(({ name }) => name.includes(' '))).toBe(true);
  });

  test('two years are told, month by month, to the day before today', () => {
    const days = entries.map(({ recordedOn }) => recordedOn).toSorted();
    expect((days[0] ?? today) <= addMonths(today, -24)).toBe(true);
    expect((days[0] ?? '') > addMonths(today, -25)).toBe(true);
    expect(daysBetween(days.at(-1) ?? today, today)).toBeLessThan(4);
    const visits = Map.groupBy(of('visit'), ({ recordedOn }) => recordedOn.slice(0, 7));
    for (let months = 1; months < 24; months += 1) {
      const month = addMonths(today, -months).slice(0, 7);
      expect(visits.get(month)?.length ?? 0, month).toBeGreaterThan(100);
    }
  });

  test('every state of board and page is there', () => {
    expect(onPlan.filter(({ worker }) => worker === undefined).length).toBeGreaterThan(2);
    expect(onPlan.filter(({ lastSeenOn }) => lastSeenOn !== undefined && lastSeenOn < addDays(today, -28)).length).toBeGreaterThan(2);
    expect(
      onPlan.filter(({ bornOn, expectedOn }) => bornOn === undefined && expectedOn !== undefined && expectedOn > today).length,
    ).toBeGreaterThan(0);
    expect(standings.filter(({ bornOn, expectedOn }) => bornOn !== undefined && expectedOn !== undefined).length).toBeGreaterThan(0);
    expect(overdue('childProtectionVisit').some(({ dueOn, lateReason }) => dueOn < today && lateReason !== undefined)).toBe(true);
    expect(overdue('laterCoreGroup').some(({ dueOn }) => dueOn < today)).toBe(true);
    expect(overdue('assessment').some(({ dueOn }) => dueOn < today)).toBe(true);
    expect(overdue('initialConference').some(({ dueOn }) => dueOn < today)).toBe(true);
    expect(met.some((clock) => isLate(clock) && clock.lateReason !== undefined)).toBe(true);
  });

  test('lives are told with their turns', () => {
    const moved = histories.filter(
      (history) => new Set(history.flatMap(({ step, answers }) => (step === 'allocation' ? [answers['team']] : []))).size > 1,
    );
    expect(moved.length).toBeGreaterThan(50);
    expect(histories.filter((history) => history.filter(({ step }) => step === 'referral').length > 1).length).toBeGreaterThan(5);
    expect(histories.filter((history) => history.filter(({ step }) => step === 'childProtectionPlan').length > 1).length).toBeGreaterThan(
      3,
    );
    expect(of('visit').filter(({ corrects }) => corrects !== undefined).length).toBeGreaterThan(5);
    expect(of('categoryChange').length).toBeGreaterThan(3);
    for (const outcome of ['notSubstantiated', 'noContinuingRisk', 'conference'])
      expect(of('section47Outcome').some(({ about }) => about[0]?.answers['outcome'] === outcome)).toBe(true);
    expect(of('reviewConference').some(({ shared }) => shared['held'] === false)).toBe(true);
    expect(of('childInNeedReview').length).toBeGreaterThan(20);
    expect(of('visit').some(({ about }) => new Set(about.map(({ answers }) => answers['seen'])).size === 2)).toBe(true);
    expect(of('closure').length).toBeGreaterThan(30);
    expect(of('visit').filter(({ happenedOn, recordedOn }) => daysBetween(happenedOn, recordedOn) > 2).length).toBeGreaterThan(50);
  });

  test('children of all ages, with names of every kind, alone and with up to six brothers and sisters', () => {
    const ages = onPlan.flatMap(({ bornOn }) => (bornOn === undefined ? [] : [ageAt(bornOn, today)]));
    expect(Math.max(...ages)).toBeLessThan(18);
    for (const age of [0, 1, 3, 5, 8, 11, 14]) expect(ages).toContain(age);
    const names = standings.map(({ name }) => name);
    expect(names.some((name) => name.length > 40)).toBe(true);
    for (const sign of [/’/, /ż|Ż/, /Ó|é|ó/, /-/, /ễ/]) expect(names.some((name) => sign.test(name))).toBe(true);
    expect(county.some(({ people }) => people.length === 7)).toBe(true);
    const isTwins = county.some(({ entries: said }) => {
      const born = said.flatMap(({ step, shared }) => (step === 'personDetails' && shared['bornOn']) || []);
      return new Set(born).size < born.length;
    });
    expect(isTwins).toBe(true);
  });

  test('words are varied: no note is common, and no child is quoted alike in one visit', () => {
    const notes = of('visit').flatMap(({ shared }) => shared['note'] ?? []);
    expect(new Set(notes).size / notes.length).toBeGreaterThan(0.5);
    const said = (entry: DemoEntry) => entry.about.flatMap(({ answers }) => answers['whatTheChildSaid'] ?? []);
    expect(of('visit').filter((entry) => new Set(said(entry)).size < said(entry).length)).toEqual([]);
  });
});

describe('children in care', () => {
  const inCare = standings.filter(({ lookedAfterSince }) => lookedAfterSince !== undefined);
  const aged = (bornOn: LocalDate | undefined): number => (bornOn === undefined ? 0 : ageAt(bornOn, today));
  const before = (on: LocalDate | undefined, days: number): boolean => on !== undefined && on < addDays(today, -days);

  test.each([0.1, 1, 2.3])('are exactly so many, some of them on plans too: at scale %s', (scale) => {
    const those = scale === 1 ? county : [...families(counties, today, scale)];
    expect([countIn(those, 'inCare'), countIn(those, 'onPlan')]).toEqual([inCareAt(scale), onPlansAt(scale)]);
  });

  test('are 410 as the record tells it, a handful on both, and none grown up', () => {
    expect(inCare).toHaveLength(410);
    const both = inCare.filter(({ onPlanSince }) => onPlanSince !== undefined).length;
    expect(both).toBeGreaterThanOrEqual(4);
    expect(both).toBeLessThanOrEqual(16);
    expect(onPlan).toHaveLength(220);
    expect(inCare.filter(({ bornOn }) => bornOn === undefined || aged(bornOn) > 17)).toEqual([]);
    for (const age of [0, 2, 4, 7, 10, 13, 15, 16]) expect(inCare.map(({ bornOn }) => aged(bornOn))).toContain(age);
  });

  test('live in every kind of place, under every usual status, and some have moved', () => {
    const kinds = Map.groupBy(inCare, ({ placementType = 'none' }) => placementType);
    for (const kind of ['U4', 'U6', 'U3', 'K2', 'K3', 'P1']) expect(kinds.get(kind)?.length ?? 0, kind).toBeGreaterThan(5);
    expect(kinds.get('U4')?.length ?? 0).toBeGreaterThan(90);
    expect(kinds.has('none')).toBe(false);
    for (const status of ['V2', 'C1', 'C2']) expect(inCare.filter(({ legalStatus }) => legalStatus === status).length).toBeGreaterThan(20);
    const placementsOf = (history: (typeof histories)[number]) => history.filter(({ step }) => step === 'placement').length;
    expect(histories.filter((history) => placementsOf(history) > 1).length).toBeGreaterThan(40);
    expect(histories.some((history) => placementsOf(history) > 3)).toBe(true);
    expect(of('legalStatus').length).toBeGreaterThan(30);
  });

  test('drift as plans do: late reviews, children not seen, one without a reviewing officer, one missing', () => {
    const unreviewed = inCare.filter((each) => before(each.lastLookedAfterReviewOn ?? each.lookedAfterSince, 190));
    expect(unreviewed.length).toBeGreaterThanOrEqual(4);
    expect(unreviewed.length).toBeLessThan(40);
    const unseen = inCare.filter((each) => before(each.lastSeenOn ?? each.lookedAfterSince, 100));
    expect(unseen.length).toBeGreaterThanOrEqual(1);
    expect(unseen.length).toBeLessThan(40);
    const unnamed = inCare.filter((each) => each.reviewingOfficer === undefined && before(each.lookedAfterSince, 20));
    expect(unnamed).toHaveLength(1);
    expect(inCare.filter(({ worker }) => worker === undefined).length).toBeGreaterThan(2);
    expect(inCare.filter(({ missingSince }) => missingSince !== undefined)).toHaveLength(1);
  });

  test('were told of their lives, and say in their own words how they are: of what they were told before', () => {
    const told = new Map(of('childTold').flatMap((one) => one.about.map(({ person }) => [person, one] as const)));
    const related = of('relationship').flatMap(({ recordedOn, about }) => about.map(({ person }) => ({ person, recordedOn })));
    expect(told.size).toBeGreaterThan(200);
    expect(of('ownView').length).toBeGreaterThan(120);
    for (const { happenedOn, about } of of('ownView'))
      for (const { person } of about) expect((told.get(person)?.happenedOn ?? '9999') < happenedOn, person).toBe(true);
    const isTold = (topic: string) => [...told.values()].filter(({ shared }) => String(shared['told']).includes(topic));
    expect(isTold('plan').length).toBeLessThan(told.size);
    const named = isTold('family').flatMap(({ about, happenedOn }) =>
      related.filter((one) => one.person === about[0]?.person && one.recordedOn <= happenedOn),
    );
    expect(new Set(named.map(({ person }) => person)).size, 'of whose family there is somebody to name').toBeGreaterThan(100);
  });
  test('have reviews, health, teeth and school told, and those who arrived alone are told apart', () => {
    const least = {
      lookedAfterReview: 700,
      healthAssessment: 500,
      dentalCheck: 400,
      personalEducationPlan: 900,
      strengthsAndDifficulties: 250,
    };
    for (const [step, count] of Object.entries(least)) expect(of(step).length, step).toBeGreaterThan(count);
    expect(of('missingEpisode').length).toBe(of('returnFromMissing').length + 1);
    expect(of('returnHomeInterview').some(({ shared }) => shared['outcome'] === 'declined')).toBe(true);
    expect(of('unaccompaniedChild').length).toBeGreaterThan(12);
    expect(of('lookedAfterReview').some(({ shared }) => shared['held'] === false)).toBe(true);
    expect(of('healthAssessment').some(({ about }) => about[0]?.answers['done'] === false)).toBe(true);
  });

  test('have parents, carers and homes: all but the newest, and those who arrived alone by name', () => {
    const people = told.filter((_, n) => standings[n]?.lookedAfterSince !== undefined && !standings[n]?.adult).map(({ person }) => person);
    const share = (step: string) => {
      const whose = new Set(of(step).flatMap(({ about }) => about.map(({ person }) => person)));
      return people.filter((person) => whose.has(person)).length / people.length;
    };
    expect(share('relationship')).toBeGreaterThan(0.95);
    expect(share('parentalResponsibility')).toBeGreaterThan(0.8);
    expect(share('household')).toBeGreaterThan(0.8);
    const carers = of('relationship').flatMap(({ about }) => about.filter(({ answers }) => answers['bond'] === 'fosterCarer'));
    expect(carers.length).toBeGreaterThan(200);
  });

  test('leave it: home, to guardians, grown up; whoever is grown up has an adviser, a plan and somebody in touch', () => {
    const reasons = new Set(of('periodOfCareEnd').map(({ shared }) => shared['reason']));
    for (const reason of ['E4A', 'E47', 'E17', 'E5']) expect([...reasons]).toContain(reason);
    const leavers = told.filter((_, n) => standings[n]?.leftCareOn !== undefined && aged(standings[n]?.bornOn) >= 18);
    expect(leavers).toHaveLength(100);
    for (const { chain } of leavers) {
      expect(chain.some(({ step }) => step === 'careLeaverContact')).toBe(true);
      expect(chain.some(({ step }) => step === 'pathwayPlan')).toBe(true);
    }
    expect(of('careLeaverContact').some(({ shared }) => shared['inTouch'] === 'NO')).toBe(true);
    expect(Math.max(...leavers.map(({ chain }) => aged(derivation.standing(whatStands(chain)).bornOn)))).toBeGreaterThan(22);
  });

  test('are with teams of their own, and care leavers with theirs', () => {
    const team = new Map(staff.teams.map((each) => [each.team, each.kind]));
    const kinds = Map.groupBy(inCare, (each) => team.get(each.team ?? ''));
    expect((kinds.get('Looked After 1')?.length ?? 0) + (kinds.get('Looked After 2')?.length ?? 0)).toBeGreaterThan(340);
    expect(standings.filter((each) => team.get(each.team ?? '') === 'Leaving Care').length).toBeGreaterThan(80);
  });
});

test('some families carry a warning, of every kind; some have lapsed, some were ended', () => {
  const holding = standings.map((each) => warningsOn(each, today));
  expect(holding.filter((each) => each.length > 0).length).toBeGreaterThan(45);
  expect(holding.some((each) => each.length > 1)).toBe(true);
  expect([...new Set(holding.flatMap((each) => each.map(({ kind }) => kind)))].sort()).toEqual([
    'dangerToChild',
    'dangerToStaff',
    'medical',
    'noContact',
  ]);
  expect(standings.some((each, n) => (each.warnings?.length ?? 0) > (holding[n]?.length ?? 0))).toBe(true);
  expect(of('warningEnd').length).toBeGreaterThan(2);
});

describe.each(['2025-26', '2026-27'] as const)('the children in need census of %s', (year) => {
  const which = whichCollection(year);
  test('tells of hundreds of children, each as the DfE’s schema would have it', () => {
    const asSchema = schemaOf(readFileSync('test/samples/cin/CIN_schema_2026.xsd', 'utf8'), 'Child', 'childtype');
    const built = histories.flatMap((history) => buildChild(history, which) ?? []);
    expect(built.length).toBeGreaterThan(400);
    expect([...new Set(built.flatMap(asSchema))]).toEqual([]);
  });
  test('has no error: what is wrong in it are queries, which an analyst explains', () => {
    const found = histories.flatMap((history) => checkChild(history, checking(which, today)));
    expect(found.filter(({ level }) => level === 'error')).toEqual([]);
    expect(found.length).toBeGreaterThan(3);
  });
});

describe('the children looked after return', () => {
  const registrations = new Map(
    staff.members.flatMap(({ member, registration = '' }) => (registration === '' ? [] : [[member, registration]])),
  );
  const setOf = (year: '2024-25' | '2025-26') => {
    const period = whichCollection(year).period;
    return Promise.resolve(histories.map((history) => ({ history }))).then((told) =>
      returnSetOf(
        { period, registrations },
        (async function* () {
          yield* told;
        })(),
      ),
    );
  };
  const filesOf = (files: Awaited<ReturnType<typeof setOf>>, isLast: boolean) =>
    files.map(({ name, lines }) => ({ name, file: name, isLast, text: Buffer.from(lines.join('\n')) }));

  test('of the year that is over has nothing that is wrong: what its rules find is right, or is said to have been refused', async () => {
    const files = [...filesOf(await setOf('2025-26'), false), ...filesOf(await setOf('2024-25'), true)];
    const found = await check(files, { year: '2025-26', authority: undefined, reference: nothingKnown });
    const codes = new Set(found.flatMap((one) => (one.kind === 'notChecked' ? [] : one.kind === 'finding' ? [one.code] : [one.kind])));
    // 186 asks for a score also where the carers or the young person refused one.
    expect([...codes].filter((code) => !rightAsItIs.has(code))).toEqual(['186']);
  });
  test.each([
    ['2025-26', '2026-06-01'],
    ['2026-27', today],
  ] as const)('of %s: no record of a child has an error as it stands, but a questionnaire that was refused', (year, on) => {
    const check = checkingLookedAfter(whichCollection(year), date(on));
    expect([...new Set(histories.flatMap((history) => checkLookedAfter(history, check).map(({ code }) => code)))]).toEqual(
      year === '2025-26' ? ['186'] : [],
    );
  });
});

test('Annex A of the day: every child on a plan and in care stands in its list, and whoever answers for each has a name', () => {
  const names = {
    members: new Map(staff.members.map(({ member, name }) => [member, name])),
    teams: new Map(staff.teams.map(({ team, name }) => [team, name])),
  };
  const rows = Map.groupBy(
    histories.flatMap((history) => annexRows(history, today, names)),
    ({ list }) => list,
  );
  const open = (list: 'List 7' | 'List 8', ends: string) => (rows.get(list) ?? []).filter(({ cells }) => cells[ends] === undefined);
  expect(open('List 7', 'Child Protection Plan End Date')).toHaveLength(onPlansAt(1));
  expect(open('List 8', 'Date Ceased to be Looked After')).toHaveLength(inCareAt(1));
  expect([...rows.keys()].toSorted()).toEqual(expect.arrayContaining(['List 1', 'List 3', 'List 4', 'List 5', 'List 6', 'List 9']));
  expect((rows.get('List 9') ?? []).length).toBeGreaterThan(30);
  expect((rows.get('List 8') ?? []).filter(({ cells }) => cells['Allocated Team'] === undefined)).toEqual([]);
});
