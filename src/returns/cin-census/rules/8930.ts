import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';
import { outsideCensus } from '../periods.ts';

/** If CPPendDate (N00115) is present, it must fall within [Period_of_Census], inclusive. */
export default rule({
  code: '8930',
  message: 'Child Protection Plan End Date must fall within the census year',
  level: 'error',
  years: since('2022-23'),
  fields: { ChildProtectionPlans: ['CPPendDate'] },
  wrong: ({ ChildProtectionPlans }, census) => ChildProtectionPlans.filter(({ CPPendDate }) => outsideCensus(CPPendDate, census)),
  passes: [{ ChildProtectionPlans: [{ CPPendDate: '2022-04-01' }, { CPPendDate: '2023-03-31' }, {}] }],
  fails: [{ ChildProtectionPlans: [{ CPPendDate: '2022-03-31' }] }, { ChildProtectionPlans: [{ CPPendDate: '2023-04-01' }] }],
});
