import { isBlank } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isLookedAfterAllYear } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '185',
  message:
    'Child has not been looked after continuously for at least 12 months at 31 March but a Strengths and Difficulties (SDQ) score has been completed.',
  years: since('2022-23'),
  needs: ['Episodes'],
  fields: { OC2: ['SDQ_SCORE'] },
  wrong: (child, year) => (isLookedAfterAllYear(child, year) ? [] : child.OC2.filter((row) => !isBlank(row, 'SDQ_SCORE'))),
  passes: [
    { Episodes: [{ RNE: 'S', DECOM: '2022-04-01' }], OC2: [{ SDQ_SCORE: '10' }] },
    { Episodes: [{ RNE: 'S', DECOM: '2022-04-02' }], OC2: [{}] },
  ],
  fails: [
    { Episodes: [{ RNE: 'S', DECOM: '2022-04-02' }], OC2: [{ SDQ_SCORE: '10' }] },
    { Episodes: [{ RNE: 'S', DECOM: '2020-04-02', DEC: '2022-06-01', REC: 'E5' }], OC2: [{ SDQ_SCORE: '10' }] },
  ],
});
