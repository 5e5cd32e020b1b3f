import { isGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isLookedAfterAllYear } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '198',
  message:
    'Child has not been looked after continuously for at least 12 months at 31 March but a reason for no Strengths and Difficulties (SDQ) score has been completed.',
  years: since('2022-23'),
  needs: ['Episodes'],
  fields: { OC2: ['SDQ_REASON'] },
  wrong: (child, year) => (isLookedAfterAllYear(child, year) ? [] : child.OC2.filter(({ SDQ_REASON }) => isGiven(SDQ_REASON))),
  passes: [
    { Episodes: [{ RNE: 'S', DECOM: '2022-04-01' }], OC2: [{ SDQ_REASON: 'SDQ2' }] },
    { Episodes: [{ RNE: 'S', DECOM: '2022-04-02' }], OC2: [{}] },
  ],
  fails: [{ Episodes: [{ RNE: 'S', DECOM: '2022-04-02' }], OC2: [{ SDQ_REASON: 'SDQ2' }] }],
});
