import { everyPair, isAnyGiven, isBlank } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { adoptionFields } from '../fields.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '525',
  message: 'A child for whom the decision to be placed for adoption has been reversed cannot be adopted during the year.',
  years: since('2022-23'),
  needs: ['AD1', 'PlacedAdoption'],
  fields: { PlacedAdoption: ['DATE_PLACED_CEASED'], AD1: adoptionFields },
  wrong: ({ PlacedAdoption, AD1 }) =>
    everyPair(PlacedAdoption, AD1).filter(
      ([decision, adoption]) => !isBlank(decision, 'DATE_PLACED_CEASED') && isAnyGiven(adoption, adoptionFields),
    ),
  passes: [
    { PlacedAdoption: [{ DATE_PLACED_CEASED: '2022-06-01' }], AD1: [{}] },
    { PlacedAdoption: [{}], AD1: [{ NB_ADOPTR: '2' }] },
  ],
  fails: [{ PlacedAdoption: [{ DATE_PLACED_CEASED: '2022-06-01' }], AD1: [{ NB_ADOPTR: '2' }] }],
});
