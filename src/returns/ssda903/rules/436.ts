import { consecutive, oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isSamePlacement, isSameStatus, placementFields } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

/** B: legal status, placement and carer; U: legal status and placement with the same carer. */
export default rule({
  code: '436',
  message:
    'Reason for new episode is that both child’s placement and legal status have changed, but this is not reflected in the episode data.',
  years: since('2022-23'),
  fields: { Episodes: ['RNE', 'LS', ...placementFields] },
  wrong: ({ Episodes }) =>
    consecutive(Episodes, 'DECOM')
      .filter(
        ([previous, episode]) => oneOf(episode.RNE, ['B', 'U']) && (isSamePlacement(previous, episode) || isSameStatus(previous, episode)),
      )
      .map(([, episode]) => episode),
  passes: [
    {
      Episodes: [
        { DECOM: '2022-06-01', LS: 'C1', PLACE: 'U1' },
        { DECOM: '2022-08-01', RNE: 'B', LS: 'C2', PLACE: 'U4' },
      ],
    },
  ],
  fails: [
    {
      Episodes: [
        { DECOM: '2022-06-01', LS: 'C1', PLACE: 'U1' },
        { DECOM: '2022-08-01', RNE: 'B', LS: 'C2', PLACE: 'U1' },
      ],
    },
    {
      Episodes: [
        { DECOM: '2022-06-01', LS: 'C1', PLACE: 'U1' },
        { DECOM: '2022-08-01', RNE: 'U', LS: 'C1', PLACE: 'U4' },
      ],
    },
  ],
});
