import { before, inOrder, isBlank, isGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

/** A decision is compared with every earlier one, not only with the one before it. */
export default rule({
  code: '579',
  message:
    'A new decision that the child should be placed for adoption this year cannot start when the previous decision is still open. Decisions to place the child for adoption should also not overlap. The date of any new decision to place the child for adoption must not be before the date placed ceased of previous decisions.',
  years: since('2022-23'),
  fields: { PlacedAdoption: ['DATE_PLACED', 'DATE_PLACED_CEASED'] },
  wrong: ({ PlacedAdoption }) => {
    const decisions = inOrder(
      PlacedAdoption.filter(({ DATE_PLACED }) => isGiven(DATE_PLACED)),
      'DATE_PLACED',
    );
    return decisions.filter(({ DATE_PLACED }, at) =>
      decisions
        .slice(0, at)
        .some((previous) => isBlank(previous, 'DATE_PLACED_CEASED') || before(DATE_PLACED, previous.DATE_PLACED_CEASED)),
    );
  },
  passes: [
    { PlacedAdoption: [{ DATE_PLACED: '2022-06-01', DATE_PLACED_CEASED: '2022-06-05' }, { DATE_PLACED: '2022-06-05' }] },
    { PlacedAdoption: [{}, { DATE_PLACED: '2022-06-05' }] },
  ],
  fails: [
    { PlacedAdoption: [{ DATE_PLACED: '2022-06-01' }, { DATE_PLACED: '2022-06-05' }] },
    { PlacedAdoption: [{ DATE_PLACED: '2022-06-01', DATE_PLACED_CEASED: '2022-06-05' }, { DATE_PLACED: '2022-06-04' }] },
    {
      PlacedAdoption: [
        { DATE_PLACED: '2022-06-01', DATE_PLACED_CEASED: '2022-08-01' },
        { DATE_PLACED: '2022-06-05', DATE_PLACED_CEASED: '2022-06-20' },
        { DATE_PLACED: '2022-07-01' },
      ],
    },
  ],
});
