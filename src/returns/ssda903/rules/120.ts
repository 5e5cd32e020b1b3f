import { isGiven, oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';
import { codes } from '../codes.ts';

export default rule({
  code: '120',
  message: 'The reason for the reversal of the decision that the child should be placed for adoption code is not valid.',
  years: since('2022-23'),
  fields: { PlacedAdoption: ['REASON_PLACED_CEASED'] },
  wrong: ({ PlacedAdoption }) =>
    PlacedAdoption.filter(
      ({ REASON_PLACED_CEASED }) => isGiven(REASON_PLACED_CEASED) && !oneOf(REASON_PLACED_CEASED, codes.reasonsAdoptionCeasedToBePlan),
    ),
  passes: [{ PlacedAdoption: [{ REASON_PLACED_CEASED: 'RD1' }, {}] }],
  fails: [{ PlacedAdoption: [{ REASON_PLACED_CEASED: 'RD0' }] }],
});
