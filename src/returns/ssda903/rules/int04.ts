import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: 'INT04',
  message: 'Internal Check: Child in Missing does not exist in Header.',
  years: since('2022-23'),
  needs: ['Header'],
  fields: { Missing: ['CHILD'] },
  wrong: ({ Missing, Header }) => (Header.length === 0 ? Missing : []),
  passes: [{ Header: [{ CHILD: '101' }], Missing: [{ CHILD: '101' }] }],
  fails: [{ Header: [{ CHILD: '101' }], Missing: [{ CHILD: '102' }] }],
});
