import { isGiven, inOrder } from '../../rule/compare.ts';
import { since, between } from '../../rule/years.ts';
import { isTemporary } from '../episodes.ts';
import { rule, type ReturnChild } from '../looked-after-return.ts';

/** Neither where the temporary placement ends, nor where the placement before it does. */
const temporaryWithReason = ({ Episodes }: ReturnChild) =>
  inOrder(Episodes, 'DECOM').filter(
    (episode, place, all) => isTemporary(episode) && (isGiven(episode.REASON_PLACE_CHANGE) || isGiven(all[place - 1]?.REASON_PLACE_CHANGE)),
  );

const asked = {
  code: '226',
  fields: { Episodes: ['REASON_PLACE_CHANGE', 'PLACE'] },
  wrong: temporaryWithReason,
  passes: [
    {
      Episodes: [
        { DECOM: '2022-05-01', PLACE: 'U1' },
        { DECOM: '2022-06-01', PLACE: 'T1' },
        { DECOM: '2022-07-01', PLACE: 'U1', REASON_PLACE_CHANGE: 'CARPL' },
      ],
    },
  ],
  fails: [
    {
      Episodes: [
        { DECOM: '2022-05-01', PLACE: 'U1', REASON_PLACE_CHANGE: 'CARPL' },
        { DECOM: '2022-06-01', PLACE: 'T1' },
      ],
    },
    { Episodes: [{ DECOM: '2022-06-01', PLACE: 'T1', REASON_PLACE_CHANGE: 'CARPL' }] },
  ],
} as const;

export default [
  rule({
    ...asked,
    message: 'Reason for placement change is not required.',
    years: between('2022-23', '2024-25'),
  }),
  rule({
    ...asked,
    message: 'Reason for placement change is not required for temporary placements.',
    years: since('2025-26'),
  }),
];
