import { isMissing } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isUnder } from '../ages.ts';
import { isLookedAfterAllYear } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '545',
  message:
    'Child is aged under 5 at 31 March and has been looked after continuously for 12 months yet health promotion information has not been completed.',
  years: since('2022-23'),
  needs: ['Episodes'],
  fields: { OC2: ['DOB', 'HEALTH_CHECK'] },
  wrong: (child, year) =>
    isLookedAfterAllYear(child, year)
      ? child.OC2.filter(({ DOB, HEALTH_CHECK }) => isMissing(HEALTH_CHECK) && isUnder(DOB, 5, year.end))
      : [],
  passes: [{ OC2: [{ DOB: '2020-06-01', HEALTH_CHECK: '1' }, { DOB: '2014-06-01' }], Episodes: [{ DECOM: '2021-06-01' }] }],
  fails: [{ OC2: [{ DOB: '2020-06-01' }], Episodes: [{ DECOM: '2021-06-01' }] }],
});
