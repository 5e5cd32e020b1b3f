import { isMissing, oneOf } from '../../rule/compare.ts';
import { between, since } from '../../rule/years.ts';
import { codes } from '../codes.ts';
import { rule, type ReturnChild } from '../looked-after-return.ts';

const lackingUnless =
  (placements: readonly string[]) =>
  ({ Episodes }: ReturnChild) =>
    Episodes.filter(({ PLACE, PLACE_PROVIDER }) => isMissing(PLACE_PROVIDER) && !oneOf(PLACE, placements));

const asked = {
  code: '526',
  message: 'Child is missing a placement provider code for at least one episode.',
  fields: { Episodes: ['PLACE', 'PLACE_PROVIDER'] },
  fails: [{ Episodes: [{ PLACE: 'U1' }] }],
} as const;

export default [
  rule({
    ...asked,
    years: between('2022-23', '2024-25'),
    wrong: lackingUnless([...codes.temporaryPlacements, 'Z1']),
    passes: [{ Episodes: [{ PLACE: 'T1' }, { PLACE: 'Z1' }, { PLACE: 'U1', PLACE_PROVIDER: 'PR1' }] }],
  }),
  rule({
    ...asked,
    years: since('2025-26'),
    wrong: lackingUnless([...codes.temporaryPlacements, ...codes.otherPlacements]),
    passes: [{ Episodes: [{ PLACE: 'T1' }, { PLACE: 'Z11' }, { PLACE: 'U1', PLACE_PROVIDER: 'PR1' }] }],
  }),
];
