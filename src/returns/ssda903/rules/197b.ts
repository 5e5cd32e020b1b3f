import { isAnyGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { becomes } from '../ages.ts';
import { isLookedAfterAllYear } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

/** The child becomes 4 or 17 during the year. */
export default rule({
  code: '197B',
  message: 'SDQ score or reason for no SDQ should be reported for 4- or 17-year-olds.',
  years: since('2022-23'),
  needs: ['Episodes'],
  fields: { OC2: ['SDQ_REASON', 'DOB'] },
  wrong: (child, year) =>
    isLookedAfterAllYear(child, year)
      ? child.OC2.filter(
          (row) => !isAnyGiven(row, ['SDQ_SCORE', 'SDQ_REASON']) && (becomes(row.DOB, 4, year) || becomes(row.DOB, 17, year)),
        )
      : [],
  passes: [{ Episodes: [{ DECOM: '2020-01-01' }], OC2: [{ DOB: '2018-06-01', SDQ_REASON: 'SDQ1' }, { DOB: '2012-06-01' }] }],
  fails: [
    { Episodes: [{ DECOM: '2020-01-01' }], OC2: [{ DOB: '2018-06-01' }] },
    { Episodes: [{ DECOM: '2020-01-01' }], OC2: [{ DOB: '2006-03-31' }] },
  ],
});
