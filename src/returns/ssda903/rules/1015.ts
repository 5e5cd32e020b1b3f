import { isGiven, oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { codes } from '../codes.ts';
import { rule } from '../looked-after-return.ts';

/** An authority's own foster carers and adopters may live elsewhere. */
const mayBeElsewhere = (place: string, status: string): boolean =>
  oneOf(place, [...codes.fosterPlacements, ...codes.placedForAdoption]) || oneOf(status, codes.shortBreaks);

export default rule({
  code: '1015',
  message: 'Placement provider is own provision but child not placed in own LA.',
  years: since('2022-23'),
  needs: ['localAuthority', 'postcodes'],
  fields: { Episodes: ['PL_LA'] },
  wrong: ({ Episodes }, { localAuthority }) =>
    Episodes.filter(
      ({ PLACE_PROVIDER, PLACE, LS, PL_LA }) =>
        PLACE_PROVIDER === 'PR1' &&
        isGiven(PL_LA) &&
        PL_LA !== localAuthority &&
        isGiven(PLACE) &&
        isGiven(LS) &&
        !mayBeElsewhere(PLACE, LS),
    ),
  passes: [
    {
      Episodes: [
        { PLACE: 'K2', LS: 'C1', PLACE_PROVIDER: 'PR1', PL_LA: 'E1' },
        { PLACE: 'U2', LS: 'C1', PLACE_PROVIDER: 'PR1', PL_LA: 'E2' },
      ],
      metadata: { localAuthority: 'E1' },
    },
  ],
  fails: [{ Episodes: [{ PLACE: 'K2', LS: 'C1', PLACE_PROVIDER: 'PR1', PL_LA: 'E2' }], metadata: { localAuthority: 'E1' } }],
});
