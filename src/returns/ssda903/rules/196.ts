import { isGiven, oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { codes } from '../codes.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '196',
  message: 'Strengths and Difficulties (SDQ) reason is not a valid code.',
  years: since('2022-23'),
  fields: { OC2: ['SDQ_REASON'] },
  wrong: ({ OC2 }) => OC2.filter(({ SDQ_REASON }) => isGiven(SDQ_REASON) && !oneOf(SDQ_REASON, codes.sdqReasons)),
  passes: [{ OC2: [{ SDQ_REASON: 'SDQ2' }, {}] }],
  fails: [{ OC2: [{ SDQ_REASON: 'sdq2' }] }],
});
