import { expect, it } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { steps } from '../../practice/pathway.ts';
import type { ReturnRow } from './return-row.ts';
import { readingsOf } from './return-steps.ts';
import { statementsOf } from './statements.ts';

const row = (table: string, line: number, values: Readonly<Record<string, string>>): ReturnRow => ({
  table,
  file: `${table}.csv`,
  line,
  values: { CHILD: '7', ...values },
});
const header = (born: string) => row('header', 2, { SEX: 'F', DOB: born, ETHNIC: 'APKN' });
const review = (line: number, born: string, on: string) => row('reviews', line, { DOB: born, REVIEW: on, REVIEW_CODE: 'PN1' });

function read(...rows: readonly ReturnRow[]) {
  const tables = new Set(['header', 'reviews']);
  const of = { year: 2025, today: date('2026-11-25'), readings: readingsOf(steps), tables, remarked: new Set<string>() };
  const { bornOn, birthUnread, problems, statements } = statementsOf({ child: '7', rows }, of);
  const notTaken = problems.filter(({ reason }) => reason.includes('another date of birth')).map(({ line }) => line);
  return { bornOn, birthUnread, notTaken, reviews: statements.filter(({ step }) => step.name === 'lookedAfterReview').length };
}

it('where the header’s date of birth cannot be read, the one that all other rows give says it', () => {
  expect(read(header('14/05/19'), review(3, '14/05/2019', '01/06/2024'), review(4, '14/05/2019', '01/12/2024'))).toEqual({
    bornOn: '2019-05-14',
    notTaken: [],
    reviews: 2,
  });
});

it('rows that disagree on a birth that the header does not say are nobody’s until it is put right', () => {
  expect(read(header('14/05/19'), review(3, '14/05/2019', '01/06/2024'), review(4, '14/05/2011', '01/12/2024'))).toEqual({
    birthUnread: { field: 'DOB' },
    notTaken: [3, 4],
    reviews: 0,
  });
});

it('a header whose date of birth can be read decides', () => {
  expect(read(header('14/05/2019'), review(3, '14/05/2019', '01/06/2024'), review(4, '14/05/2011', '01/12/2024'))).toEqual({
    bornOn: '2019-05-14',
    notTaken: [4],
    reviews: 1,
  });
});
