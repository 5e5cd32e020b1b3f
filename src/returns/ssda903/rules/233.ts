import { isBlank, isGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '233',
  message: 'Reason for placement change is not required when the episode has not ceased.',
  years: since('2025-26'),
  fields: { Episodes: ['DEC', 'REASON_PLACE_CHANGE'] },
  wrong: ({ Episodes }) => Episodes.filter((episode) => isBlank(episode, 'DEC') && isGiven(episode.REASON_PLACE_CHANGE)),
  passes: [{ Episodes: [{ DEC: '2025-06-01', REASON_PLACE_CHANGE: 'CARPL' }, {}] }],
  fails: [{ Episodes: [{ REASON_PLACE_CHANGE: 'CARPL' }] }],
});
