import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';
import { moreThanOnce } from '../more-than-once.ts';

export default rule({
  code: 'INT34',
  message: 'Internal Check: Child should only exist once in OC3.',
  years: since('2022-23'),
  fields: { OC3: ['CHILD'] },
  wrong: ({ OC3 }) => moreThanOnce(OC3),
  passes: [{ OC3: [{ CHILD: '101' }, { CHILD: '102' }] }],
  fails: [{ OC3: [{ CHILD: '101' }, { CHILD: '101' }] }],
});
