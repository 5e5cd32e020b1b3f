import { since } from '../../rule/years.ts';
import { codes } from '../codes.ts';
import { rule } from '../looked-after-return.ts';
import { providedBy } from '../providers.ts';

export default rule({
  code: '529',
  message:
    'Placement provider code of PR3 cannot be associated with placements P1, A3 to A6, K1, K2 and U1 to U6 as these placements cannot be provided by other public organisations.',
  years: since('2022-23'),
  fields: { Episodes: ['PLACE', 'PLACE_PROVIDER'] },
  wrong: providedBy('PR3', ['P1', ...codes.placedForAdoption, 'K1', 'K2', ...codes.fosterPlacements]),
  passes: [
    {
      Episodes: [
        { PLACE: 'R2', PLACE_PROVIDER: 'PR3' },
        { PLACE: 'U1', PLACE_PROVIDER: 'PR1' },
      ],
    },
  ],
  fails: [{ Episodes: [{ PLACE: 'A3', PLACE_PROVIDER: 'PR3' }] }],
});
