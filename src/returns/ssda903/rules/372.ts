import { since } from '../../rule/years.ts';
import { placedUnder } from '../ages.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '372',
  message: 'Child in youth custody or prison should be at least 10.',
  years: since('2022-23'),
  needs: ['Header'],
  fields: { Episodes: ['DECOM', 'PLACE'] },
  wrong: placedUnder(10, 'R5'),
  passes: [{ Header: [{ DOB: '2012-06-01' }], Episodes: [{ PLACE: 'R5', DECOM: '2022-06-01' }] }],
  fails: [{ Header: [{ DOB: '2012-06-01' }], Episodes: [{ PLACE: 'R5', DECOM: '2022-05-31' }] }],
});
