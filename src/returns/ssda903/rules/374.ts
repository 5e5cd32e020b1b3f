import { since } from '../../rule/years.ts';
import { placedUnder } from '../ages.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '374',
  message: 'Child in residential employment should be at least 14 years old.',
  years: since('2022-23'),
  needs: ['Header'],
  fields: { Episodes: ['DECOM', 'PLACE'] },
  wrong: placedUnder(14, 'P3'),
  passes: [{ Header: [{ DOB: '2008-06-01' }], Episodes: [{ PLACE: 'P3', DECOM: '2022-06-01' }] }],
  fails: [{ Header: [{ DOB: '2008-06-01' }], Episodes: [{ PLACE: 'P3', DECOM: '2022-05-31' }] }],
});
