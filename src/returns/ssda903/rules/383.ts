import { inOrder } from '../../rule/compare.ts';
import { since, between } from '../../rule/years.ts';
import { isTemporary, type Episode } from '../episodes.ts';
import { rule, type ReturnChild } from '../looked-after-return.ts';
import { isSamePostcode } from '../postcodes.ts';

/** The episode after a temporary placement: compared with the one before it, where that is known. */
const notBack =
  (isSame: (normal: Episode, now: Episode) => boolean) =>
  ({ Episodes }: ReturnChild) =>
    inOrder(Episodes, 'DECOM').filter((now, place, all) => {
      const [normal, temporary] = place < 2 ? [] : all.slice(place - 2, place);
      return normal !== undefined && temporary !== undefined && isTemporary(temporary) && !(now.RNE === 'P' && isSame(normal, now));
    });

const asked = {
  code: '383',
  message: 'A child in a temporary placement must subsequently return to his/her normal placement.',
} as const;

export default [
  rule({
    ...asked,
    years: between('2022-23', '2024-25'),
    fields: { Episodes: ['PLACE', 'RNE'] },
    wrong: notBack((normal, now) => normal.PLACE === now.PLACE),
    passes: [
      {
        Episodes: [
          { DECOM: '2022-04-01', PLACE: 'S1', PL_POST: 'AB1 0JD' },
          { DECOM: '2022-05-01', PLACE: 'T1', PL_POST: 'AB2 0JD' },
          { DECOM: '2022-06-01', PLACE: 'S1', RNE: 'P' },
        ],
      },
      {
        Episodes: [
          { DECOM: '2022-05-01', PLACE: 'T1' },
          { DECOM: '2022-06-01', PLACE: 'K2', RNE: 'T' },
        ],
      },
    ],
    fails: [
      {
        Episodes: [
          { DECOM: '2022-04-01', PLACE: 'S1', PL_POST: 'AB1 0JD' },
          { DECOM: '2022-05-01', PLACE: 'T1', PL_POST: 'AB2 0JD' },
          { DECOM: '2022-06-01', PLACE: 'S1', RNE: 'T' },
        ],
      },
      {
        Episodes: [
          { DECOM: '2022-04-01', PLACE: 'S1', PL_POST: 'AB1 0JD' },
          { DECOM: '2022-05-01', PLACE: 'T1', PL_POST: 'AB2 0JD' },
          { DECOM: '2022-06-01', PLACE: 'K2', RNE: 'P' },
        ],
      },
    ],
  }),
  // To the same address, too.
  rule({
    ...asked,
    years: since('2025-26'),
    fields: { Episodes: ['PLACE', 'RNE', 'PL_POST'] },
    wrong: notBack((normal, now) => normal.PLACE === now.PLACE && isSamePostcode(normal.PL_POST, now.PL_POST)),
    passes: [
      {
        Episodes: [
          { DECOM: '2022-04-01', PLACE: 'S1', PL_POST: 'AB1 0JD' },
          { DECOM: '2022-05-01', PLACE: 'T1', PL_POST: 'AB2 0JD' },
          { DECOM: '2022-06-01', PLACE: 'S1', PL_POST: 'AB1 0JD', RNE: 'P' },
        ],
      },
    ],
    fails: [
      {
        Episodes: [
          { DECOM: '2022-04-01', PLACE: 'S1', PL_POST: 'AB1 0JD' },
          { DECOM: '2022-05-01', PLACE: 'T1', PL_POST: 'AB2 0JD' },
          { DECOM: '2022-06-01', PLACE: 'S1', PL_POST: 'AB3 0JD', RNE: 'P' },
        ],
      },
    ],
  }),
];
