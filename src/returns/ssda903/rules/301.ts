import { after } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '301',
  message: 'Date of birth falls after the year ended.',
  years: since('2022-23'),
  fields: { Header: ['DOB'] },
  wrong: ({ Header }, { end }) => Header.filter(({ DOB }) => after(DOB, end)),
  passes: [{ Header: [{ DOB: '2023-03-31' }, {}] }],
  fails: [{ Header: [{ DOB: '2023-04-01' }] }],
});
