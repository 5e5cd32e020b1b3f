import { isGiven, oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { codes } from '../codes.ts';
import { rule } from '../looked-after-return.ts';

/** One that is left blank is told by rule 153. */
export default rule({
  code: '131',
  message: 'Data entry for being in touch after leaving care is invalid.',
  years: since('2022-23'),
  fields: { OC3: ['IN_TOUCH'] },
  wrong: ({ OC3 }) => OC3.filter(({ IN_TOUCH }) => isGiven(IN_TOUCH) && !oneOf(IN_TOUCH, codes.inTouch)),
  passes: [{ OC3: [{ IN_TOUCH: 'YES' }, {}] }],
  fails: [{ OC3: [{ IN_TOUCH: 'yes' }] }],
});
