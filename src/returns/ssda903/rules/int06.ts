import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: 'INT06',
  message: 'Internal Check: Child in OC3 does not exist in Header.',
  years: since('2022-23'),
  needs: ['Header'],
  fields: { OC3: ['CHILD'] },
  wrong: ({ OC3, Header }) => (Header.length === 0 ? OC3 : []),
  passes: [{ Header: [{ CHILD: '101' }], OC3: [{ CHILD: '101' }] }],
  fails: [{ Header: [{ CHILD: '101' }], OC3: [{ CHILD: '102' }] }],
});
