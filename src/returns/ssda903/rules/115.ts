import { isUnreadable } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '115',
  message: "Date of Local Authority's (LA) decision that a child should be placed for adoption is not a valid date.",
  years: since('2022-23'),
  fields: { PlacedAdoption: ['DATE_PLACED'] },
  wrong: ({ PlacedAdoption }) => PlacedAdoption.filter((decision) => isUnreadable(decision, 'DATE_PLACED')),
  passes: [{ PlacedAdoption: [{ DATE_PLACED: '2021-01-01' }, {}] }],
  fails: [{ PlacedAdoption: [{ DATE_PLACED: '38/04/2019' }] }],
});
