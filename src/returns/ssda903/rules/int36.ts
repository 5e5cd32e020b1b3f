import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';
import { moreThanOnce } from '../more-than-once.ts';

export default rule({
  code: 'INT36',
  message: 'Internal Check: Child should only exist once in UASC.',
  years: since('2022-23'),
  fields: { UASC: ['CHILD'] },
  wrong: ({ UASC }) => moreThanOnce(UASC),
  passes: [{ UASC: [{ CHILD: '101' }, { CHILD: '102' }] }],
  fails: [{ UASC: [{ CHILD: '101' }, { CHILD: '101' }] }],
});
