import { oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isShortBreak } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

/** Inside or outside the authority, worked out from the postcode. */
export default rule({
  code: '179',
  message: 'Placement location code is not a valid code.',
  years: since('2022-23'),
  needs: ['postcodes'],
  fields: { Episodes: ['PL_LOCATION'] },
  wrong: ({ Episodes }) => Episodes.filter((episode) => !isShortBreak(episode) && !oneOf(episode.PL_LOCATION, ['IN', 'OUT'])),
  passes: [{ Episodes: [{ LS: 'C2', PL_LOCATION: 'IN' }, { LS: 'V3' }] }],
  fails: [{ Episodes: [{ LS: 'C2', PL_LOCATION: 'there' }] }, { Episodes: [{ LS: 'C2' }], metadata: { postcodes: true } }],
});
