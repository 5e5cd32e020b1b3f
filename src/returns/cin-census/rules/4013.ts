import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';
import { outsideCensus } from '../periods.ts';

/** If CINPlanEndDate (N00690) is present, it must fall within [Period_of_Census], inclusive. */
export default rule({
  code: '4013',
  message: 'CIN Plan end date must fall within the census year',
  level: 'error',
  years: since('2022-23'),
  fields: { CINplanDates: ['CINPlanEndDate'] },
  wrong: ({ CINplanDates }, census) => CINplanDates.filter(({ CINPlanEndDate }) => outsideCensus(CINPlanEndDate, census)),
  passes: [{ CINplanDates: [{ CINPlanEndDate: '2022-04-01' }, { CINPlanEndDate: '2023-03-31' }, {}] }],
  fails: [{ CINplanDates: [{ CINPlanEndDate: '2022-03-31' }] }, { CINplanDates: [{ CINPlanEndDate: '2023-04-01' }] }],
});
