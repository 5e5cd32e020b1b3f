import { date } from '../../../kernel/calendar/dates.ts';
import { onOrAfter, oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

/** Of episodes that begin from then on. */
const firstAsked = date('2015-04-01');

export default rule({
  code: '217',
  message:
    'Children who are placed for adoption with current foster carers (placement types A3 or A5) must have a reason for new episode of S, T or U.',
  years: since('2022-23'),
  fields: { Episodes: ['PLACE', 'DECOM', 'RNE'] },
  wrong: ({ Episodes }) =>
    Episodes.filter(({ PLACE, DECOM, RNE }) => oneOf(PLACE, ['A3', 'A5']) && onOrAfter(DECOM, firstAsked) && !oneOf(RNE, ['S', 'T', 'U'])),
  passes: [
    {
      Episodes: [
        { PLACE: 'A3', DECOM: '2016-01-20', RNE: 'T' },
        { PLACE: 'A5', DECOM: '2015-03-31', RNE: 'P' },
      ],
    },
  ],
  fails: [{ Episodes: [{ PLACE: 'A5', DECOM: '2015-04-01', RNE: 'P' }] }],
});
