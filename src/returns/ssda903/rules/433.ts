import { consecutive, oneOf, sameDay } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

const continues = ['P', 'L', 'T', 'U', 'B'];

export default rule({
  code: '433',
  message:
    'The reason for new episode suggests that this is a continuation episode, but the episode does not start on the same day as the last episode finished.',
  years: since('2022-23'),
  fields: { Episodes: ['RNE', 'DECOM'] },
  wrong: ({ Episodes }) =>
    consecutive(Episodes, 'DECOM')
      .filter(([previous, episode]) => oneOf(episode.RNE, continues) && !sameDay(episode.DECOM, previous.DEC))
      .map(([, episode]) => episode),
  passes: [
    {
      Episodes: [
        { DECOM: '2022-06-01', DEC: '2022-08-01' },
        { DECOM: '2022-08-01', RNE: 'P' },
      ],
    },
  ],
  fails: [
    {
      Episodes: [
        { DECOM: '2022-06-01', DEC: '2022-07-31' },
        { DECOM: '2022-08-01', RNE: 'P' },
      ],
    },
  ],
});
