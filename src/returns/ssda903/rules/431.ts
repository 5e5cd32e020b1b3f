import { consecutive, sameDay } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '431',
  message: 'The reason for new episode is started to be looked after, but the previous episode ended on the same day.',
  years: since('2022-23'),
  fields: { Episodes: ['RNE', 'DECOM'] },
  wrong: ({ Episodes }) =>
    consecutive(Episodes, 'DECOM')
      .filter(([previous, episode]) => episode.RNE === 'S' && sameDay(episode.DECOM, previous.DEC))
      .map(([, episode]) => episode),
  passes: [
    {
      Episodes: [
        { DECOM: '2022-06-01', DEC: '2022-06-04' },
        { RNE: 'S', DECOM: '2022-06-05' },
      ],
    },
  ],
  fails: [
    {
      Episodes: [
        { DECOM: '2022-06-01', DEC: '2022-06-04' },
        { RNE: 'S', DECOM: '2022-06-04' },
      ],
    },
  ],
});
