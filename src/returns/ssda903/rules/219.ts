import { isGiven, oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';
import { providersOf } from '../providers.ts';

export default rule({
  code: '219',
  message: "The Ofsted Unique reference number (URN) provided for the child's placement does not match the placement type recorded.",
  years: since('2022-23'),
  needs: ['providers'],
  fields: { Episodes: ['URN', 'PLACE'] },
  wrong: ({ Episodes }, year) =>
    Episodes.filter((episode) => {
      const providers = providersOf(episode, year);
      return isGiven(episode.PLACE) && providers.length > 0 && !providers.some(({ placeCodes }) => oneOf(episode.PLACE, placeCodes));
    }),
  passes: [
    {
      Episodes: [{ PLACE: 'K3', URN: '1' }, { PLACE: 'K1', URN: 'XXXXXXX' }, { PLACE: 'K1' }],
      metadata: { provider_info: [{ URN: '1', PLACE_CODES: 'K2,K3' }] },
    },
  ],
  fails: [{ Episodes: [{ PLACE: 'K1', URN: '1' }], metadata: { provider_info: [{ URN: '1', PLACE_CODES: 'K2,K3' }] } }],
});
