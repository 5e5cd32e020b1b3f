import { after } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '522',
  message:
    'Date of decision that the child should be placed for adoption must be on or before the date that a child should no longer be placed for adoption.',
  years: since('2022-23'),
  fields: { PlacedAdoption: ['DATE_PLACED', 'DATE_PLACED_CEASED'] },
  wrong: ({ PlacedAdoption }) => PlacedAdoption.filter(({ DATE_PLACED, DATE_PLACED_CEASED }) => after(DATE_PLACED, DATE_PLACED_CEASED)),
  passes: [{ PlacedAdoption: [{ DATE_PLACED: '2022-06-01', DATE_PLACED_CEASED: '2022-06-01' }, { DATE_PLACED: '2022-06-01' }] }],
  fails: [{ PlacedAdoption: [{ DATE_PLACED: '2022-06-02', DATE_PLACED_CEASED: '2022-06-01' }] }],
});
