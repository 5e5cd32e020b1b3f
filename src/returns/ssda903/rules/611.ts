import { isBlank } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '611',
  message: 'Date of birth field is blank, but child is a mother.',
  years: since('2022-23'),
  fields: { Header: ['MOTHER', 'MC_DOB'] },
  wrong: ({ Header }) => Header.filter((header) => header.MOTHER === '1' && isBlank(header, 'MC_DOB')),
  passes: [{ Header: [{ MOTHER: '1', MC_DOB: '2022-06-01' }, { MOTHER: '0' }] }],
  fails: [{ Header: [{ MOTHER: '1' }] }],
});
