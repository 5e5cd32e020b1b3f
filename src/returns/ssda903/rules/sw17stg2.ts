import { inOrder, isBlank, isGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: 'SW17STG2',
  message: 'There is no social worker episode open at 31 March',
  years: since('2025-26'),
  fields: { SWEpisodes: ['SW_DEC', 'SW_DECOM'] },
  wrong: ({ SWEpisodes }) => {
    const last = inOrder(SWEpisodes, 'SW_DECOM').findLast(({ SW_DECOM }) => isGiven(SW_DECOM));
    return last === undefined || isBlank(last, 'SW_DEC') ? [] : [last];
  },
  passes: [{ SWEpisodes: [{ SW_DECOM: '2025-06-01' }, { SW_DECOM: '2025-05-01', SW_DEC: '2025-06-01' }] }],
  fails: [{ SWEpisodes: [{ SW_DECOM: '2025-06-01', SW_DEC: '2025-07-01' }] }],
});
