import { everyPair, isBlank, isMissing, oneOf } from '../../rule/compare.ts';
import { between, since } from '../../rule/years.ts';
import { isPlacedForAdoption } from '../adopters.ts';
import { endsCare, isAdoption } from '../episodes.ts';
import { rule, type ReturnChild } from '../looked-after-return.ts';

/** Placed for adoption, or under an order that it be done, the child left care otherwise than by adoption. */
const leftUnadopted =
  (orders: readonly string[]) =>
  ({ Episodes, PlacedAdoption }: ReturnChild) => {
    const left = Episodes.filter(
      (episode) => endsCare(episode) && !isAdoption(episode) && (isPlacedForAdoption(episode) || oneOf(episode.LS, orders)),
    );
    const open = PlacedAdoption.filter((decision) => isBlank(decision, 'DATE_PLACED_CEASED') || isMissing(decision.REASON_PLACED_CEASED));
    return PlacedAdoption.length === 0 ? left : everyPair(left, open);
  };

const asked = {
  code: '557',
  message:
    'Child for whom the decision was made that they should be placed for adoption has left care but was not adopted and information on the decision that they should no longer be placed for adoption items has not been completed.',
  needs: ['Episodes', 'PlacedAdoption'],
  fields: { Episodes: ['PLACE', 'LS', 'REC'], PlacedAdoption: ['DATE_PLACED_CEASED', 'REASON_PLACED_CEASED'] },
  passes: [
    { Episodes: [{ PLACE: 'A3', REC: 'E11' }], PlacedAdoption: [{}] },
    { Episodes: [{ PLACE: 'A3', REC: 'X1' }], PlacedAdoption: [{}] },
    { Episodes: [{ PLACE: 'A3', REC: 'E4A' }], PlacedAdoption: [{ DATE_PLACED_CEASED: '2022-06-01', REASON_PLACED_CEASED: 'RD1' }] },
  ],
} as const;

export default [
  rule({
    ...asked,
    years: between('2022-23', '2023-24'),
    wrong: leftUnadopted(['D1', 'E1']),
    fails: [{ Episodes: [{ LS: 'D1', REC: 'E4A' }], PlacedAdoption: [{}] }],
  }),
  rule({
    ...asked,
    years: since('2024-25'),
    wrong: leftUnadopted(['E1']),
    fails: [{ Episodes: [{ PLACE: 'A3', REC: 'E4A' }], PlacedAdoption: [] }],
  }),
];
