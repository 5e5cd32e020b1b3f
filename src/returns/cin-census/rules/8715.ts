import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';
import { outsideCensus } from '../periods.ts';

/** If DateOfInitialCPC (N00110) is present, it must fall within [Period_of_Census], inclusive. */
export default rule({
  code: '8715',
  message: 'Date of Initial Child Protection Conference must fall within the census year',
  level: 'error',
  years: since('2022-23'),
  fields: { Section47: ['DateOfInitialCPC'] },
  wrong: ({ Section47 }, census) => Section47.filter(({ DateOfInitialCPC }) => outsideCensus(DateOfInitialCPC, census)),
  passes: [{ Section47: [{ DateOfInitialCPC: '2022-04-01' }, { DateOfInitialCPC: '2023-03-31' }, {}] }],
  fails: [{ Section47: [{ DateOfInitialCPC: '2022-03-31' }] }, { Section47: [{ DateOfInitialCPC: '2023-04-01' }] }],
});
