import { before } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { earliest } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '1003',
  message: "Date of LA's decision that a child should be placed for adoption is before the child started to be looked after.",
  years: since('2022-23'),
  needs: ['Episodes', 'PlacedAdoption'],
  fields: { Episodes: ['DECOM', 'RNE'], PlacedAdoption: ['DATE_PLACED'] },
  wrong: ({ Episodes, PlacedAdoption }) => {
    const first = earliest(Episodes.filter(({ RNE }) => RNE === 'S'));
    return first === undefined
      ? []
      : PlacedAdoption.filter(({ DATE_PLACED }) => before(DATE_PLACED, first.DECOM)).map((decision) => [first, decision]);
  },
  passes: [
    {
      Episodes: [
        { RNE: 'S', DECOM: '2020-03-01' },
        { RNE: 'S', DECOM: '2021-03-01' },
      ],
      PlacedAdoption: [{ DATE_PLACED: '2020-06-01' }, {}],
    },
  ],
  fails: [{ Episodes: [{ RNE: 'S', DECOM: '2020-03-01' }], PlacedAdoption: [{ DATE_PLACED: '2020-02-29' }] }],
});
