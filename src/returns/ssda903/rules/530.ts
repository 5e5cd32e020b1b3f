import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';
import { providedBy } from '../providers.ts';

export default rule({
  code: '530',
  message: 'A placement provider code of PR4 cannot be associated with placement P1.',
  years: since('2022-23'),
  fields: { Episodes: ['PLACE', 'PLACE_PROVIDER'] },
  wrong: providedBy('PR4', ['P1']),
  passes: [
    {
      Episodes: [
        { PLACE: 'P1', PLACE_PROVIDER: 'PR0' },
        { PLACE: 'K1', PLACE_PROVIDER: 'PR4' },
      ],
    },
  ],
  fails: [{ Episodes: [{ PLACE: 'P1', PLACE_PROVIDER: 'PR4' }] }],
});
