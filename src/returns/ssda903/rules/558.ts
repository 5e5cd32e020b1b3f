import { after, inOrder, isBlank } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isAdoption } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

/** The latest episode says that the child was adopted. Of several decisions an earlier one may have ended; the latest has not. */
export default rule({
  code: '558',
  message:
    'If a child has been adopted, then the decision to place them for adoption has not been disrupted and the date of the decision that a child should no longer be placed for adoption should be left blank.',
  years: since('2022-23'),
  needs: ['PlacedAdoption'],
  fields: { Episodes: ['REC'] },
  wrong: ({ Episodes, PlacedAdoption }) => {
    const decision = inOrder(PlacedAdoption, 'DATE_PLACED').at(-1);
    if (decision === undefined || isBlank(decision, 'DATE_PLACED_CEASED')) return [];
    return Episodes.filter((episode) => isAdoption(episode) && !Episodes.some(({ DECOM }) => after(DECOM, episode.DECOM)));
  },
  passes: [
    { Episodes: [{ REC: 'E11' }], PlacedAdoption: [{ DATE_PLACED: '2022-06-01' }] },
    { Episodes: [{ REC: 'E4A' }], PlacedAdoption: [{ DATE_PLACED_CEASED: '2022-06-01' }] },
    {
      Episodes: [{ DECOM: '2022-04-01', REC: 'E11' }, { DECOM: '2022-07-01' }],
      PlacedAdoption: [{ DATE_PLACED_CEASED: '2022-06-01' }],
    },
  ],
  fails: [
    { Episodes: [{ REC: 'E11' }], PlacedAdoption: [{ DATE_PLACED_CEASED: '2022-06-01' }] },
    {
      Episodes: [
        { DECOM: '2022-04-01', REC: 'X1' },
        { DECOM: '2022-07-01', REC: 'E12' },
      ],
      PlacedAdoption: [{ DATE_PLACED_CEASED: '2022-06-01' }],
    },
  ],
});
