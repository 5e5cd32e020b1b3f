import { oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';
import { codes } from '../codes.ts';

/** Where a child protection plan module is present, InitialCategoryOfAbuse (N00113) must be present and be a valid code. */
export default rule({
  code: '8905',
  message: 'Initial Category of Abuse code missing or invalid (see Category of Abuse table in CIN Census code set)',
  level: 'error',
  years: since('2022-23'),
  fields: { ChildProtectionPlans: ['InitialCategoryOfAbuse'] },
  wrong: ({ ChildProtectionPlans }) =>
    ChildProtectionPlans.filter(({ InitialCategoryOfAbuse }) => !oneOf(InitialCategoryOfAbuse, codes.categoriesOfAbuse)),
  passes: [{ ChildProtectionPlans: [{ InitialCategoryOfAbuse: 'NEG' }] }],
  fails: [{ ChildProtectionPlans: [{}] }, { ChildProtectionPlans: [{ InitialCategoryOfAbuse: 'AAA' }] }],
});
