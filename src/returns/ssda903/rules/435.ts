import { consecutive, oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isSamePlacement, isSameStatus, placementFields } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

/** P: placement and carer; T: placement with the same carer. */
export default rule({
  code: '435',
  message:
    'Reason for new episode is that child’s placement has changed but not the legal status, but this is not reflected in the episode data recorded.',
  years: since('2022-23'),
  fields: { Episodes: ['LS', ...placementFields] },
  wrong: ({ Episodes }) =>
    consecutive(Episodes, 'DECOM')
      .filter(
        ([previous, episode]) => oneOf(episode.RNE, ['P', 'T']) && (isSamePlacement(previous, episode) || !isSameStatus(previous, episode)),
      )
      .map(([, episode]) => episode),
  passes: [
    {
      Episodes: [
        { DECOM: '2022-06-01', LS: 'C2', PLACE: 'U1' },
        { DECOM: '2022-08-01', RNE: 'P', LS: 'C2', PLACE: 'U4' },
      ],
    },
  ],
  fails: [
    {
      Episodes: [
        { DECOM: '2022-06-01', LS: 'C2', PLACE: 'U1' },
        { DECOM: '2022-08-01', RNE: 'P', LS: 'C2', PLACE: 'U1' },
      ],
    },
    {
      Episodes: [
        { DECOM: '2022-06-01', LS: 'C1', PLACE: 'U1' },
        { DECOM: '2022-08-01', RNE: 'P', LS: 'C2', PLACE: 'U4' },
      ],
    },
  ],
});
