import { expect, test } from 'vitest';
import { childrenInNeedCensus } from './collection.ts';
import { censusTables } from './census.ts';

/** What files hold besides what they should: nothing, no date, the first and the last day that a program can write, an odd length. */
const unlikely = [undefined, '', 'x', '0001-01-01', '9999-12-31', '2024-02-29', '-1', '1', 'true', 'UN7', 'RC8', 'NONE'];

const tablesOf = (referenceDate: string) => ({
  ...Object.fromEntries(
    Object.entries(censusTables).map(([table, fields]) => {
      const columns = Object.keys(fields);
      const rows = unlikely.map((value) => Object.fromEntries(columns.map((field) => [field, value])));
      const mixed = unlikely.map((_, at) =>
        Object.fromEntries(columns.map((field, place) => [field, field.endsWith('ID') ? '1' : unlikely[(at + place) % unlikely.length]])),
      );
      return [table, { columns, rows: [...rows, ...mixed] }];
    }),
  ),
  Header: { columns: ['ReferenceDate'], rows: [{ ReferenceDate: referenceDate }] },
});

test.each(['2024-03-31', '0001-01-01', '9999-12-31', '2024-02-29', ''])(
  'no rule fails on unlikely values, the census being of "%s"',
  (day) => {
    const outcomes = childrenInNeedCensus.run(() => true, '2023-24', tablesOf(day), {});
    expect(outcomes.filter(({ kind }) => kind !== 'checked')).toEqual([]);
  },
);
