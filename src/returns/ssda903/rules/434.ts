import { consecutive } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isSamePlacement, isSameStatus, placementFields } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '434',
  message:
    "Reason for new episode is that child's legal status has changed but not the placement, but this is not reflected in the episode data.",
  years: since('2022-23'),
  fields: { Episodes: ['RNE', 'LS', ...placementFields] },
  wrong: ({ Episodes }) =>
    consecutive(Episodes, 'DECOM')
      .filter(([previous, episode]) => episode.RNE === 'L' && (isSameStatus(previous, episode) || !isSamePlacement(previous, episode)))
      .map(([, episode]) => episode),
  passes: [
    {
      Episodes: [
        { DECOM: '2022-06-01', LS: 'C1', PLACE: 'U1' },
        { DECOM: '2022-08-01', RNE: 'L', LS: 'C2', PLACE: 'U1' },
      ],
    },
  ],
  fails: [
    {
      Episodes: [
        { DECOM: '2022-06-01', LS: 'C1', PLACE: 'U1' },
        { DECOM: '2022-08-01', RNE: 'L', LS: 'C1', PLACE: 'U1' },
      ],
    },
    {
      Episodes: [
        { DECOM: '2022-06-01', LS: 'C1', PLACE: 'U1' },
        { DECOM: '2022-08-01', RNE: 'L', LS: 'C2', PLACE: 'U4' },
      ],
    },
  ],
});
