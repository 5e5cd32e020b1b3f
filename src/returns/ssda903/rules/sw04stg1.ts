import { isMissing } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: 'SW04STG1',
  message: 'Date social worker episode began is not a valid date..',
  years: since('2023-24'),
  fields: { SWEpisodes: ['SW_DECOM'] },
  wrong: ({ SWEpisodes }) => SWEpisodes.filter(({ SW_DECOM }) => isMissing(SW_DECOM)),
  passes: [{ SWEpisodes: [{ SW_DECOM: '2023-06-01' }] }],
  fails: [{ SWEpisodes: [{ SW_DECOM: '31/06/2023' }] }, { SWEpisodes: [{}] }],
});
