import { isGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isAged } from '../ages.ts';
import { isLookedAfterAllYear } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '546',
  message: 'Children aged 5 or over at 31 March should not have health promotion information completed.',
  years: since('2022-23'),
  needs: ['Episodes'],
  fields: { OC2: ['DOB', 'HEALTH_CHECK'] },
  wrong: (child, year) =>
    isLookedAfterAllYear(child, year) ? child.OC2.filter(({ DOB, HEALTH_CHECK }) => isGiven(HEALTH_CHECK) && isAged(DOB, 5, year.end)) : [],
  passes: [{ OC2: [{ DOB: '2020-06-01', HEALTH_CHECK: '1' }, { DOB: '2014-06-01' }], Episodes: [{ DECOM: '2021-06-01' }] }],
  fails: [{ OC2: [{ DOB: '2014-06-01', HEALTH_CHECK: '1' }], Episodes: [{ DECOM: '2021-06-01' }] }],
});
