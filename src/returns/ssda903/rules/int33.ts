import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';
import { moreThanOnce } from '../more-than-once.ts';

export default rule({
  code: 'INT33',
  message: 'Internal Check: Child should only exist once in OC2.',
  years: since('2022-23'),
  fields: { OC2: ['CHILD'] },
  wrong: ({ OC2 }) => moreThanOnce(OC2),
  passes: [{ OC2: [{ CHILD: '101' }, { CHILD: '102' }] }],
  fails: [{ OC2: [{ CHILD: '101' }, { CHILD: '101' }] }],
});
