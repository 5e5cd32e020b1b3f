import { isGiven, oneOf } from '../../rule/compare.ts';
import { since, between } from '../../rule/years.ts';
import { codes } from '../codes.ts';
import { rule, type ReturnChild } from '../looked-after-return.ts';

const providedFor =
  (placements: readonly string[]) =>
  ({ Episodes }: ReturnChild) =>
    Episodes.filter(({ PLACE, PLACE_PROVIDER }) => oneOf(PLACE, placements) && isGiven(PLACE_PROVIDER));

const asked = {
  code: '213',
  message: 'Placement provider information not required.',
  fields: { Episodes: ['PLACE_PROVIDER'] },
} as const;

export default [
  rule({
    ...asked,
    years: between('2022-23', '2024-25'),
    wrong: providedFor(codes.temporaryPlacements),
    passes: [{ Episodes: [{ PLACE: 'T0' }, { PLACE: 'U1', PLACE_PROVIDER: 'PR3' }, { PLACE: 'Z1', PLACE_PROVIDER: 'PR4' }] }],
    fails: [{ Episodes: [{ PLACE: 'T2', PLACE_PROVIDER: 'PR2' }] }],
  }),
  rule({
    ...asked,
    years: since('2025-26'),
    wrong: providedFor([...codes.temporaryPlacements, ...codes.otherPlacements]),
    passes: [{ Episodes: [{ PLACE: 'Z11' }, { PLACE: 'U1', PLACE_PROVIDER: 'PR3' }] }],
    fails: [{ Episodes: [{ PLACE: 'Z14', PLACE_PROVIDER: 'PR2' }] }],
  }),
];
