import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** ReferenceDate (N00603) must be present and must be 31 March of the year in which the collection ends. */
export default rule({
  code: '100',
  message: 'Reference Date is incorrect',
  level: 'error',
  years: since('2022-23'),
  fields: { Header: ['ReferenceDate'] },
  wrongInHeader: ({ headers, year }) => headers.filter(({ ReferenceDate }) => ReferenceDate !== `20${year.slice(5)}-03-31`),
  passes: [{ Header: [{ ReferenceDate: '2023-03-31' }] }],
  fails: [{ Header: [{ ReferenceDate: '2023-04-01' }] }, { Header: [{}] }],
});
