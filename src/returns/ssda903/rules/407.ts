import { everyPair, oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isAged } from '../ages.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '407',
  message: 'Reason episode ceased is Special Guardianship Order, but child has reached age 18.',
  years: since('2022-23'),
  needs: ['Episodes', 'Header'],
  fields: { Episodes: ['DEC', 'REC'], Header: ['DOB'] },
  wrong: ({ Episodes, Header }) =>
    everyPair(Episodes, Header).filter(([{ REC, DEC }, { DOB }]) => oneOf(REC, ['E45', 'E46', 'E47', 'E48']) && isAged(DOB, 18, DEC)),
  passes: [{ Header: [{ DOB: '2005-06-02' }], Episodes: [{ DEC: '2023-06-01', REC: 'E45' }] }],
  fails: [{ Header: [{ DOB: '2005-06-01' }], Episodes: [{ DEC: '2023-06-01', REC: 'E45' }] }],
});
