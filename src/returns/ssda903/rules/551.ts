import { isBlank } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isPlacedForAdoption } from '../adopters.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '551',
  message: 'Child has been placed for adoption but there is no date of the decision that the child should be placed for adoption.',
  years: since('2022-23'),
  needs: ['PlacedAdoption'],
  fields: { Episodes: ['PLACE'] },
  wrong: ({ Episodes, PlacedAdoption }) =>
    PlacedAdoption.every((decision) => isBlank(decision, 'DATE_PLACED')) ? Episodes.filter(isPlacedForAdoption) : [],
  passes: [{ Episodes: [{ PLACE: 'A3' }], PlacedAdoption: [{ DATE_PLACED: '2022-06-01' }] }],
  fails: [
    { Episodes: [{ PLACE: 'A3' }], PlacedAdoption: [{}] },
    { Episodes: [{ PLACE: 'A3' }], PlacedAdoption: [] },
  ],
});
