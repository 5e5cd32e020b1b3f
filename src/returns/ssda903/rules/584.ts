import { onOrBefore } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { hasCeasedToBePlan } from '../adoption-decisions.ts';
import { rule } from '../looked-after-return.ts';

/** A new decision is later than the one that was reversed last year. */
export default rule({
  code: '584',
  message:
    'Date of decision that the child should be placed for adoption this year is different from that recorded last year, but the decision to placed the child for adoption changed and the child should no longer be placed for adoption.',
  years: since('2022-23'),
  needs: ['PlacedAdoption_last'],
  fields: { PlacedAdoption: ['DATE_PLACED'] },
  wrong: ({ PlacedAdoption, PlacedAdoption_last }) =>
    PlacedAdoption.filter(({ DATE_PLACED }) =>
      PlacedAdoption_last.some((last) => hasCeasedToBePlan(last) && onOrBefore(DATE_PLACED, last.DATE_PLACED)),
    ),
  passes: [
    { PlacedAdoption: [{ DATE_PLACED: '2022-06-01' }], PlacedAdoption_last: [{ DATE_PLACED: '2021-06-01', REASON_PLACED_CEASED: 'RD1' }] },
    { PlacedAdoption: [{ DATE_PLACED: '2021-05-01' }], PlacedAdoption_last: [{ DATE_PLACED: '2021-06-01' }] },
  ],
  fails: [
    { PlacedAdoption: [{ DATE_PLACED: '2021-05-01' }], PlacedAdoption_last: [{ DATE_PLACED: '2021-06-01', REASON_PLACED_CEASED: 'RD1' }] },
  ],
});
