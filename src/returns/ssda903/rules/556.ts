import { after } from '../../rule/compare.ts';
import { between } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '556',
  message:
    'Date of decision that the child should be placed for adoption should be on or prior to the date that the freeing order was granted.',
  years: between('2022-23', '2023-24'),
  needs: ['PlacedAdoption'],
  fields: { Episodes: ['DECOM'] },
  wrong: ({ Episodes, PlacedAdoption }) =>
    Episodes.filter(({ LS, DECOM }) => LS === 'D1' && PlacedAdoption.some(({ DATE_PLACED }) => after(DATE_PLACED, DECOM))),
  passes: [{ Episodes: [{ DECOM: '2022-06-01', LS: 'D1' }], PlacedAdoption: [{ DATE_PLACED: '2022-06-01' }] }],
  fails: [{ Episodes: [{ DECOM: '2022-06-01', LS: 'D1' }], PlacedAdoption: [{ DATE_PLACED: '2022-06-02' }] }],
});
