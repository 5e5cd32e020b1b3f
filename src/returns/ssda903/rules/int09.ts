import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: 'INT09',
  message: 'Internal Check: Child in UASC does not exist in Header.',
  years: since('2022-23'),
  needs: ['Header'],
  fields: { UASC: ['CHILD'] },
  wrong: ({ UASC, Header }) => (Header.length === 0 ? UASC : []),
  passes: [{ Header: [{ CHILD: '101' }], UASC: [{ CHILD: '101' }] }],
  fails: [{ Header: [{ CHILD: '101' }], UASC: [{ CHILD: '102' }] }],
});
