import { isGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: 'SW02STG1',
  message: 'Social worker ID does not begin with the characters ‘SW’ or ‘XX’.',
  years: since('2023-24'),
  fields: { SWEpisodes: ['SW_ID'] },
  wrong: ({ SWEpisodes }) => SWEpisodes.filter(({ SW_ID }) => isGiven(SW_ID) && !/^(SW|XX)/.test(SW_ID)),
  passes: [{ SWEpisodes: [{ SW_ID: 'SW123' }, { SW_ID: 'XX123' }, {}] }],
  fails: [{ SWEpisodes: [{ SW_ID: '123' }] }],
});
