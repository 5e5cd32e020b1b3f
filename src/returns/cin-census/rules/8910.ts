import { oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';
import { codes } from '../codes.ts';

/** Where a child protection plan module is present, LatestCategoryOfAbuse (N00114) must be present and be a valid code. */
export default rule({
  code: '8910',
  message: 'Latest Category of Abuse code missing or invalid (see Category of Abuse table in CIN Census code set)',
  level: 'error',
  years: since('2022-23'),
  fields: { ChildProtectionPlans: ['LatestCategoryOfAbuse'] },
  wrong: ({ ChildProtectionPlans }) =>
    ChildProtectionPlans.filter(({ LatestCategoryOfAbuse }) => !oneOf(LatestCategoryOfAbuse, codes.categoriesOfAbuse)),
  passes: [{ ChildProtectionPlans: [{ LatestCategoryOfAbuse: 'NEG' }] }],
  fails: [{ ChildProtectionPlans: [{}] }, { ChildProtectionPlans: [{ LatestCategoryOfAbuse: 'AAA' }] }],
});
