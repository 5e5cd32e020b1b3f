import { isUnreadable } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '171',
  message: "Date of birth of mother's child is not a valid date.",
  years: since('2022-23'),
  fields: { Header: ['MC_DOB'] },
  wrong: ({ Header }) => Header.filter((header) => isUnreadable(header, 'MC_DOB')),
  passes: [{ Header: [{ MC_DOB: '2021-01-01' }, {}] }],
  fails: [{ Header: [{ MC_DOB: '38/04/2019' }] }],
});
