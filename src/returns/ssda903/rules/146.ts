import { isGiven, oneOf } from '../../rule/compare.ts';
import { since, between } from '../../rule/years.ts';
import { codes } from '../codes.ts';
import { rule, type ReturnChild } from '../looked-after-return.ts';

const notOneOf =
  (valid: readonly string[]) =>
  ({ Episodes }: ReturnChild) =>
    Episodes.filter(({ PLACE }) => isGiven(PLACE) && !oneOf(PLACE, valid));

const asked = {
  code: '146',
  message: 'Placement type code is not a valid code.',
  fields: { Episodes: ['PLACE'] },
  passes: [{ Episodes: [{ PLACE: 'P1' }, {}] }],
  fails: [{ Episodes: [{ PLACE: 'R4' }] }],
} as const;

export default [
  rule({
    ...asked,
    years: between('2022-23', '2023-24'),
    wrong: notOneOf([...codes.placements, 'H5', 'P2', 'Z1']),
  }),
  // Semi-independent (H5) and independent living (P2) gave way to supported accommodation (K3).
  rule({
    ...asked,
    years: between('2024-25', '2024-25'),
    wrong: notOneOf([...codes.placements, 'K3', 'Z1']),
  }),
  rule({
    ...asked,
    years: since('2025-26'),
    wrong: notOneOf([...codes.placements, 'K3', ...codes.otherPlacements]),
  }),
];
