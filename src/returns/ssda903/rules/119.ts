import { isBlank } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '119',
  message:
    'If the decision is made that a child should no longer be placed for adoption, then the date of this decision and the reason why this decision was made must be completed.',
  years: since('2022-23'),
  fields: { PlacedAdoption: ['REASON_PLACED_CEASED', 'DATE_PLACED_CEASED'] },
  wrong: ({ PlacedAdoption }) =>
    PlacedAdoption.filter((decision) => isBlank(decision, 'DATE_PLACED_CEASED') !== isBlank(decision, 'REASON_PLACED_CEASED')),
  passes: [{ PlacedAdoption: [{ DATE_PLACED_CEASED: '2022-06-01', REASON_PLACED_CEASED: 'RD1' }, {}] }],
  fails: [{ PlacedAdoption: [{ DATE_PLACED_CEASED: '2022-06-01' }] }, { PlacedAdoption: [{ REASON_PLACED_CEASED: 'RD1' }] }],
});
