import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';
import { moreThanOnce } from '../more-than-once.ts';

export default rule({
  code: 'INT35',
  message: 'Internal Check: Child should only exist once in PrevPerm.',
  years: since('2022-23'),
  fields: { PrevPerm: ['CHILD'] },
  wrong: ({ PrevPerm }) => moreThanOnce(PrevPerm),
  passes: [{ PrevPerm: [{ CHILD: '101' }, { CHILD: '102' }] }],
  fails: [{ PrevPerm: [{ CHILD: '101' }, { CHILD: '101' }] }],
});
