import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';
import { providedBy } from '../providers.ts';

export default rule({
  code: '531',
  message: 'A placement provider code of PR5 cannot be associated with placements P1.',
  years: since('2022-23'),
  fields: { Episodes: ['PLACE', 'PLACE_PROVIDER'] },
  wrong: providedBy('PR5', ['P1']),
  passes: [
    {
      Episodes: [
        { PLACE: 'P1', PLACE_PROVIDER: 'PR0' },
        { PLACE: 'K1', PLACE_PROVIDER: 'PR5' },
      ],
    },
  ],
  fails: [{ Episodes: [{ PLACE: 'P1', PLACE_PROVIDER: 'PR5' }] }],
});
