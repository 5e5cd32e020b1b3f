import { expect, test } from 'vitest';
import { date } from '../kernel/calendar/dates.ts';
import { historyOf, type Told } from '../practice/history.fixture.ts';
import { whichCollection } from './rule/period.ts';
import { whyOf, whyOfDay, type AskedWhyOfDay } from './why.ts';

const details: Told = [
  'personDetails',
  '2015-05-14',
  { laChildId: '7', firstName: 'Amira', lastName: 'Example', bornOn: '2015-05-14', sex: 'F', ethnicity: 'WBRI', upnUnknown: 'UN2' },
];
const told: readonly Told[] = [
  details,
  ['referral', '2025-06-02', { referredOn: '2025-06-02', source: '2A', primaryNeed: 'N1' }],
  ['periodOfCare', '2025-06-03', { legalStatus: 'V2', categoryOfNeed: 'N1', homePostcode: 'OX1 1ND' }],
  ['placement', '2025-06-03', { type: 'U6', provider: 'PR1', postcode: 'OX4 2AB' }],
];
const which = whichCollection('2025-26');
const why = (of: 'cin' | 'ssda903', part: string, field: string) =>
  whyOf(historyOf(...told), { of, which, registrations: new Map() })
    .find(({ name }) => name === part)
    ?.cells.find((cell) => cell.field === field);

test('each value says from which entries it follows; one that follows from the lack of any says so by naming none', () => {
  expect(why('cin', 'CINdetails', 'PrimaryNeedCode')).toMatchObject({
    value: 'N1',
    from: [{ step: 'referral', happenedOn: '2025-06-02' }],
  });
  expect(why('ssda903', 'episodes', 'PL_POST')).toMatchObject({ value: 'OX4 2AB', from: [{ step: 'placement' }] });
  expect(why('ssda903', 'episodes', 'RNE')).toMatchObject({ value: 'S', from: [{ step: 'periodOfCare' }, { step: 'placement' }] });
  expect(why('ssda903', 'header', 'MOTHER')).toEqual({ field: 'MOTHER', value: '0', from: [] });
});

test('a child who is not in the return has nothing to be asked of', () =>
  expect(whyOf(historyOf(details), { of: 'ssda903', which, registrations: new Map() })).toEqual([]));

const plan: Told = ['childProtectionPlan', '2026-01-20', { category: 'NEG' }];
const adoption: readonly Told[] = [
  ['adoptionDecision', '2025-09-01', {}],
  ['legalStatus', '2025-10-01', { legalStatus: 'E1' }],
];
const whyOn = (of: AskedWhyOfDay['of'], isRestricted = false) =>
  whyOfDay({ person: 'p', history: historyOf(...told, ...adoption, plan), isRestricted }, { of, on: date('2026-03-02'), authority: 301 });
const valueOf = (of: AskedWhyOfDay['of'], field: string) =>
  whyOn(of)
    .flatMap(({ cells }) => cells)
    .find((cell) => cell.field === field);

test('so does each value of the tables of a day', () => {
  expect(valueOf('safeguarding-dataset', 'cine_cin_primary_need_code')).toMatchObject({ value: 'N1', from: [{ step: 'referral' }] });
  expect(valueOf('safeguarding-dataset', 'clap_cla_placement_postcode')).toMatchObject({ value: 'OX42AB', from: [{ step: 'placement' }] });
  expect(valueOf('cp-is', 'LOCAL_ID')).toMatchObject({ value: '7', from: [{ step: 'personDetails' }] });
  expect(valueOf('cp-is', 'PLAN_START_DATE')).toMatchObject({ value: '2026-01-20', from: [{ step: 'childProtectionPlan' }] });
  expect(whyOn('cp-is').map(({ cells }) => cells.find(({ field }) => field === 'PLAN_TYPE')?.value)).toEqual(['CPP', 'LAC']);
  expect(valueOf('asglb', 'Date of ADM Decision')).toMatchObject({ value: '2025-09-01', from: [{ step: 'adoptionDecision' }] });
  expect(valueOf('asglb', 'Child Unique ID')).toMatchObject({ value: '7', from: [{ step: 'personDetails' }] });
});

test('of each value that is written, and of no other: each that follows from an entry names one', () => {
  for (const of of ['safeguarding-dataset', 'cp-is', 'asglb'] as const) {
    const cells = whyOn(of).flatMap((part) => part.cells.map((cell) => ({ ...cell, of: part.name })));
    expect(cells.length, of).toBeGreaterThan(2);
    const silent = cells.filter(({ from }) => from.length === 0).map(({ of: table, field }) => `${table}.${field}`);
    // What the lack of an entry says, and which authority it is.
    expect(
      silent.filter((one) => !/pers_is_mother|cppl_cp_plan_ola|LA_CODE/.test(one)),
      of,
    ).toEqual([]);
  }
});

test('of a restricted record the tables are told as they are written, without a name', () => {
  expect(JSON.stringify(whyOn('safeguarding-dataset', true).flatMap(({ cells }) => cells.map(({ value }) => value)))).not.toContain('OX4');
  expect(whyOn('cp-is', true).flatMap(({ cells }) => cells.filter(({ field }) => field.endsWith('NAME')))).toEqual([]);
});
