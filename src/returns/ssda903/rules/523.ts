import { after, before, everyPair } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '523',
  message:
    'Date of decision that the child should be placed for adoption should be the same date as the decision that adoption is in the best interest (date should be placed).',
  years: since('2022-23'),
  needs: ['AD1', 'PlacedAdoption'],
  fields: { AD1: ['DATE_INT'], PlacedAdoption: ['DATE_PLACED'] },
  wrong: ({ AD1, PlacedAdoption }) =>
    everyPair(AD1, PlacedAdoption).filter(
      ([{ DATE_INT }, { DATE_PLACED }]) => before(DATE_INT, DATE_PLACED) || after(DATE_INT, DATE_PLACED),
    ),
  passes: [{ AD1: [{ DATE_INT: '2022-06-01' }], PlacedAdoption: [{ DATE_PLACED: '2022-06-01' }, {}] }],
  fails: [{ AD1: [{ DATE_INT: '2022-06-01' }], PlacedAdoption: [{ DATE_PLACED: '2022-06-02' }] }],
});
