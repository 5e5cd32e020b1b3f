import { isGiven, oneOf } from '../../rule/compare.ts';
import { since, between } from '../../rule/years.ts';
import { codes } from '../codes.ts';
import { rule, type ReturnChild } from '../looked-after-return.ts';

/** Of some placements nobody is the provider. */
const invalidIn =
  (withoutProvider: readonly string[]) =>
  ({ Episodes }: ReturnChild) =>
    Episodes.filter(
      ({ PLACE, PLACE_PROVIDER }) =>
        isGiven(PLACE_PROVIDER) && (!oneOf(PLACE_PROVIDER, codes.placementProviders) || oneOf(PLACE, withoutProvider)),
    );

const asked = {
  code: '178',
  message: 'Placement provider code is not a valid code.',
  fields: { Episodes: ['PLACE_PROVIDER'] },
} as const;

export default [
  rule({
    ...asked,
    years: between('2022-23', '2024-25'),
    wrong: invalidIn(['T0', 'T1', 'T2', 'T3', 'Z1']),
    passes: [{ Episodes: [{ PLACE: 'U1', PLACE_PROVIDER: 'PR0' }, { PLACE: 'Z1' }, {}] }],
    fails: [{ Episodes: [{ PLACE: 'U1', PLACE_PROVIDER: 'pr4' }] }, { Episodes: [{ PLACE: 'Z1', PLACE_PROVIDER: 'PR1' }] }],
  }),
  rule({
    ...asked,
    years: since('2025-26'),
    wrong: invalidIn(['T0', 'T1', 'T2', 'T3', ...codes.otherPlacements]),
    passes: [{ Episodes: [{ PLACE: 'U1', PLACE_PROVIDER: 'PR0' }, { PLACE: 'Z11' }, {}] }],
    fails: [{ Episodes: [{ PLACE: 'U1', PLACE_PROVIDER: 'pr4' }] }, { Episodes: [{ PLACE: 'Z14', PLACE_PROVIDER: 'PR1' }] }],
  }),
];
