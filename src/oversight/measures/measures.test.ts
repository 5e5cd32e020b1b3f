import { describe, expect, test } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { historyOf, type Told } from '../../practice/history.fixture.ts';
import { derivation } from '../../practice/pathway.ts';
import { isMeasuredRule, measuredChild } from './measured-child.ts';
import { measure } from './measured.ts';
import { measureNamed, measures } from './measures.ts';
import { measureReading } from './readings.ts';

const on = date('2026-10-31');
const child = (bornOn: string): Told => ['personDetails', bornOn, { bornOn, sex: 'F' }];
const born = child('2014-05-14');
const plan = (on: string, more = {}): Told => ['childProtectionPlan', on, { startedOn: on, category: 'NEG', ...more }];
const planEnd = (on: string): Told => ['childProtectionPlanEnd', on, { endedOn: on }];
const care = (on: string, legalStatus = 'C2'): Told => ['periodOfCare', on, { startedOn: on, legalStatus, categoryOfNeed: 'N1' }];
const placed = (on: string, postcode: string, more = {}): Told => [
  'placement',
  on,
  { startedOn: on, type: 'U6', provider: 'PR1', postcode, area: 'here', distanceMiles: 4, ...more },
];

/** What each child counts for, by the name of the measure: true is of the numerator, undefined counted apart. */
async function countsOf(name: string, ...children: readonly (readonly Told[])[]): Promise<readonly (boolean | undefined)[]> {
  async function* told() {
    for (const [n, one] of children.entries()) yield { person: `p${n}`, history: historyOf(...one) };
  }
  const { behind } = await measure(told(), on);
  return behind.filter((one) => one.measure === name).map(({ isIn }) => isIn);
}
const counts = (name: string, ...told: readonly Told[]) => countsOf(name, told);

describe('at the front door', () => {
  test('a referral within twelve months of another is one again; of the same day it is a copy; after a year it is not', async () => {
    const referral = (day: string): Told => ['referral', day, { referredOn: day, source: '2A' }];
    expect(await counts('reReferrals', born, referral('2025-11-03'), referral('2026-05-04'), referral('2026-05-04'))).toEqual([
      false,
      true,
    ]);
    expect(await counts('reReferrals', born, referral('2025-03-03'), referral('2026-03-04'))).toEqual([false]);
    expect(await counts('reReferrals', born, referral('2025-03-03'), referral('2026-03-03'))).toEqual([true]);
  });

  test('an assessment has 45 working days from its start, bank holidays left out', async () => {
    const assessed = (end: string): readonly Told[] => [
      ['referral', '2026-03-02', { referredOn: '2026-03-02' }],
      ['childAndFamilyAssessment', '2026-03-09', { startedOn: '2026-03-09' }],
      ['assessmentAuthorisation', end, { authorisedOn: end }],
    ];
    // Good Friday, Easter Monday and the early May holiday are none: the 45th is 13 May.
    expect(await counts('assessments45Days', born, ...assessed('2026-05-14'))).toEqual([true]);
    expect(await counts('assessments45Days', born, ...assessed('2026-05-15'))).toEqual([false]);
  });
});

describe('child protection', () => {
  test('a conference has 15 working days from the discussion that began the enquiry', async () => {
    const met = (held: string): readonly Told[] => [
      ['strategyDiscussion', '2026-06-01', { heldOn: '2026-06-01', enquiriesInitiated: true }],
      ['initialConference', held, { heldOn: held, outcome: 'planMade' }],
    ];
    expect(await counts('conferences15Days', born, ...met('2026-06-22'))).toEqual([true]);
    expect(await counts('conferences15Days', born, ...met('2026-06-23'))).toEqual([false]);
  });

  test('two years on a plan are reached on the day; of one that ended, when it ended', async () => {
    expect(await counts('plansOverTwoYears', born, plan('2024-10-31'))).toEqual([true]);
    expect(await counts('plansOverTwoYears', born, plan('2024-11-01'))).toEqual([false]);
    expect(await counts('plansEndedAfterTwoYears', born, plan('2023-02-01'), planEnd('2026-02-02'))).toEqual([true]);
    expect(await counts('plansEndedAfterTwoYears', born, plan('2025-02-03'), planEnd('2026-02-02'))).toEqual([false]);
  });

  test('a plan again: ever, and within two years of the last; where the end of the last is not on record nobody can say', async () => {
    const twice: readonly Told[] = [born, plan('2022-02-01'), planEnd('2024-09-02'), plan('2026-09-02')];
    expect(await counts('repeatPlansEver', ...twice)).toEqual([true]);
    expect(await counts('repeatPlansTwoYears', ...twice)).toEqual([true]);
    expect(await counts('repeatPlansTwoYears', born, plan('2022-02-01'), planEnd('2024-09-01'), plan('2026-09-02'))).toEqual([false]);
    expect(await counts('repeatPlansTwoYears', born, plan('2026-09-02', { previousPlans: 1 }))).toEqual([undefined]);
    expect(await counts('repeatPlansEver', born, plan('2026-09-02', { previousPlans: 1 }))).toEqual([true]);
  });

  test('reviewed in time: every review that fell due in the year; a plan of less than three months is not asked about', async () => {
    const review = (day: string): Told => ['reviewConference', day, { heldOn: day, held: true, continues: true }];
    expect(await counts('planReviewsInTime', born, plan('2026-02-02'), review('2026-04-20'), review('2026-10-12'))).toEqual([true]);
    expect(await counts('planReviewsInTime', born, plan('2026-02-02'), review('2026-05-11'))).toEqual([false]);
    expect(await counts('planReviewsInTime', born, plan('2026-08-03'))).toEqual([]);
  });
});

describe('children looked after', () => {
  const since2023 = care('2023-03-01');

  test('three placements in the year, the one at its beginning among them; hospital and coming back are none, nor the same carers', async () => {
    const moves = [placed('2023-03-01', 'OX4 2AB'), placed('2026-01-12', 'OX4 3AB'), placed('2026-06-01', 'OX4 4AB')];
    expect(await counts('threePlacements', born, since2023, ...moves)).toEqual([true]);
    expect(await counts('threePlacements', born, since2023, ...moves.slice(0, 2))).toEqual([false]);
    const hospital: readonly Told[] = [
      placed('2023-03-01', 'OX4 2AB'),
      placed('2026-01-12', 'OX3 9DU', { type: 'T1' }),
      placed('2026-01-20', 'OX4 2AB'),
      placed('2026-03-02', 'OX4 7ZZ', { sameCarers: true }),
    ];
    expect(await counts('threePlacements', born, since2023, ...hospital)).toEqual([false]);
  });

  test('stability is asked of those under 16 in care for two and a half years', async () => {
    expect(await counts('longTermStability', born, since2023, placed('2023-03-01', 'OX4 2AB'))).toEqual([true]);
    expect(await counts('longTermStability', born, since2023, placed('2023-03-01', 'OX4 2AB'), placed('2025-06-02', 'OX9 2AB'))).toEqual([
      false,
    ]);
    expect(await counts('longTermStability', born, care('2024-06-03'), placed('2024-06-03', 'OX4 2AB'))).toEqual([]);
    const earlier: Told = ['periodOfCare', '2024-10-01', { startedOn: '2024-10-01', legalStatus: 'C2', beganEarlier: true }];
    expect(await counts('longTermStability', born, earlier, placed('2024-10-01', 'OX4 2AB', { beganEarlier: true }))).toEqual([undefined]);
    expect(await counts('longTermStability', child('2010-10-30'), since2023, placed('2023-03-01', 'OX4 2AB'))).toEqual([]);
  });

  test('placed for adoption, the placement before counts with it', async () => {
    const adopted = (day: string): readonly Told[] => [placed(day, 'OX4 2AB'), placed('2026-03-02', 'SN1 1AA', { type: 'A6' })];
    expect(await counts('longTermStability', born, care('2023-03-01', 'E1'), ...adopted('2023-03-01'))).toEqual([true]);
    expect(
      await counts('longTermStability', born, care('2023-03-01', 'E1'), placed('2023-03-01', 'OX1 1AA'), ...adopted('2025-03-03')),
    ).toEqual([false]);
  });

  test('distance: more than 20 miles; where none is on record it is counted apart; short breaks are no care', async () => {
    expect(await counts('over20Miles', born, since2023, placed('2023-03-01', 'X1 1XX', { distanceMiles: 20 }))).toEqual([false]);
    expect(await counts('over20Miles', born, since2023, placed('2023-03-01', 'X1 1XX', { distanceMiles: 20.1 }))).toEqual([true]);
    expect(await counts('over20Miles', born, since2023, placed('2023-03-01', 'X1 1XX', { distanceMiles: undefined }))).toEqual([undefined]);
    expect(await counts('over20Miles', born, care('2023-03-01', 'V4'), placed('2023-03-01', 'X1 1XX', { distanceMiles: 40 }))).toEqual([]);
  });

  test('health is asked of those in care for the whole year, and what nobody recorded was not done', async () => {
    const seen: Told = ['healthAssessment', '2026-03-02', { assessedOn: '2026-03-02', done: true }];
    expect(await counts('healthAssessments', born, since2023, placed('2023-03-01', 'OX4 2AB'), seen)).toEqual([true]);
    expect(await counts('healthAssessments', born, since2023, placed('2023-03-01', 'OX4 2AB'))).toEqual([false]);
    expect(await counts('healthAssessments', born, care('2026-01-05'), placed('2026-01-05', 'OX4 2AB'), seen)).toEqual([]);
    const questionnaire: Told = ['strengthsAndDifficulties', '2026-03-02', { completedOn: '2026-03-02', score: 17 }];
    expect(await counts('questionnairesOfConcern', born, since2023, placed('2023-03-01', 'OX4 2AB'), questionnaire)).toEqual([true]);
    expect(await counts('questionnairesOfConcern', born, since2023, placed('2023-03-01', 'OX4 2AB'))).toEqual([]);
  });

  test('missing in the year: of all who were in care on any day of it', async () => {
    const gone: Told = ['missingEpisode', '2026-02-02', { startedOn: '2026-02-02', kind: 'M' }];
    const end: Told = ['periodOfCareEnd', '2026-03-02', { endedOn: '2026-03-02', reason: 'E4A' }];
    expect(await counts('missingFromCare', born, since2023, gone, end)).toEqual([true]);
    expect(await counts('missingFromCare', born, since2023, ['missingEpisode', '2026-02-02', { kind: 'A' }])).toEqual([false]);
    expect(await counts('leftForAdoption', born, since2023, end)).toEqual([false]);
  });
});

describe('leaving care', () => {
  const left: readonly Told[] = [
    child('2007-06-14'),
    care('2020-03-02'),
    placed('2020-03-02', 'OX4 2AB'),
    ['periodOfCareEnd', '2025-06-14', { endedOn: '2025-06-14', reason: 'E7' }],
  ];
  const contact = (answers: object): Told => ['careLeaverContact', '2026-06-20', { contactOn: '2026-06-20', ...answers }];

  test('asked about each birthday, a month after it: in touch, suitably housed, active', async () => {
    const told = contact({ inTouch: 'YES', activity: 'F2', accommodation: 'Z2' });
    expect(await counts('leavers19to21InTouch', ...left, told)).toEqual([true]);
    expect(await counts('leavers19to21Housed', ...left, told)).toEqual([false]);
    expect(await counts('leavers19to21Active', ...left, told)).toEqual([true]);
    expect(await counts('leavers17to18InTouch', ...left, told)).toEqual([]);
  });

  test('who left before this record began is counted by what is told of them, as in the return', async () => {
    const told = contact({ inTouch: 'YES', activity: 'G5', accommodation: 'U1' });
    expect(await counts('leavers19to21InTouch', child('2007-06-14'), told)).toEqual([true]);
    expect(await counts('leavers19to21Active', child('2007-06-14'), told)).toEqual([false]);
    expect(await counts('leavers19to21InTouch', child('2007-06-14'))).toEqual([]);
  });

  test('nobody wrote anything: not in touch; who went back to their parents is counted apart', async () => {
    expect(await counts('leavers19to21InTouch', ...left)).toEqual([false]);
    expect(await counts('leavers19to21InTouch', ...left, contact({ inTouch: 'RHOM' }))).toEqual([undefined]);
  });
});

test('each measure says all that a reader must know to use it, once', () => {
  expect(new Set(measures.map(({ name }) => name)).size).toBe(measures.length);
  expect(new Set(measures.map(({ title, area }) => `${area} ${title}`)).size).toBe(measures.length);
  for (const { published, numerator, denominator } of measures)
    for (const words of [published, numerator, denominator]) expect(words).toMatch(/\w{3}/);
  expect(measures.length).toBeGreaterThanOrEqual(35);
});

test('what was not yet known on the day, or lay ahead, is in no figure; years to 31 March and months are told', async () => {
  async function* told() {
    yield { person: 'p', history: historyOf(born, plan('2024-02-01'), planEnd('2026-05-05'), ['referral', '2026-12-01', {}]) };
  }
  const found = await measure(told(), on);
  const reading = (name: string) => {
    const known = measureNamed(name);
    if (known === undefined) throw new Error(name);
    return measureReading(known, found, new Map());
  };
  expect(reading('referralRate').now.n).toBe(0);
  expect(reading('plansOverTwoYears').years).toEqual([
    { period: '2024-25', n: 0, among: 1, apart: 0 },
    { period: '2025-26', n: 1, among: 1, apart: 0 },
  ]);
  // One child is never drawn as one.
  expect(reading('planRate').months[0]).toMatchObject({ on: '2024-11-30', n: 1, value: 4 });
});

test('the limits of a child are those that the record keeps, of the rules that measures ask about', () => {
  const history = historyOf(
    ['personDetails', '2015-05-14', { bornOn: '2015-05-14' }],
    ['strategyDiscussion', '2026-01-05', { decision: 'enquiry' }],
    ['section47Enquiry', '2026-01-05', {}],
    ['childProtectionPlan', '2026-01-20', { category: 'NEG' }],
    ['periodOfCare', '2026-02-02', { legalStatus: 'C1', categoryOfNeed: 'N1' }],
    ['lookedAfterReview', '2026-02-20', { held: true }],
    ['missingEpisode', '2026-03-02', { kind: 'M' }],
    ['returnFromMissing', '2026-03-03', {}],
  );
  const all = derivation.clocks(history);
  const { clocks } = measuredChild(history, date('2026-06-01'));
  expect(clocks.length).toBeGreaterThan(2);
  expect(clocks).toEqual(all.filter(({ rule }) => isMeasuredRule(rule)));
  expect(all.length).toBeGreaterThan(clocks.length);
});
