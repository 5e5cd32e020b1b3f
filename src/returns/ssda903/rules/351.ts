import { since } from '../../rule/years.ts';
import { isPast } from '../ages.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '351',
  message: 'Child was over 25 at the start of the current collection year.',
  years: since('2022-23'),
  fields: { Header: ['DOB'] },
  wrong: ({ Header }, { start }) => Header.filter(({ DOB }) => isPast(DOB, 25, start)),
  passes: [{ Header: [{ DOB: '1997-04-01' }, {}] }],
  fails: [{ Header: [{ DOB: '1997-03-31' }] }],
});
