import { onOrBefore } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '621',
  message: 'Mother’s field has been completed but date of birth shows that the mother is younger than her child.',
  years: since('2022-23'),
  fields: { Header: ['DOB', 'MC_DOB'] },
  wrong: ({ Header }) => Header.filter(({ DOB, MC_DOB }) => onOrBefore(MC_DOB, DOB)),
  passes: [{ Header: [{ DOB: '2006-06-01', MC_DOB: '2022-06-01' }, { DOB: '2006-06-01' }] }],
  fails: [{ Header: [{ DOB: '2006-06-01', MC_DOB: '2006-06-01' }] }],
});
