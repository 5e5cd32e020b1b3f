import { after, everyPair } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isPlacedForAdoption } from '../adopters.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '552',
  message: 'Date of Decision to place a child for adoption should be on or prior to the date that the child was placed for adoption.',
  years: since('2022-23'),
  needs: ['Episodes', 'PlacedAdoption'],
  fields: { Episodes: ['DECOM'], PlacedAdoption: ['DATE_PLACED'] },
  wrong: ({ Episodes, PlacedAdoption }) =>
    everyPair(Episodes.filter(isPlacedForAdoption), PlacedAdoption).filter(([{ DECOM }, { DATE_PLACED }]) => after(DATE_PLACED, DECOM)),
  passes: [{ Episodes: [{ PLACE: 'A3', DECOM: '2022-06-01' }], PlacedAdoption: [{ DATE_PLACED: '2022-06-01' }] }],
  fails: [{ Episodes: [{ PLACE: 'A3', DECOM: '2022-06-01' }], PlacedAdoption: [{ DATE_PLACED: '2022-06-02' }] }],
});
