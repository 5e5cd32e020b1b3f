import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';
import { inCensus } from '../periods.ts';

/**
 * The count of CPPstartDate (N00105) within [Period_of_Census] should be less than or equal to the count of DateOfInitialCPC (N00110)
 * within it, on the CINdetails and on the Section47 modules together.
 */
export default rule({
  code: '2883',
  message: 'There are more child protection plans starting than initial conferences taking place',
  level: 'error',
  years: since('2022-23'),
  fields: {},
  counts: ({ ChildProtectionPlans, CINdetails, Section47 }, census) => [
    ...ChildProtectionPlans.filter(({ CPPstartDate }) => inCensus(CPPstartDate, census)).map(() => 'plans'),
    ...[...CINdetails, ...Section47].filter(({ DateOfInitialCPC }) => inCensus(DateOfInitialCPC, census)).map(() => 'conferences'),
  ],
  wrongInAll: ({ of }) => of('plans') > of('conferences'),
  passes: [
    {
      ChildProtectionPlans: [{ CPPstartDate: '2022-05-26' }, { CPPstartDate: '2022-06-26' }, { CPPstartDate: '2021-05-26' }],
      CINdetails: [{ DateOfInitialCPC: '2022-05-26' }],
      Section47: [{ DateOfInitialCPC: '2022-06-26' }],
    },
  ],
  fails: [
    {
      ChildProtectionPlans: [{ CPPstartDate: '2022-05-26' }, { CPPstartDate: '2022-06-26' }],
      Section47: [{ DateOfInitialCPC: '2022-05-26' }, { DateOfInitialCPC: '2021-06-26' }],
    },
  ],
});
