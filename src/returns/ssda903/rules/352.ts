import { since } from '../../rule/years.ts';
import { isAged } from '../ages.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '352',
  message: 'Child who started to be looked after was aged 18 or over.',
  years: since('2022-23'),
  needs: ['Header'],
  fields: { Episodes: ['DECOM', 'RNE'] },
  wrong: ({ Episodes, Header }) => Episodes.filter(({ RNE, DECOM }) => RNE === 'S' && Header.some(({ DOB }) => isAged(DOB, 18, DECOM))),
  passes: [
    {
      Header: [{ DOB: '2004-06-01' }],
      Episodes: [
        { RNE: 'S', DECOM: '2022-05-31' },
        { RNE: 'L', DECOM: '2022-06-01' },
      ],
    },
  ],
  fails: [{ Header: [{ DOB: '2004-06-01' }], Episodes: [{ RNE: 'S', DECOM: '2022-06-01' }] }],
});
