import { describe, expect, test } from 'vitest';
import { date } from '../../../kernel/calendar/dates.ts';
import { historyOf, type Told } from '../../../practice/history.fixture.ts';
import { whichCollection } from '../../rule/period.ts';
import { buildChild } from './build-child.ts';
import { checkChild, checking } from './check-child.ts';
import type { BuiltElement } from './element.ts';

const which = whichCollection('2025-26');
const details: Told = [
  'personDetails',
  '2017-05-14',
  { laChildId: '100234', bornOn: '2017-05-14', sex: 'F', ethnicity: 'APKN', disabilities: ['NONE'], upnUnknown: 'UN4' },
];
const referred: Told = ['referral', '2025-06-02', { referredOn: '2025-06-02', source: '2A', primaryNeed: 'N1' }];

const leaves = ({ name, text, children }: BuiltElement): readonly string[] =>
  children.length === 0 ? [`${name} ${text}`] : children.flatMap(leaves);
const toldOf = (...told: readonly Told[]): readonly string[] => {
  const built = buildChild(historyOf(...told), which);
  return built === undefined ? [] : leaves(built);
};
const partOf = (name: RegExp, ...told: readonly Told[]) => toldOf(details, ...told).filter((leaf) => name.test(leaf));
const codesOf = (...told: readonly Told[]) =>
  checkChild(historyOf(...told), checking(which, date('2026-03-31'))).map(({ code, entries }) => `${code} ${entries.join(' ')}`);

describe('who is in the census of a year', () => {
  test('whose case was open on a day of it', () => {
    expect(toldOf(details, referred)).toContain('CINreferralDate 2025-06-02');
    expect(toldOf(details, ['referral', '2026-04-01'])).toEqual([]);
    expect(toldOf(details, ['referral', '2024-04-02'], ['closure', '2025-03-31'])).toEqual([]);
    expect(toldOf(details, ['referral', '2024-04-02'], ['closure', '2025-04-01'])).toContain('CINclosureDate 2025-04-01');
  });
  test('a case closed after the year was open in it', () =>
    expect(partOf(/Closure|NFA/, referred, ['closure', '2026-04-01', { reason: 'RC7' }])).toEqual(['ReferralNFA 0']));
  test('referred for nothing more, in the year of the referral alone', () => {
    const nothing = (on: string): readonly Told[] => [
      ['referral', on],
      ['referralDecision', on, { response: 'noFurtherAction' }],
    ];
    expect(partOf(/NFA/, ...nothing('2025-04-01'))).toEqual(['ReferralNFA 1']);
    expect(toldOf(details, ...nothing('2025-03-31'))).toEqual([]);
  });
  test('a referral about an open case begins no second episode; one after its closure does', () => {
    const again: Told = ['referral', '2025-09-01'];
    expect(partOf(/referralDate/, referred, again)).toEqual(['CINreferralDate 2025-06-02']);
    expect(partOf(/referralDate/, referred, ['closure', '2025-08-01'], again)).toHaveLength(2);
  });
  test('a child who was unborn on the last day is expected, and of no known sex', () => {
    const born: Told = [
      'personDetails',
      '2026-04-12',
      { laChildId: '7', bornOn: '2026-04-12', expectedOn: '2026-04-20', sex: 'F', ethnicity: 'NOBT' },
    ];
    const built = toldOf(born, referred);
    expect(built).toContain('ExpectedPersonBirthDate 2026-04-20');
    expect(built).toContain('Sex U');
    expect(built.filter((leaf) => leaf.startsWith('PersonBirthDate'))).toEqual([]);
  });
});

describe('what the census tells of an episode', () => {
  test('an assessment ends with its authorisation, with the factors found', () =>
    expect(
      partOf(
        /Assessment/,
        referred,
        ['childAndFamilyAssessment', '2025-06-03', { internalReviewOn: '2025-06-24' }],
        ['assessmentAuthorisation', '2025-07-10', { assessment: 'e3', factors: ['3B', '4B'] }],
      ),
    ).toEqual([
      'AssessmentActualStartDate 2025-06-03',
      'AssessmentInternalReviewDate 2025-06-24',
      'AssessmentAuthorisationDate 2025-07-10',
      'AssessmentFactors 3B',
      'AssessmentFactors 4B',
    ]));
  test('a child in need plan ends where a child protection plan begins, and made anew it goes on', () =>
    expect(
      partOf(
        /^CINPlan|CPPstart/,
        referred,
        ['childInNeedPlan', '2025-07-14'],
        ['childInNeedPlan', '2025-09-01'],
        ['childProtectionPlan', '2025-10-06'],
      ),
    ).toEqual(['CINPlanStartDate 2025-07-14', 'CINPlanEndDate 2025-10-06', 'CPPstartDate 2025-10-06']));
  test('it ends where the child becomes looked after, unless for short breaks; of a plan that a file gave the file says when', () => {
    const care = (on: string, legalStatus: string): Told => ['periodOfCare', on, { legalStatus, categoryOfNeed: 'N1' }];
    const ends = (...told: readonly Told[]) => partOf(/^CINPlanEnd/, referred, ...told);
    const plan: Told = ['childInNeedPlan', '2025-07-14'];
    expect(ends(plan, care('2025-10-06', 'V2'))).toEqual(['CINPlanEndDate 2025-10-06']);
    expect(ends(plan, care('2025-10-06', 'V4'))).toEqual([]);
    expect(ends(plan, care('2025-10-06', 'V4'), ['legalStatus', '2025-11-03', { legalStatus: 'V2' }])).toEqual([
      'CINPlanEndDate 2025-11-03',
    ]);
    expect(ends(care('2025-06-09', 'V2'), plan, ['legalStatus', '2025-11-03', { legalStatus: 'C1' }])).toEqual([]);
    expect(ends(['childInNeedPlan', '2025-07-14', {}, { source: 'cin:1:2:2026-03-31' }], care('2025-10-06', 'V2'))).toEqual([]);
  });
  test('an enquiry is due its conference within 15 working days of the discussion that began it', () =>
    expect(
      partOf(
        /47|CPC/,
        referred,
        ['strategyDiscussion', '2025-06-03', { enquiriesInitiated: true }],
        ['section47Enquiry', '2025-06-04'],
        ['initialConference', '2025-06-23', { outcome: 'planMade' }],
      ),
    ).toEqual(['S47ActualStartDate 2025-06-04', 'InitialCPCtarget 2025-06-24', 'DateOfInitialCPC 2025-06-23', 'ICPCnotRequired 0']));
  test('one that found no need of a conference says so; one of which no start was recorded began with its discussion', () =>
    expect(
      partOf(
        /47|CPC/,
        referred,
        ['strategyDiscussion', '2025-06-03', { enquiriesInitiated: true }],
        ['section47Outcome', '2025-06-12', { outcome: 'notSubstantiated' }],
      ),
    ).toEqual(['S47ActualStartDate 2025-06-03', 'ICPCnotRequired 1']));
  test('a conference on a child who moved here stands in the episode, for it followed no enquiry', () =>
    expect(partOf(/CPC|47/, referred, ['transferInConference', '2025-06-20', { outcome: 'planHere' }])).toEqual([
      'DateOfInitialCPC 2025-06-20',
    ]));
  test('a plan: its categories, the plans before it, and the reviews of the year that were held', () =>
    expect(
      partOf(
        /CPP|Abuse/,
        ['referral', '2024-11-01'],
        ['childProtectionPlan', '2024-12-02', { category: 'NEG', previousPlans: 1 }],
        ['reviewConference', '2025-02-20'],
        ['reviewConference', '2025-08-18'],
        ['reviewConference', '2025-08-20', { held: false }],
        ['categoryChange', '2025-08-18', { category: 'EMO' }],
        ['childProtectionPlanEnd', '2026-02-02'],
      ),
    ).toEqual([
      'CPPstartDate 2024-12-02',
      'CPPendDate 2026-02-02',
      'InitialCategoryOfAbuse NEG',
      'LatestCategoryOfAbuse EMO',
      'NumberOfPreviousCPP 1',
      'CPPreviewDate 2025-08-18',
    ]));
});

describe('what a rule finds wrong, and the entries that would mend it', () => {
  test('of a record that is as it should be, nothing', () => expect(codesOf(details, referred)).toEqual([]));
  test('the entry that gives what is wrong', () =>
    expect(codesOf(details, referred, ['closure', '2025-05-30', { reason: 'RC7' }])).toEqual([]));
  test('of what is missing, those of the module that lacks it', () =>
    expect(codesOf(details, ['referral', '2025-06-02', { source: '2A' }])).toEqual(['8610 e2']));
  test('work without a referral is found, for nobody can return it', () =>
    expect(codesOf(details, ['childAndFamilyAssessment', '2025-06-03']).some((found) => found.startsWith('8600'))).toBe(true));
  test('what is explained in the year says by which entry', () => {
    const late: Told = ['childAndFamilyAssessment', '2025-06-03'];
    const explained: Told = ['returnExplanation', '2025-12-02', { rule: '8670Q', reason: 'The court asked us to wait.' }];
    const found = checkChild(historyOf(details, referred, late, explained), checking(which, date('2025-12-02')));
    expect(found.map(({ code, explainedBy }) => [code, explainedBy])).toEqual([['8670Q', 'e4']]);
  });
  test('what waits is counted up to today, not to a day that has not come', () => {
    const history = historyOf(details, referred, ['childAndFamilyAssessment', '2025-06-03']);
    const on = (today: string) => checkChild(history, checking(which, date(today))).map(({ code }) => code);
    expect(on('2025-06-20')).toEqual([]);
    expect(on('2025-12-01')).toEqual(['8670Q']);
  });
});
