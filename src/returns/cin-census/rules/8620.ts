import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';
import { outsideCensus } from '../periods.ts';

/** If CINclosureDate (N00102) is present, it must be within [Period_of_Census]. */
export default rule({
  code: '8620',
  message: 'CIN Closure Date present and does not fall within the Census year',
  level: 'error',
  years: since('2022-23'),
  fields: { CINdetails: ['CINclosureDate'] },
  wrong: ({ CINdetails }, census) => CINdetails.filter(({ CINclosureDate }) => outsideCensus(CINclosureDate, census)),
  passes: [{ CINdetails: [{ CINclosureDate: '2022-04-01' }, { CINclosureDate: '2023-03-31' }, {}] }],
  fails: [{ CINdetails: [{ CINclosureDate: '2022-03-31' }] }, { CINdetails: [{ CINclosureDate: '2023-04-01' }] }],
});
