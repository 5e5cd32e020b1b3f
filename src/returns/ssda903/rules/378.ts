import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '378',
  message:
    'A child who is placed with parent(s) cannot be looked after under a single period of accommodation under Section 20 of the Children Act 1989.',
  years: since('2022-23'),
  fields: { Episodes: ['PLACE', 'LS'] },
  wrong: ({ Episodes }) => Episodes.filter(({ PLACE, LS }) => PLACE === 'P1' && LS === 'V2'),
  passes: [
    {
      Episodes: [
        { PLACE: 'P1', LS: 'C2' },
        { PLACE: 'U1', LS: 'V2' },
      ],
    },
  ],
  fails: [{ Episodes: [{ PLACE: 'P1', LS: 'V2' }] }],
});
