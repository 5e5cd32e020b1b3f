import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: 'INT35',
  message: 'Internal Check: Child should only exist once in PrevPerm.',
  years: since('2022-23'),
  fields: { PrevPerm: ['CHILD'] },
  unique: ({ PrevPerm }) => PrevPerm.map((row) => [row.CHILD, row]),
  passes: [{ PrevPerm: [{ CHILD: '101' }, { CHILD: '102' }] }],
  fails: [{ PrevPerm: [{ CHILD: '101' }, { CHILD: '101' }] }],
});
