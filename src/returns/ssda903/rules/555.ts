import { between } from '../../rule/years.ts';
import { withoutDecision } from '../adoption-decisions.ts';
import { rule } from '../looked-after-return.ts';

/** D1: a freeing order. */
export default rule({
  code: '555',
  message: 'Freeing order has been granted but there is no date of decision that the child should be placed for adoption.',
  years: between('2022-23', '2023-24'),
  needs: ['Episodes', 'PlacedAdoption'],
  fields: { Episodes: ['CHILD'], PlacedAdoption: ['DATE_PLACED', 'DATE_PLACED_CEASED', 'REASON_PLACED_CEASED'] },
  wrong: withoutDecision('D1'),
  passes: [{ Episodes: [{ LS: 'D1' }, { LS: 'C2' }], PlacedAdoption: [{ DATE_PLACED: '2022-06-01' }] }],
  fails: [
    { Episodes: [{ LS: 'D1' }], PlacedAdoption: [] },
    { Episodes: [{ LS: 'D1' }], PlacedAdoption: [{}] },
  ],
});
