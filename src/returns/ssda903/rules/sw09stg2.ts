import { sameDay } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: 'SW09STG2',
  message: 'Social worker episode appears to have lasted for less than 24 hours.',
  years: since('2023-24'),
  fields: { SWEpisodes: ['SW_DECOM', 'SW_DEC'] },
  wrong: ({ SWEpisodes }) => SWEpisodes.filter(({ SW_DECOM, SW_DEC }) => sameDay(SW_DECOM, SW_DEC)),
  passes: [{ SWEpisodes: [{ SW_DECOM: '2023-06-01', SW_DEC: '2023-06-02' }, {}] }],
  fails: [{ SWEpisodes: [{ SW_DECOM: '2023-06-01', SW_DEC: '2023-06-01' }] }],
});
