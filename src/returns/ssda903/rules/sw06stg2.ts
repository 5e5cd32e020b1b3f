import { after } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: 'SW06STG2',
  message: 'Social worker episode data should be within the social worker data reporting year.',
  years: since('2023-24'),
  fields: { SWEpisodes: ['SW_DECOM'] },
  wrong: ({ SWEpisodes }, { end }) => SWEpisodes.filter(({ SW_DECOM }) => after(SW_DECOM, end)),
  passes: [{ SWEpisodes: [{ SW_DECOM: '2024-03-31' }, {}] }],
  fails: [{ SWEpisodes: [{ SW_DECOM: '2024-04-01' }] }],
});
