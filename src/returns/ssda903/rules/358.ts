import { oneOf, everyPair } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isUnder } from '../ages.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '358',
  message: 'Child with this legal status should not be under 10.',
  years: since('2022-23'),
  needs: ['Episodes', 'Header'],
  fields: { Episodes: ['DECOM', 'LS'], Header: ['DOB'] },
  wrong: ({ Episodes, Header }) =>
    everyPair(Episodes, Header).filter(([{ LS, DECOM }, { DOB }]) => oneOf(LS, ['J1', 'J2', 'J3']) && isUnder(DOB, 10, DECOM)),
  passes: [
    {
      Header: [{ DOB: '2012-06-01' }],
      Episodes: [
        { LS: 'J1', DECOM: '2022-06-01' },
        { LS: 'L2', DECOM: '2022-05-31' },
      ],
    },
  ],
  fails: [{ Header: [{ DOB: '2012-06-01' }], Episodes: [{ LS: 'J1', DECOM: '2022-05-31' }] }],
});
