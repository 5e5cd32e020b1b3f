import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: 'INT08',
  message: 'Internal Check: Child in Reviews does not exist in Header.',
  years: since('2022-23'),
  needs: ['Header'],
  fields: { Reviews: ['CHILD'] },
  wrong: ({ Reviews, Header }) => (Header.length === 0 ? Reviews : []),
  passes: [{ Header: [{ CHILD: '101' }], Reviews: [{ CHILD: '101' }] }],
  fails: [{ Header: [{ CHILD: '101' }], Reviews: [{ CHILD: '102' }] }],
});
