import { consecutive, oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

/** E2: died. E15: an age assessment found the young person to be 18 or over. */
export default rule({
  code: '437',
  message: 'Reason episode ceased is child has died or is aged 18 or over but there are further episodes.',
  years: since('2022-23'),
  fields: { Episodes: ['REC'] },
  wrong: ({ Episodes }) =>
    consecutive(Episodes, 'DECOM')
      .filter(([episode]) => oneOf(episode.REC, ['E2', 'E15']))
      .map(([episode]) => episode),
  passes: [
    {
      Episodes: [
        { DECOM: '2022-06-01', REC: 'X1' },
        { DECOM: '2022-08-01', REC: 'E2' },
      ],
    },
  ],
  fails: [{ Episodes: [{ DECOM: '2022-06-01', REC: 'E15' }, { DECOM: '2022-08-01' }] }],
});
