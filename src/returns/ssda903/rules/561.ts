import { sameDay } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { hasCeasedToBePlan } from '../adoption-decisions.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '561',
  message:
    'Date of the decision that the child should be placed for adoption this year is the same as that recorded last year but records show that the decision changed, and the child should no longer be placed for adoption last year.',
  years: since('2022-23'),
  needs: ['PlacedAdoption_last'],
  fields: { PlacedAdoption: ['DATE_PLACED'] },
  wrong: ({ PlacedAdoption, PlacedAdoption_last }) =>
    PlacedAdoption.filter(({ DATE_PLACED }) =>
      PlacedAdoption_last.some((last) => sameDay(last.DATE_PLACED, DATE_PLACED) && hasCeasedToBePlan(last)),
    ),
  passes: [{ PlacedAdoption: [{ DATE_PLACED: '2021-06-01' }], PlacedAdoption_last: [{ DATE_PLACED: '2021-06-01' }] }],
  fails: [
    { PlacedAdoption: [{ DATE_PLACED: '2021-06-01' }], PlacedAdoption_last: [{ DATE_PLACED: '2021-06-01', REASON_PLACED_CEASED: 'RD1' }] },
  ],
});
