import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: 'INT07',
  message: 'Internal Check: Child in PrevPerm does not exist in Header.',
  years: since('2022-23'),
  needs: ['Header'],
  fields: { PrevPerm: ['CHILD'] },
  wrong: ({ PrevPerm, Header }) => (Header.length === 0 ? PrevPerm : []),
  passes: [{ Header: [{ CHILD: '101' }], PrevPerm: [{ CHILD: '101' }] }],
  fails: [{ Header: [{ CHILD: '101' }], PrevPerm: [{ CHILD: '102' }] }],
});
