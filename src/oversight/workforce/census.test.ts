import { expect, test } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { historyOf, type Told } from '../../practice/history.fixture.ts';
import { censusColumns, censusTables, censusXml } from '../../returns/workforce-census/census.ts';
import { censusDay, workforceCensus } from './census.ts';
import { staffMemberOf } from './staff.ts';
import { asSupplied } from './standard.ts';

const employed = (from: string, more: object = {}): Told => [
  'employment',
  from,
  { from, contract: 'permanent', team: 't', hours: 37, grade: 'socialWorker', role: '5', ...more },
];
const left = (on: string): Told => ['employmentEnd', on, { endedOn: on, reason: '1', destination: '3' }];
const details: Told = [
  'staffDetails',
  '2026-01-05',
  {
    bornOn: '1991-04-07',
    gender: '2',
    ethnicity: 'BCRB',
    qualifiedAt: 'University of Norchester & District',
    qualification: '2',
    stepUp: false,
  },
];
const registered: Told = ['staffRegistration', '2025-12-01', { number: 'SW222', until: '2026-11-30' }];
const member = (name: string, ...told: readonly Told[]) => staffMemberOf(name, historyOf(...told));

const staff = [
  member('a', employed('2025-11-03', { hours: 22.2, origin: '2' }), registered, details, ['staffAbsence', '2026-09-28', { reason: 'SIC' }]),
  member('b', employed('2026-07-08', { contract: 'agency', origin: '4' })),
  member('c', employed('2019-01-07'), left('2026-03-31')),
  member('d', employed('2019-01-07'), left('2025-09-30')),
  member('e', employed('2026-01-05', { contract: 'agency' }), left('2026-05-29')),
  member('f', employed('2026-10-05')),
  member('g', employed('2019-01-07', { role: undefined, grade: 'otherPractitioner' })),
  member('h', employed('2026-09-01', { grade: 'newlyQualified' })),
];
const register = historyOf([
  'teamPosts',
  '2025-04-01',
  {
    team: 't',
    posts: [
      { grade: 'socialWorker', fte: 4 },
      { grade: 'otherPractitioner', fte: 3 },
    ],
  },
]);
const since = date('2026-01-05');
const asked = {
  staff,
  register,
  carried: [{ worker: 'a', openSince: since }, { worker: 'a', openSince: since }, { worker: 'a' }],
  standard: asSupplied,
  numbers: new Map([
    ['b', 'SW100'],
    ['c', 'SW300'],
    ['h', 'SW400'],
  ]),
};
const census = workforceCensus(date('2026-09-30'), asked);
const rows = censusTables(census)[0]?.rows.map((row) => Object.fromEntries(censusColumns.map(([name], n) => [name, row[n]]))) ?? [];

test('is of the last 30 September that has come', () => {
  expect(['2026-09-29', '2026-09-30', '2026-11-29'].map((day) => censusDay(date(day)))).toEqual(['2025-09-30', '2026-09-30', '2026-09-30']);
});

test('asks of each social worker in post on the day and each who left within the year; of agency staff those in post; of nobody else', () => {
  expect(rows.map(({ SWENo, AgencyWorker }) => [SWENo, AgencyWorker])).toEqual([
    ['SW100', '1'],
    ['SW222', '0'],
    ['SW300', '0'],
    ['SW400', '0'],
  ]);
});

test('tells of somebody in post their share, cases, days lost and absence on the day', () => {
  expect(rows[1]).toMatchObject({
    FTE: '0.6',
    PersonBirthDate: '1991-04-07',
    GenderCurrent: '2',
    Ethnicity: 'BCRB',
    QualLevel: '2',
    StepUpGrad: '0',
    OrgRole: '5',
    RoleStartDate: '2025-11-03',
    StartOrigin: '2',
    RoleEndDate: undefined,
    FTE30: '0.6',
    Cases30: '2',
    WorkingDaysLost: '1.80',
    Absat30Sept: '1',
    ReasonAbsence: 'SIC',
  });
  expect(rows[3]).toMatchObject({ CFKSSstatus: '1', Absat30Sept: '0', Cases30: '0' });
});

test('tells of a leaver why and where to, and nothing of the day; of agency staff the weeks of their contract', () => {
  expect(rows[2]).toMatchObject({
    RoleEndDate: '2026-03-31',
    ReasonLeave: '1',
    LeaverDestination: '3',
    FTE30: undefined,
    Cases30: undefined,
  });
  expect(rows[0]).toMatchObject({ ContractWeeks: '12.1', WorkingDaysLost: undefined });
});

test('of whoever left and came back each day lost is counted in one line', () => {
  const again = member(
    'r',
    employed('2019-01-07'),
    ['staffAbsence', '2026-01-05', { reason: 'SIC', until: '2026-01-09' }],
    left('2026-01-30'),
    employed('2026-05-05'),
    ['staffAbsence', '2026-06-01', { reason: 'SIC', until: '2026-06-02' }],
  );
  const lost = workforceCensus(date('2026-09-30'), { ...asked, staff: [again] }).workers.map(({ daysLost }) => daysLost);
  expect(lost.toSorted()).toEqual([2, 5]);
});

test('counts the posts of social workers that no employee fills, and agency staff apart', () => {
  expect(censusTables(census)[1]?.rows).toEqual([['2.40', '1.00', '1']]);
});

test('is written as the Department’s message, element by element in the order of its schema', () => {
  const xml = censusXml(census, { authority: 87, madeAt: '2026-11-02T09:30:00.000Z' });
  expect(xml).toContain('<Collection>CSWW</Collection><Year>2026</Year><ReferenceDate>2026-09-30</ReferenceDate>');
  expect(xml).toContain('<LEA>087</LEA><SoftwareCode>Sightline</SoftwareCode><DateTime>2026-11-02T09:30:00</DateTime>');
  expect(xml).toContain('<QualInst>University of Norchester &amp; District</QualInst>');
  expect(xml.match(/<CSWWWorker>/g)).toHaveLength(4);
  const order = censusColumns.map(([name]) => name);
  for (const worker of xml.split('\n').filter((line) => line.startsWith('<CSWWWorker>'))) {
    const names = [...worker.matchAll(/<(\w+)>/g)].map(([, name = '']) => name).slice(1);
    expect(names).toEqual(order.filter((name) => names.includes(name)));
  }
});
