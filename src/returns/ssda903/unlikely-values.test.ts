import { expect, test } from 'vitest';
import { lookedAfterReturn } from './collection.ts';
import { returnTables } from './looked-after-return.ts';

/** What files hold besides what they should: nothing, no date, the first and the last day that a program can write, an odd length. */
const unlikely = [undefined, '', 'x', '0001-01-01', '9999-12-31', '2024-02-29', '-1', '1', 'S', 'E11', 'A3', 'U1', 'T3', 'CUSTOD'];

const tables = Object.fromEntries(
  Object.entries(returnTables).map(([table, fields]) => {
    const columns = Object.keys(fields);
    const alike = unlikely.map((value) => Object.fromEntries(columns.map((field) => [field, value])));
    const mixed = unlikely.map((_, at) =>
      Object.fromEntries(columns.map((field, place) => [field, field === 'CHILD' ? '1' : unlikely[(at + place) % unlikely.length]])),
    );
    return [table, { columns, rows: [...alike, ...mixed] }];
  }),
);

test.each([
  ['2023-04-01', '2024-03-31'],
  ['0001-01-01', '0001-01-01'],
  ['9999-12-31', '9999-12-31'],
  ['2024-02-29', '2024-02-29'],
  ['', ''],
])('no rule fails on unlikely values, the collection being from "%s" to "%s"', (collection_start, collection_end) => {
  const metadata = {
    collection_start,
    collection_end,
    localAuthority: 'x',
    postcodes: true,
    provider_info: [{ URN: 'x', REG_END: '0001-01-01' }],
  };
  const outcomes = lookedAfterReturn.run(() => true, '2023-24', tables, metadata);
  expect(outcomes.filter(({ kind }) => kind !== 'checked')).toEqual([]);
});
