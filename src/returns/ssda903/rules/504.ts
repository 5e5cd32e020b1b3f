import { since } from '../../rule/years.ts';
import { codes } from '../codes.ts';
import { unbroken } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

/** A period goes on while an episode ends in X1 and the next begins that day; its first episode says the category. */
export default rule({
  code: '504',
  message: 'The category of need code differs from that reported at start of current period of being looked after',
  years: since('2022-23'),
  fields: { Episodes: ['CIN'] },
  wrong: ({ Episodes }) =>
    unbroken(Episodes, ({ REC }) => REC === codes.anotherFollows).flatMap(([first, ...others]) =>
      others.filter(({ CIN }) => CIN !== first.CIN),
    ),
  passes: [
    {
      Episodes: [
        { DECOM: '2022-06-01', DEC: '2022-06-04', REC: 'X1', CIN: 'N1' },
        { DECOM: '2022-06-04', CIN: 'N1' },
      ],
    },
  ],
  fails: [
    {
      Episodes: [
        { DECOM: '2022-06-01', DEC: '2022-06-04', REC: 'X1', CIN: 'N1' },
        { DECOM: '2022-06-04', CIN: 'N2' },
      ],
    },
  ],
});
