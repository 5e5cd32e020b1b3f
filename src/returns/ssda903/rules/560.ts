import { isBlank, isGiven, sameDay } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

/** A decision that stood last year is among this year’s, whatever others there are. */
export default rule({
  code: '560',
  message:
    'Date of decision that the child should be placed for adoption this year is different from that recorded last year but the decision to place the child for adoption did not change.',
  years: since('2022-23'),
  needs: ['PlacedAdoption_last'],
  fields: { PlacedAdoption: ['DATE_PLACED', 'DATE_PLACED_CEASED'] },
  wrong: ({ PlacedAdoption, PlacedAdoption_last }) => {
    const standing = PlacedAdoption_last.filter((last) => isGiven(last.DATE_PLACED) && isBlank(last, 'DATE_PLACED_CEASED'));
    return standing.some((last) => !PlacedAdoption.some((now) => sameDay(now.DATE_PLACED, last.DATE_PLACED))) ? PlacedAdoption : [];
  },
  passes: [
    { PlacedAdoption: [{ DATE_PLACED: '2021-06-01' }], PlacedAdoption_last: [{ DATE_PLACED: '2021-06-01' }] },
    {
      PlacedAdoption: [{ DATE_PLACED: '2022-06-01' }],
      PlacedAdoption_last: [{ DATE_PLACED: '2021-06-01', DATE_PLACED_CEASED: '2022-01-01' }],
    },
  ],
  fails: [{ PlacedAdoption: [{ DATE_PLACED: '2021-06-02' }], PlacedAdoption_last: [{ DATE_PLACED: '2021-06-01' }] }],
});
