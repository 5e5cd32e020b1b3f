import { isGiven, oneOf } from '../../rule/compare.ts';
import { since, between } from '../../rule/years.ts';
import { codes } from '../codes.ts';
import { rule, type ReturnChild } from '../looked-after-return.ts';

const givenFor =
  (placements: readonly string[]) =>
  ({ Episodes }: ReturnChild) =>
    Episodes.filter(({ PLACE, URN }) => oneOf(PLACE, placements) && isGiven(URN) && URN !== codes.noUrn);

const asked = {
  code: '222',
  message: 'Ofsted Unique reference number (URN) should not be recorded for this placement type.',
  fields: { Episodes: ['URN'] },
} as const;

export default [
  rule({
    ...asked,
    years: between('2022-23', '2022-23'),
    wrong: givenFor([...codes.withoutUrn, 'H5', 'P2', 'Z1']),
    passes: [{ Episodes: [{ PLACE: 'H5', URN: 'XXXXXXX' }, { PLACE: 'U1', URN: '1' }, { PLACE: 'T1' }] }],
    fails: [{ Episodes: [{ PLACE: 'H5', URN: '1' }] }],
  }),
  // Semi-independent living (H5) begins to be registered.
  rule({
    ...asked,
    years: between('2023-24', '2023-24'),
    wrong: givenFor([...codes.withoutUrn, 'P2', 'Z1']),
    passes: [{ Episodes: [{ PLACE: 'H5', URN: '1' }] }],
    fails: [{ Episodes: [{ PLACE: 'P2', URN: '1' }] }],
  }),
  rule({
    ...asked,
    years: between('2024-25', '2024-25'),
    wrong: givenFor([...codes.withoutUrn, 'Z1']),
    passes: [{ Episodes: [{ PLACE: 'P2', URN: '1' }] }],
    fails: [{ Episodes: [{ PLACE: 'Z1', URN: '1' }] }],
  }),
  rule({
    ...asked,
    years: since('2025-26'),
    wrong: givenFor([...codes.withoutUrn, ...codes.otherPlacements]),
    passes: [{ Episodes: [{ PLACE: 'K3', URN: '1' }] }],
    fails: [{ Episodes: [{ PLACE: 'Z11', URN: '1' }] }],
  }),
];
