import { consecutive, isMissing } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: 'SW08STG2',
  message: 'A new social worker episode has started, but the previous episode has not ended.',
  years: since('2023-24'),
  fields: { SWEpisodes: ['SW_DEC'] },
  wrong: ({ SWEpisodes }) =>
    consecutive(SWEpisodes, 'SW_DECOM')
      .filter(([previous]) => isMissing(previous.SW_DEC))
      .map(([previous]) => previous),
  passes: [{ SWEpisodes: [{ SW_DECOM: '2023-06-01', SW_DEC: '2023-07-01' }, { SW_DECOM: '2023-07-01' }] }],
  fails: [{ SWEpisodes: [{ SW_DECOM: '2023-07-01' }, { SW_DECOM: '2023-06-01' }] }],
});
