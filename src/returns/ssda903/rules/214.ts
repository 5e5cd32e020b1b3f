import { isAnyGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isShortBreak } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

/** Not of short breaks. */
export default rule({
  code: '214',
  message: 'Placement location information not required.',
  years: since('2022-23'),
  fields: { Episodes: ['PL_POST', 'URN'] },
  wrong: ({ Episodes }) => Episodes.filter((episode) => isShortBreak(episode) && isAnyGiven(episode, ['PL_POST', 'URN'])),
  passes: [{ Episodes: [{ LS: 'V3' }, { LS: 'C2', PL_POST: 'AB1 0JD' }] }],
  fails: [{ Episodes: [{ LS: 'V4', PL_POST: 'AB1 0JD' }] }, { Episodes: [{ LS: 'V3', URN: '1' }] }],
});
