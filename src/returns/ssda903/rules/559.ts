import { before, isBlank } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '559',
  message:
    'Date of decision that a child should be placed for adoption was not in the current year but the date of the decision that the child should be placed for adoption was not completed in a previous return.',
  years: since('2022-23'),
  needs: ['PlacedAdoption_last'],
  fields: { PlacedAdoption: ['DATE_PLACED'] },
  wrong: ({ PlacedAdoption, PlacedAdoption_last }, { start }) =>
    PlacedAdoption_last.every((last) => isBlank(last, 'DATE_PLACED'))
      ? PlacedAdoption.filter(({ DATE_PLACED }) => before(DATE_PLACED, start))
      : [],
  passes: [
    { PlacedAdoption: [{ DATE_PLACED: '2022-03-31' }], PlacedAdoption_last: [{ DATE_PLACED: '2022-03-31' }] },
    { PlacedAdoption: [{ DATE_PLACED: '2022-04-01' }], PlacedAdoption_last: [] },
  ],
  fails: [{ PlacedAdoption: [{ DATE_PLACED: '2022-03-31' }], PlacedAdoption_last: [{}] }],
});
