import { isBlank } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { hasCeasedToBePlan } from '../adoption-decisions.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '563',
  message:
    'The child should no longer be placed for adoption but the date of the decision that the child should be placed for adoption is blank',
  years: since('2022-23'),
  fields: { PlacedAdoption: ['DATE_PLACED', 'REASON_PLACED_CEASED', 'DATE_PLACED_CEASED'] },
  wrong: ({ PlacedAdoption }) => PlacedAdoption.filter((decision) => hasCeasedToBePlan(decision) && isBlank(decision, 'DATE_PLACED')),
  passes: [{ PlacedAdoption: [{ DATE_PLACED: '2021-06-01', DATE_PLACED_CEASED: '2022-01-01' }, {}] }],
  fails: [{ PlacedAdoption: [{ DATE_PLACED_CEASED: '2022-01-01', REASON_PLACED_CEASED: 'RD1' }] }],
});
