import { isMissing } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isAged } from '../ages.ts';
import { isLookedAfterAllYear } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '543',
  message:
    'Child is aged 10 or over at 31 March and has been looked after continuously for 12 months yet conviction information has not been completed.',
  years: since('2022-23'),
  needs: ['Episodes'],
  fields: { OC2: ['DOB', 'CONVICTED'] },
  wrong: (child, year) =>
    isLookedAfterAllYear(child, year) ? child.OC2.filter(({ DOB, CONVICTED }) => isMissing(CONVICTED) && isAged(DOB, 10, year.end)) : [],
  passes: [
    { OC2: [{ DOB: '2010-06-01', CONVICTED: '0' }, { DOB: '2014-06-01' }], Episodes: [{ DECOM: '2021-06-01' }] },
    { OC2: [{ DOB: '2010-06-01' }], Episodes: [{ DECOM: '2022-06-01', RNE: 'S' }] },
  ],
  fails: [{ OC2: [{ DOB: '2010-06-01' }], Episodes: [{ DECOM: '2021-06-01' }] }],
});
