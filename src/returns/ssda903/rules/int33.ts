import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: 'INT33',
  message: 'Internal Check: Child should only exist once in OC2.',
  years: since('2022-23'),
  fields: { OC2: ['CHILD'] },
  unique: ({ OC2 }) => OC2.map((row) => [row.CHILD, row]),
  passes: [{ OC2: [{ CHILD: '101' }, { CHILD: '102' }] }],
  fails: [{ OC2: [{ CHILD: '101' }, { CHILD: '101' }] }],
});
