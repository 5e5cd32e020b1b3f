import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';
import { providedBy } from '../providers.ts';

export default rule({
  code: '527',
  message: 'A placement provider code of PR1 cannot be associated with placements P1, R2 or R5.',
  years: since('2022-23'),
  fields: { Episodes: ['PLACE', 'PLACE_PROVIDER'] },
  wrong: providedBy('PR1', ['P1', 'R2', 'R5']),
  passes: [
    {
      Episodes: [
        { PLACE: 'P1', PLACE_PROVIDER: 'PR0' },
        { PLACE: 'U1', PLACE_PROVIDER: 'PR1' },
      ],
    },
  ],
  fails: [{ Episodes: [{ PLACE: 'R5', PLACE_PROVIDER: 'PR1' }] }],
});
