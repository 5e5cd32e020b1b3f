import { oneOf } from '../../rule/compare.ts';
import { since, type CollectionYear } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** 31 March of the year in which the collection ends. The words of the first year's rule have that of the year before: it is taken as well. */
const correctIn = (year: CollectionYear): readonly string[] => [`20${year.slice(5)}-03-31`, ...(year === '2022-23' ? ['2022-03-31'] : [])];

/** ReferenceDate (N00603) must be present and must be 31 March of the year in which the collection ends. */
export default rule({
  code: '100',
  message: 'Reference Date is incorrect',
  level: 'error',
  years: since('2022-23'),
  fields: { Header: ['ReferenceDate'] },
  wrongInHeader: ({ headers, year }) => headers.filter(({ ReferenceDate }) => !oneOf(ReferenceDate, correctIn(year))),
  passes: [{ Header: [{ ReferenceDate: '2023-03-31' }] }, { Header: [{ ReferenceDate: '2022-03-31' }] }],
  fails: [{ Header: [{ ReferenceDate: '2023-04-01' }] }, { Header: [{ ReferenceDate: '2021-03-31' }] }, { Header: [{}] }],
});
