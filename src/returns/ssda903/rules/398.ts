import { isAnyGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isShortBreak } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

/** The distance is worked out from the postcodes. */
export default rule({
  code: '398',
  message: 'Distance field completed but child looked after under legal status V3 or V4.',
  years: since('2022-23'),
  fields: { Episodes: ['LS', 'HOME_POST', 'PL_POST'] },
  wrong: ({ Episodes }) => Episodes.filter((episode) => isShortBreak(episode) && isAnyGiven(episode, ['HOME_POST', 'PL_POST'])),
  passes: [{ Episodes: [{ LS: 'V3' }, { LS: 'C2', HOME_POST: 'AB1 0JD' }] }],
  fails: [{ Episodes: [{ LS: 'V4', HOME_POST: 'AB1 0JD' }] }],
});
