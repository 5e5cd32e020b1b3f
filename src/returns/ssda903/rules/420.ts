import { isGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isShortBreak } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '420',
  message: 'LA of placement completed but child is looked after under legal status V3 or V4.',
  years: since('2022-23'),
  needs: ['postcodes'],
  fields: { Episodes: ['PL_LA'] },
  wrong: ({ Episodes }) => Episodes.filter((episode) => isShortBreak(episode) && isGiven(episode.PL_LA)),
  passes: [{ Episodes: [{ LS: 'V3' }, { LS: 'C2', PL_LA: 'E10000021' }] }],
  fails: [{ Episodes: [{ LS: 'V4', PL_LA: 'E10000021' }] }],
});
