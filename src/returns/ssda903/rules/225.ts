import { isMissing, oneOf, consecutive } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isTemporary } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

/** The reason stands in the episode that a change of placement ends, unless either placement is temporary. */
export default rule({
  code: '225',
  message: 'Reason for placement change must be recorded.',
  years: since('2022-23'),
  fields: { Episodes: ['REASON_PLACE_CHANGE'] },
  wrong: ({ Episodes }) =>
    consecutive(Episodes, 'DECOM')
      .filter(
        ([episode, next]) =>
          isMissing(episode.REASON_PLACE_CHANGE) && oneOf(next.RNE, ['P', 'T', 'B', 'U']) && !isTemporary(episode) && !isTemporary(next),
      )
      .map(([episode]) => episode),
  passes: [
    {
      Episodes: [
        { DECOM: '2022-05-01', PLACE: 'U1', REASON_PLACE_CHANGE: 'CARPL' },
        { DECOM: '2022-06-01', RNE: 'P', PLACE: 'U4' },
      ],
    },
    {
      Episodes: [
        { DECOM: '2022-05-01', PLACE: 'U1' },
        { DECOM: '2022-06-01', RNE: 'P', PLACE: 'T1' },
      ],
    },
  ],
  fails: [
    {
      Episodes: [
        { DECOM: '2022-05-01', PLACE: 'U1' },
        { DECOM: '2022-06-01', RNE: 'P', PLACE: 'U4' },
      ],
    },
  ],
});
