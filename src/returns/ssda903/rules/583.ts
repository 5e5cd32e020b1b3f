import { consecutive, isBlank, isGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '583',
  message:
    'More than one date the child should be placed for adoption has been reported, but an earlier decision has not been revoked. Check that both dates are required and add in the date the earlier decision was revoked. Note this may be in a previous year.',
  years: since('2022-23'),
  fields: { PlacedAdoption: ['DATE_PLACED', 'DATE_PLACED_CEASED'] },
  wrong: ({ PlacedAdoption }) =>
    consecutive(
      PlacedAdoption.filter(({ DATE_PLACED }) => isGiven(DATE_PLACED)),
      'DATE_PLACED',
    )
      .filter(([earlier]) => isBlank(earlier, 'DATE_PLACED_CEASED'))
      .map(([earlier]) => earlier),
  passes: [{ PlacedAdoption: [{ DATE_PLACED: '2022-06-01', DATE_PLACED_CEASED: '2022-06-05' }, { DATE_PLACED: '2022-06-05' }] }],
  fails: [{ PlacedAdoption: [{ DATE_PLACED: '2022-06-01' }, { DATE_PLACED: '2022-06-05' }] }],
});
