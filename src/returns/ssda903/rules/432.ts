import { consecutive } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { endsCare } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '432',
  message:
    'The child ceased to be looked after at the end of the previous episode but the reason for the new episode is not started to be looked after.',
  years: since('2022-23'),
  fields: { Episodes: ['RNE'] },
  wrong: ({ Episodes }) =>
    consecutive(Episodes, 'DECOM')
      .filter(([previous, episode]) => endsCare(previous) && episode.RNE !== 'S')
      .map(([, episode]) => episode),
  passes: [
    {
      Episodes: [
        { DECOM: '2022-06-01', REC: 'E5' },
        { DECOM: '2022-08-01', RNE: 'S' },
      ],
    },
    {
      Episodes: [
        { DECOM: '2022-06-01', REC: 'X1' },
        { DECOM: '2022-08-01', RNE: 'P' },
      ],
    },
  ],
  fails: [
    {
      Episodes: [
        { DECOM: '2022-06-01', REC: 'E5' },
        { DECOM: '2022-08-01', RNE: 'P' },
      ],
    },
  ],
});
