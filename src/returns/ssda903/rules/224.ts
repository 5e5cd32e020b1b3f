import { isGiven, oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';
import { providersOf } from '../providers.ts';

export default rule({
  code: '224',
  message: "The Ofsted Unique reference number (URN) provided for the child's placement does not match the placement provider recorded.",
  years: since('2022-23'),
  needs: ['providers'],
  fields: { Episodes: ['PLACE_PROVIDER'] },
  wrong: ({ Episodes }, year) =>
    Episodes.filter((episode) => {
      const providers = providersOf(episode, year);
      return (
        isGiven(episode.PLACE_PROVIDER) &&
        providers.length > 0 &&
        !providers.some(({ providerCodes }) => oneOf(episode.PLACE_PROVIDER, providerCodes))
      );
    }),
  passes: [
    {
      Episodes: [{ PLACE_PROVIDER: 'PR4', URN: '1' }, { PLACE_PROVIDER: 'PR1', URN: 'XXXXXXX' }, { URN: '1' }],
      metadata: { provider_info: [{ URN: '1', PROVIDER_CODES: 'PR4' }] },
    },
  ],
  fails: [{ Episodes: [{ PLACE_PROVIDER: 'PR1', URN: '1' }], metadata: { provider_info: [{ URN: '1', PROVIDER_CODES: 'PR4' }] } }],
});
