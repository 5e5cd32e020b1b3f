import { oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

/** A5 and A6: placed for adoption with a placement order, which is legal status E1. */
export default rule({
  code: '408',
  message: 'Child is placed for adoption with a placement order, but no placement order has been recorded.',
  years: since('2022-23'),
  fields: { Episodes: ['PLACE', 'LS'] },
  wrong: ({ Episodes }) => Episodes.filter(({ PLACE, LS }) => oneOf(PLACE, ['A5', 'A6']) && LS !== 'E1'),
  passes: [
    {
      Episodes: [
        { PLACE: 'A6', LS: 'E1' },
        { PLACE: 'A3', LS: 'C2' },
      ],
    },
  ],
  fails: [{ Episodes: [{ PLACE: 'A5', LS: 'C2' }] }, { Episodes: [{ PLACE: 'A5' }] }],
});
