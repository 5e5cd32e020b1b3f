import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: 'INT05',
  message: 'Internal Check: Child in OC2 does not exist in Header.',
  years: since('2022-23'),
  needs: ['Header'],
  fields: { OC2: ['CHILD'] },
  wrong: ({ OC2, Header }) => (Header.length === 0 ? OC2 : []),
  passes: [{ Header: [{ CHILD: '101' }], OC2: [{ CHILD: '101' }] }],
  fails: [{ Header: [{ CHILD: '101' }], OC2: [{ CHILD: '102' }] }],
});
