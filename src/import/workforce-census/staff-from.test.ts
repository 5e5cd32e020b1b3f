import { describe, expect, test } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { staffFrom, type CensusRow } from './staff-from.ts';

const worker = { AgencyWorker: '0', SWENo: 'SW555', FTE: '0.6', OrgRole: '5', RoleStartDate: '2023-01-09', StartOrigin: '2' };
const row = (year: number, said: Readonly<Record<string, string>>, at = 'worker 1'): CensusRow => ({
  on: date(`${year}-09-30`),
  at: `census-${year}.xml, ${at}`,
  said: new Map(Object.entries(said)),
});
const stated = (...rows: readonly CensusRow[]) => staffFrom(rows, 37).people[0]?.statements.map(({ step, answers }) => [step, answers]);
const whyNot = (said: Readonly<Record<string, string>>) => {
  const { people, notTaken } = staffFrom([row(2026, { ...worker, ...said })], 37);
  return [people.length, notTaken[0]?.reason];
};

describe('a social worker of the census', () => {
  test('is employed from the first day on: hours by the full-time week, the grade by the role; of a contract that is not agency nothing is said', () =>
    expect(stated(row(2026, { ...worker, PersonBirthDate: '1991-04-07', StepUpGrad: '1', FrontlineGrad: '0' }))).toEqual([
      ['employment', { from: '2023-01-09', hours: 22.2, grade: 'socialWorker', role: '5', origin: '2' }],
      ['staffDetails', { on: '2026-09-30', bornOn: '1991-04-07', stepUp: true, frontline: false }],
    ]));
  test('of several censuses: what a later one says otherwise holds from its day on, and details are those of the last', () =>
    expect(stated(row(2026, { ...worker, FTE: '1', OrgRole: '4', GenderCurrent: '2' }), row(2024, worker), row(2025, worker))).toEqual([
      ['employment', { from: '2023-01-09', hours: 22.2, grade: 'socialWorker', role: '5', origin: '2' }],
      ['employment', { from: '2026-09-30', hours: 37, grade: 'advanced', role: '4' }],
      ['staffDetails', { on: '2026-09-30', gender: '2' }],
    ]));
  test('who left, and came again later, has two employments', () =>
    expect(
      stated(
        row(2024, { ...worker, AgencyWorker: '1', CFKSSstatus: '1', RoleEndDate: '2024-02-01', ReasonLeave: '1', LeaverDestination: '3' }),
        row(2026, { ...worker, RoleStartDate: '2025-05-06', StartOrigin: '4' }),
      ),
    ).toEqual([
      ['employment', { from: '2023-01-09', contract: 'agency', hours: 22.2, grade: 'newlyQualified', role: '5', origin: '2' }],
      ['employmentEnd', { endedOn: '2024-02-01', reason: '1', destination: '3' }],
      ['employment', { from: '2025-05-06', hours: 22.2, grade: 'socialWorker', role: '5', origin: '4' }],
    ]));
});

test.each([
  [{ SWENo: '' }, /SWENo is empty/],
  [{ RoleStartDate: '9.1.2023' }, /RoleStartDate is empty or no day/],
  [{ RoleStartDate: '2026-11-02' }, /after the census of 2026-09-30/],
  [{ RoleEndDate: '2022-01-01', ReasonLeave: '1' }, /RoleEndDate 2022-01-01 is before RoleStartDate 2023-01-09/],
  [{ RoleEndDate: '2026-01-01' }, /ReasonLeave is empty/],
  [{ OrgRole: '' }, /OrgRole is empty/],
  [{ FTE: '0' }, /FTE is “0”/],
  [{ FTE: '37' }, /FTE is “37”/],
] as const)('%j is not taken: %s', (said, why) => expect(whyNot(said)).toEqual([0, expect.stringMatching(why)]));

test('a worker is taken whole or not at all: one row that is wrong keeps the others out, of that worker alone', () => {
  const { people, notTaken } = staffFrom(
    [row(2025, worker), row(2026, { ...worker, FTE: '' }), row(2026, { ...worker, SWENo: 'SW777' }, 'worker 2')],
    37,
  );
  expect(people.map(({ number }) => number)).toEqual(['SW777']);
  expect(notTaken).toMatchObject([{ at: 'census-2026.xml, worker 1', number: 'SW555' }]);
  const overlapping = [
    row(2025, { ...worker, RoleEndDate: '2025-06-30', ReasonLeave: '1' }),
    row(2026, { ...worker, RoleStartDate: '2025-05-01' }),
  ];
  expect(staffFrom(overlapping, 37).notTaken).toMatchObject([{ reason: expect.stringMatching(/2025-05-01 is not after the end/) }]);
});
