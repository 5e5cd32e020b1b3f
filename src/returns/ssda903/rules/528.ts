import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';
import { providedBy } from '../providers.ts';

export default rule({
  code: '528',
  message: 'A placement provider code of PR2 cannot be associated with placements P1, R2 or R5.',
  years: since('2022-23'),
  fields: { Episodes: ['PLACE', 'PLACE_PROVIDER'] },
  wrong: providedBy('PR2', ['P1', 'R2', 'R5']),
  passes: [
    {
      Episodes: [
        { PLACE: 'P1', PLACE_PROVIDER: 'PR0' },
        { PLACE: 'U1', PLACE_PROVIDER: 'PR2' },
      ],
    },
  ],
  fails: [{ Episodes: [{ PLACE: 'R2', PLACE_PROVIDER: 'PR2' }] }],
});
