import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';
import { moreThanOnce } from '../more-than-once.ts';

export default rule({
  code: 'INT31',
  message: 'Internal Check: Child should only exist once in AD1.',
  years: since('2022-23'),
  fields: { AD1: ['CHILD'] },
  wrong: ({ AD1 }) => moreThanOnce(AD1),
  passes: [{ AD1: [{ CHILD: '101' }, { CHILD: '102' }] }],
  fails: [{ AD1: [{ CHILD: '101' }, { CHILD: '101' }] }],
});
