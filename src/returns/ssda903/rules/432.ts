import { consecutive, oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { codes } from '../codes.ts';
import { rule } from '../looked-after-return.ts';

/** A code that is none does not say that care ceased: rule 149 finds it. */
export default rule({
  code: '432',
  message:
    'The child ceased to be looked after at the end of the previous episode but the reason for the new episode is not started to be looked after.',
  years: since('2022-23'),
  fields: { Episodes: ['RNE'] },
  wrong: ({ Episodes }) =>
    consecutive(Episodes, 'DECOM')
      .filter(([previous, episode]) => oneOf(previous.REC, codes.careCeased) && episode.RNE !== 'S')
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
    {
      Episodes: [
        { DECOM: '2022-06-01', REC: 'e5' },
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
