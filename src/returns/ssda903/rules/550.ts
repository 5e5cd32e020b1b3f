import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '550',
  message: 'A placement provider code of PR0 can only be associated with placement P1.',
  years: since('2022-23'),
  fields: { Episodes: ['PLACE', 'PLACE_PROVIDER'] },
  wrong: ({ Episodes }) => Episodes.filter(({ PLACE, PLACE_PROVIDER }) => PLACE_PROVIDER === 'PR0' && PLACE !== 'P1'),
  passes: [
    {
      Episodes: [
        { PLACE: 'P1', PLACE_PROVIDER: 'PR0' },
        { PLACE: 'U1', PLACE_PROVIDER: 'PR1' },
      ],
    },
  ],
  fails: [{ Episodes: [{ PLACE: 'U1', PLACE_PROVIDER: 'PR0' }] }],
});
