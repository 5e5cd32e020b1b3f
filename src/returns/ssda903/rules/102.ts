import { isUnreadable } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '102',
  message: 'Date of birth is not a valid date.',
  years: since('2022-23'),
  fields: { Header: ['DOB'] },
  wrong: ({ Header }) => Header.filter((header) => isUnreadable(header, 'DOB')),
  passes: [{ Header: [{ DOB: '2010-02-19' }, {}] }],
  fails: [{ Header: [{ DOB: '38/04/2019' }] }],
});
