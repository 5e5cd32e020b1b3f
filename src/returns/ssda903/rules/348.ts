import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '348',
  message: 'Care leaver has previously been reported as having died.',
  years: since('2025-26'),
  needs: ['OC3_last'],
  fields: { OC3: ['IN_TOUCH'] },
  wrong: ({ OC3, OC3_last }) =>
    OC3_last.some(({ IN_TOUCH }) => IN_TOUCH === 'DIED') ? OC3.filter(({ IN_TOUCH }) => IN_TOUCH !== 'DIED') : [],
  passes: [{ OC3: [{ IN_TOUCH: 'DIED' }], OC3_last: [{ IN_TOUCH: 'DIED' }] }],
  fails: [{ OC3: [{ IN_TOUCH: 'YES' }], OC3_last: [{ IN_TOUCH: 'DIED' }] }],
});
