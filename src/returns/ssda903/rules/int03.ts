import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: 'INT03',
  message: 'Internal Check: Child in Episodes does not exist in Header.',
  years: since('2022-23'),
  needs: ['Header'],
  fields: { Episodes: ['CHILD'] },
  wrong: ({ Episodes, Header }) => (Header.length === 0 ? Episodes : []),
  passes: [{ Header: [{ CHILD: '101' }], Episodes: [{ CHILD: '101' }] }],
  fails: [{ Header: [{ CHILD: '101' }], Episodes: [{ CHILD: '102' }] }],
});
