import { consecutive, isBlank } from '../../rule/compare.ts';
import { between } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: 'SW14STG2',
  message: 'Social worker episode date ceased is blank.',
  years: between('2023-24', '2023-24'),
  fields: { SWEpisodes: ['SW_DEC'] },
  wrong: ({ SWEpisodes }) =>
    consecutive(SWEpisodes, 'SW_DECOM')
      .filter(([previous]) => isBlank(previous, 'SW_DEC'))
      .map(([previous]) => previous),
  passes: [{ SWEpisodes: [{ SW_DECOM: '2023-06-01', SW_DEC: '2023-07-01' }, { SW_DECOM: '2023-07-01' }] }],
  fails: [{ SWEpisodes: [{ SW_DECOM: '2023-06-01' }, { SW_DECOM: '2023-07-01' }] }],
});
