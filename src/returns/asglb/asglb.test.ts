import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { historyOf, type Told } from '../../practice/history.fixture.ts';
import { asglbColumns, asglbOf } from './asglb.ts';

const child: Told = ['personDetails', '2022-05-14', { laChildId: '7', bornOn: '2022-05-14', family: 'F100' }];
const care: readonly Told[] = [
  ['periodOfCare', '2024-06-03', { legalStatus: 'C1', categoryOfNeed: 'N1' }],
  ['placement', '2024-06-03', { type: 'U6' }],
  ['placement', '2024-10-07', { type: 'U4' }],
  ['adoptionDecision', '2025-05-05', {}],
  ['legalStatus', '2025-08-04', { legalStatus: 'E1' }],
  ['adoptionMatch', '2025-10-06', { formerFosterCarers: true }],
  ['placement', '2025-11-03', { type: 'A3', sameCarers: true }],
];
const adopted: Told = ['periodOfCareEnd', '2026-05-04', { reason: 'E11' }];
const rowsOn = async (on: string, ...told: readonly Told[]) => {
  async function* all() {
    yield { history: historyOf(child, ...told), isRestricted: false };
  }
  const { heads, rows } = await asglbOf(date(on), all());
  return rows.map((row) => Object.fromEntries(heads.map((head, n) => [head, row[n]])));
};

test('adoption on its way, and until the end of the year in which the order was made, with the carers who had fostered the child', async () => {
  expect(await rowsOn('2026-06-01', ...care, adopted)).toMatchObject([
    {
      'Child Unique ID': '7',
      'Family identifier': 'F100',
      'Date of ADM Decision': '2025-05-05',
      'Date of Placement/ Freeing Order': '2025-08-04',
      'Date Matched to Prospective Adopters': '2025-10-06',
      'Date Placed for Adoption': '2025-11-03',
      'Date originally placed with foster carer(s) (if adopted by foster carer/s)': '2024-10-07',
      'Date of Order': '2026-05-04',
      'Type of Order': 'Adoption',
    },
  ]);
  expect(await rowsOn('2026-01-05', ...care)).toMatchObject([{ 'Date of Order': undefined }]);
  expect(await rowsOn('2027-03-31', ...care, adopted)).toHaveLength(1);
  expect(await rowsOn('2027-04-01', ...care, adopted)).toEqual([]);
});

test('special guardianship without a decision for adoption, and no other order', async () => {
  const left = (reason: string): Told => ['periodOfCareEnd', '2026-05-04', { reason }];
  expect(await rowsOn('2026-06-01', ...care.slice(0, 2), left('E45'))).toMatchObject([{ 'Type of Order': 'Special Guardianship' }]);
  expect(await rowsOn('2026-06-01', ...care.slice(0, 2), left('E41'))).toEqual([]);
  expect(await rowsOn('2026-06-01', ...care.slice(0, 2))).toEqual([]);
});

test('the columns are those that the dataset marks as asked for the Board', () => {
  const { tables }: { tables: readonly { table: string; fields: readonly { name: string; returns: readonly string[] | null }[] }[] } =
    JSON.parse(readFileSync('test/samples/safeguarding-dataset/ssd-tables.json', 'utf8'));
  const asked = tables.flatMap(({ fields }) => fields.flatMap(({ name, returns }) => (returns?.includes('ASGLB') === true ? [name] : [])));
  expect(['fami_family_id', ...asglbColumns.map(([name]) => name)]).toEqual(asked);
});
