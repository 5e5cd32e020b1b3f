import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

/** PR1 is the authority's own provision, PR2 another authority's. */
export default rule({
  code: '229',
  message:
    "Placement provider does not match between the placing authority and the local authority code of the provider. [NOTE: The provider's LA code is inferred from the its postcode, and may be inaccurate in some cases.]",
  years: since('2022-23'),
  needs: ['providers', 'localAuthority'],
  fields: { Episodes: ['URN', 'PLACE_PROVIDER'] },
  wrong: ({ Episodes }, { providers, localAuthority }) =>
    Episodes.filter(({ URN, PLACE_PROVIDER }) => {
      const provider = providers.get(URN ?? '');
      if (provider === undefined) return false;
      const isOwn = provider.some(({ authority }) => authority === localAuthority);
      return (PLACE_PROVIDER === 'PR1' && !isOwn) || (PLACE_PROVIDER === 'PR2' && isOwn);
    }),
  passes: [
    {
      Episodes: [
        { URN: '1', PLACE_PROVIDER: 'PR1' },
        { URN: '9', PLACE_PROVIDER: 'PR2' },
      ],
      metadata: { localAuthority: 'E1', provider_info: [{ URN: '1', LA_CODE_INFERRED: 'E1' }] },
    },
  ],
  fails: [
    {
      Episodes: [{ URN: '1', PLACE_PROVIDER: 'PR2' }],
      metadata: { localAuthority: 'E1', provider_info: [{ URN: '1', LA_CODE_INFERRED: 'E1' }] },
    },
  ],
});
