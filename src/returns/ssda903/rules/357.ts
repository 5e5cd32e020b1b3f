import { onOrAfter } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { earliest } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '357',
  message:
    'If this is the first episode ever for this child, reason for new episode must be S.  Check whether there is an episode immediately preceding this one, which has been left out.  If not the reason for new episode code must be amended to S.',
  years: since('2022-23'),
  fields: { Episodes: ['RNE'] },
  wrong: ({ Episodes }, { start }) => {
    const first = earliest(Episodes);
    return first !== undefined && onOrAfter(first.DECOM, start) && first.RNE !== 'S' ? [first] : [];
  },
  passes: [
    {
      Episodes: [
        { DECOM: '2022-06-01', RNE: 'P' },
        { DECOM: '2022-05-01', RNE: 'S' },
      ],
    },
    { Episodes: [{ DECOM: '2022-03-31', RNE: 'P' }] },
  ],
  fails: [{ Episodes: [{ DECOM: '2022-04-01', RNE: 'P' }] }, { Episodes: [{ DECOM: '2022-04-01' }] }],
});
