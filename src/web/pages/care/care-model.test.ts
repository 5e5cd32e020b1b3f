import { describe, expect, it } from 'vitest';
import { date } from '../../../kernel/calendar/dates.ts';
import { historyOf, type Told } from '../../../practice/history.fixture.ts';
import { steps } from '../../../practice/pathway.ts';
import { careModel } from './care-model.ts';

const born: Told = ['personDetails', '2010-05-14', { bornOn: '2010-05-14' }];
const inCare: readonly Told[] = [born, ['periodOfCare', '2025-11-03', { legalStatus: 'V2' }]];
const today = date('2026-06-15');
const sectionsOf = (...told: readonly Told[]) => careModel({ history: historyOf(...told), today, steps });
const section = (id: string, ...told: readonly Told[]) => sectionsOf(...told).find((one) => one.id === id);
const facts = (id: string, ...told: readonly Told[]) => Object.fromEntries(section(id, ...told)?.facts ?? []);
const mother: Told = [
  'parentalResponsibility',
  '2010-05-14',
  { name: 'Shanice Example', acquired: 'motherAtBirth', evidence: ['birthCertificate'] },
];
const agrees: Told = [
  'accommodationAgreement',
  '2025-11-03',
  { name: 'Shanice Example', answer: 'agrees', madeSure: ['capacity', 'understood', 'inWriting'] },
];

describe('in care and after it', () => {
  it('says nothing of a child who is not in care and was not', () => expect(sectionsOf(born)).toEqual([]));
  it('by whose agreement: each holder’s answer, who has not been asked, and none that was withdrawn', () => {
    const holder = 'Holders of parental responsibility of whom no answer is on record';
    expect(facts('power', ...inCare, mother)).toMatchObject({ Agreement: 'None on record that holds', [holder]: '1' });
    expect(facts('power', ...inCare, mother, agrees)[holder]).toBeUndefined();
    expect(section('power', ...inCare, mother, agrees)?.holdings.map(({ step }) => step.name)).toEqual(['accommodationAgreement']);
    const withdrawn: Told = ['accommodationAgreementEnd', '2026-03-02', { why: 'withdrawn' }];
    expect(facts('power', ...inCare, mother, agrees, withdrawn)).toMatchObject({ Agreement: 'None on record that holds', [holder]: '1' });
    expect(facts('power', ...inCare, ['legalStatus', '2026-02-02', { legalStatus: 'C1' }])['Agreement']).toBeUndefined();
  });
  it('where the child lives today, and by which plan: none is said, and none of an earlier placement stands for it', () => {
    const placed = (on: string, carers: string): Told => ['placement', on, { type: 'U6', carers }];
    const plan: Told = ['placementPlan', '2025-11-05', { care: 'As agreed.' }];
    const names = (...told: readonly Told[]) => section('home', ...inCare, ...told)?.holdings.map(({ step }) => step.name);
    expect(section('home', ...inCare)?.nothing).toContain('No placement');
    expect(names(placed('2025-11-03', 'A'), plan)).toEqual(['placement', 'placementPlan']);
    expect(names(placed('2025-11-03', 'A'), plan, placed('2026-06-01', 'B'))).toEqual(['placement']);
    expect(facts('home', ...inCare, placed('2025-11-03', 'A'), plan, placed('2026-06-01', 'B'))).toEqual({
      'Placement plan': 'None on record for this placement',
    });
  });
  it('health: the last of each that was carried out, and the scores, the latest first', () => {
    const told: readonly Told[] = [
      ['healthAssessment', '2025-12-01', { kind: 'initial', done: true, by: 'doctor' }],
      ['healthAssessment', '2026-06-02', { kind: 'review', done: false }],
      ['immunisations', '2026-01-12', { upToDate: false }],
      ['strengthsAndDifficulties', '2025-12-10', { score: 9 }],
      ['strengthsAndDifficulties', '2026-05-11', { score: 26 }],
    ];
    expect(facts('health', ...inCare, ...told)).toEqual({
      'Last health assessment': '1 Dec 2025',
      'Last seen by a dentist': 'Not on record',
      Immunisations: 'Not up to date, 12 Jan 2026',
      'Strengths and difficulties': '26, cause for concern, 11 May 2026\n9, normal, 10 Dec 2025',
    });
    expect(section('health', born)).toBeUndefined();
  });
  it('who decides what: the latest consent of a matter and a giver', () => {
    const consent = (on: string, answer: string): Told => ['consent', on, { matter: 'immunisations', by: 'parent', name: 'A', answer }];
    const held = section('decisions', ...inCare, consent('2025-11-04', 'given'), consent('2026-02-04', 'withdrawn'))?.holdings ?? [];
    expect(held.map(({ statement }) => statement.answers['answer'])).toEqual(['withdrawn']);
  });
  it('of whoever left care: what they are owed comes first, and neither what carers decided nor a plan for family time holds', () => {
    const told: readonly Told[] = [
      ['personDetails', '2008-02-12', { bornOn: '2008-02-12' }],
      ['periodOfCare', '2024-03-04', { legalStatus: 'C2' }],
      ['delegatedAuthority', '2024-03-05', {}],
      ['familyTimePlan', '2024-03-05', { name: 'The mother' }],
      ['lifeStoryWork', '2025-03-05', { reached: ['begun'] }],
    ];
    expect(sectionsOf(...told).map(({ id }) => id)).toEqual(expect.arrayContaining(['decisions', 'family-time']));
    const after = sectionsOf(...told, ['periodOfCareEnd', '2026-02-12', { reason: 'E5' }]).map(({ id }) => id);
    expect(after[0]).toBe('leaving-care');
    for (const ended of ['decisions', 'family-time', 'home', 'health', 'power']) expect(after).not.toContain(ended);
  });
  it('family time of the last three months, as it was kept', () => {
    const time = (on: string, how: string): Told => ['familyTime', on, { on, how }];
    expect(
      facts('family-time', ...inCare, time('2026-01-10', 'place'), time('2026-04-11', 'place'), time('2026-05-09', 'notByUs')),
    ).toEqual({
      'The last three months': '1 of 2 took place; 1 did not because of us',
    });
  });
  it('school: attendance, suspensions of this school year, money of this financial year', () => {
    const told: readonly Told[] = [
      ['schoolAttendance', '2026-02-13', { possible: 60, attended: 51 }],
      ['schoolExclusion', '2025-07-01', { kind: 'suspension', days: 5 }],
      ['schoolExclusion', '2026-03-03', { kind: 'suspension', days: 2 }],
      ['pupilPremiumPlus', '2026-03-20', { amount: 300 }],
      ['pupilPremiumPlus', '2026-04-20', { amount: 840 }],
    ];
    expect(facts('school', ...inCare, ...told)).toEqual({
      'Attendance up to 13 Feb 2026': '51 of 60 sessions',
      'Suspended this school year': '1 time, 2 days',
      'Pupil premium plus this financial year': '£840',
    });
  });
  it('missing: how often, and on which days and at what time', () => {
    const went = (on: string, startedAt: string, kind = 'M'): Told => ['missingEpisode', on, { kind, startedAt }];
    expect(facts('missing', ...inCare, went('2026-04-10', '22:15'), went('2026-04-24', '19:00'), went('2026-05-12', '10:00', 'A'))).toEqual(
      {
        Missing: '2',
        'Away without authorisation': '1',
        'On Fridays': '2',
        'Went in the evening and at night, from six': '2',
      },
    );
  });
  it('leaving care: the status, what is not yet in hand, and the allowance so far', () => {
    const told: readonly Told[] = [
      [
        'documentsHeld',
        '2026-05-20',
        {
          held: [
            'birthCertificate',
            'passport',
            'nationalInsurance',
            'healthPassport',
            'bankAccount',
            'photoIdentity',
            'settledStatus',
            'savings',
          ],
        },
      ],
      ['settingUpAllowance', '2026-06-01', { amount: 640 }],
      ['settingUpAllowance', '2026-06-02', { amount: 60 }],
    ];
    expect(facts('leaving-care', ...inCare, ...told)).toEqual({
      Status: 'Eligible child: 16 or 17, looked after, for at least thirteen weeks since 14',
      'In touch last': 'not on record',
      'Documents not yet in hand': 'Life-story book, photographs and things of their own',
      'Setting-up-home allowance given': '£700',
    });
  });
});
