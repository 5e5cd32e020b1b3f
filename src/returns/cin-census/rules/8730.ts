import { isMissing } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** Where a child protection plan module is present, NumberOfPreviousCPP (N00106) must be greater than or equal to zero. */
export default rule({
  code: '8730',
  message: 'Total Number of previous Child Protection Plans missing',
  level: 'error',
  years: since('2022-23'),
  fields: { ChildProtectionPlans: ['NumberOfPreviousCPP'] },
  wrong: ({ ChildProtectionPlans }) =>
    ChildProtectionPlans.filter(({ NumberOfPreviousCPP }) => isMissing(NumberOfPreviousCPP) || NumberOfPreviousCPP < 0),
  passes: [{ ChildProtectionPlans: [{ NumberOfPreviousCPP: '0' }, { NumberOfPreviousCPP: '2' }] }],
  fails: [
    { ChildProtectionPlans: [{}] },
    { ChildProtectionPlans: [{ NumberOfPreviousCPP: '-1' }] },
    { ChildProtectionPlans: [{ NumberOfPreviousCPP: 'none' }] },
  ],
});
