import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

/** Placed within the authority, in an authority that is another. */
export default rule({
  code: '411',
  message: 'Placement location code disagrees with LA of placement.',
  years: since('2022-23'),
  needs: ['localAuthority', 'postcodes'],
  fields: { Episodes: ['PL_LOCATION'] },
  wrong: ({ Episodes }, { localAuthority }) =>
    Episodes.filter(({ PL_LOCATION, PL_LA }) => PL_LOCATION === 'IN' && PL_LA !== localAuthority),
  passes: [
    {
      Episodes: [
        { PL_LA: 'E1', PL_LOCATION: 'IN' },
        { PL_LA: 'E2', PL_LOCATION: 'OUT' },
      ],
      metadata: { localAuthority: 'E1' },
    },
  ],
  fails: [{ Episodes: [{ PL_LA: 'E2', PL_LOCATION: 'IN' }], metadata: { localAuthority: 'E1' } }],
});
