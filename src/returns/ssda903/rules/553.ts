import { since } from '../../rule/years.ts';
import { withoutDecision } from '../adoption-decisions.ts';
import { rule } from '../looked-after-return.ts';

/** E1: a placement order. */
export default rule({
  code: '553',
  message: 'Placement order has been granted but there is no date of decision that the child should be placed for adoption.',
  years: since('2022-23'),
  needs: ['Episodes', 'PlacedAdoption'],
  fields: { Episodes: ['CHILD'], PlacedAdoption: ['DATE_PLACED', 'DATE_PLACED_CEASED', 'REASON_PLACED_CEASED'] },
  wrong: withoutDecision('E1'),
  passes: [{ Episodes: [{ LS: 'E1' }, { LS: 'C2' }], PlacedAdoption: [{ DATE_PLACED: '2022-06-01' }] }],
  fails: [
    { Episodes: [{ LS: 'E1' }], PlacedAdoption: [] },
    { Episodes: [{ LS: 'E1' }], PlacedAdoption: [{}] },
  ],
});
