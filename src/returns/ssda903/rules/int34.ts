import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: 'INT34',
  message: 'Internal Check: Child should only exist once in OC3.',
  years: since('2022-23'),
  fields: { OC3: ['CHILD'] },
  unique: ({ OC3 }) => OC3.map((row) => [row.CHILD, row]),
  passes: [{ OC3: [{ CHILD: '101' }, { CHILD: '102' }] }],
  fails: [{ OC3: [{ CHILD: '101' }, { CHILD: '101' }] }],
});
