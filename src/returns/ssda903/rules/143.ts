import { isGiven, oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { codes } from '../codes.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '143',
  message: 'The reason for new episode code is not a valid code.',
  years: since('2022-23'),
  fields: { Episodes: ['RNE'] },
  wrong: ({ Episodes }) => Episodes.filter(({ RNE }) => isGiven(RNE) && !oneOf(RNE, codes.reasonsForNewEpisode)),
  passes: [{ Episodes: [{ RNE: 'S' }, {}] }],
  fails: [{ Episodes: [{ RNE: 'X' }] }],
});
