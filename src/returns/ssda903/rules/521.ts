import { after, everyPair } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isPlacedForAdoption } from '../adopters.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '521',
  message:
    "Date of local authority's decision (LA) that adoption is in the best interests of the child (date should be placed) must be on or prior to the date the child is placed for adoption.",
  years: since('2022-23'),
  needs: ['AD1', 'Episodes'],
  fields: { AD1: ['DATE_INT'], Episodes: ['PLACE', 'DECOM'] },
  wrong: ({ AD1, Episodes }) =>
    everyPair(AD1, Episodes.filter(isPlacedForAdoption)).filter(([{ DATE_INT }, { DECOM }]) => after(DATE_INT, DECOM)),
  passes: [
    {
      AD1: [{ DATE_INT: '2022-06-01' }],
      Episodes: [
        { PLACE: 'A3', DECOM: '2022-06-01' },
        { PLACE: 'U1', DECOM: '2021-06-01' },
      ],
    },
  ],
  fails: [{ AD1: [{ DATE_INT: '2022-06-02' }], Episodes: [{ PLACE: 'A3', DECOM: '2022-06-01' }] }],
});
