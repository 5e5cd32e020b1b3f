import { since } from '../../rule/years.ts';
import { placedUnder } from '../ages.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '373',
  message: 'Child placed in a school should be at least 4 years old.',
  years: since('2022-23'),
  needs: ['Header'],
  fields: { Episodes: ['DECOM', 'PLACE'] },
  wrong: placedUnder(4, 'S1'),
  passes: [{ Header: [{ DOB: '2018-06-01' }], Episodes: [{ PLACE: 'S1', DECOM: '2022-06-01' }] }],
  fails: [{ Header: [{ DOB: '2018-06-01' }], Episodes: [{ PLACE: 'S1', DECOM: '2022-05-31' }] }],
});
