import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';
import { moreThanOnce } from '../more-than-once.ts';

export default rule({
  code: 'INT32',
  message: 'Internal Check: Child should only exist once in Header.',
  years: since('2022-23'),
  fields: { Header: ['CHILD'] },
  wrong: ({ Header }) => moreThanOnce(Header),
  passes: [{ Header: [{ CHILD: '101' }, { CHILD: '102' }] }],
  fails: [{ Header: [{ CHILD: '101' }, { CHILD: '101' }] }],
});
