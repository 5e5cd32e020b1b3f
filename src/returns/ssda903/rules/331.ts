import { after, everyPair } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isAdoption } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

/** The placement for adoption is the one that ends in it. */
export default rule({
  code: '331',
  message: 'Date of matching child and adopter(s) should be the same as, or prior to, the date of placement of adoption.',
  years: since('2022-23'),
  needs: ['AD1', 'Episodes'],
  fields: { AD1: ['DATE_MATCH'], Episodes: ['DECOM', 'REC'] },
  wrong: ({ AD1, Episodes }) =>
    everyPair(AD1, Episodes.filter(isAdoption)).filter(([adoption, episode]) => after(adoption.DATE_MATCH, episode.DECOM)),
  passes: [{ AD1: [{ DATE_MATCH: '2022-06-01' }], Episodes: [{ DECOM: '2022-06-01', REC: 'E12' }] }],
  fails: [{ AD1: [{ DATE_MATCH: '2022-06-02' }], Episodes: [{ DECOM: '2022-06-01', REC: 'E11' }] }],
});
