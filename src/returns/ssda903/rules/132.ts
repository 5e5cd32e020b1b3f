import { oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { codes } from '../codes.ts';
import { rule } from '../looked-after-return.ts';

/** Here the recorded example takes a blank as invalid. */
export default rule({
  code: '132',
  message: 'Data entry for activity after leaving care is invalid.',
  years: since('2022-23'),
  fields: { OC3: ['ACTIV'] },
  wrong: ({ OC3 }) => OC3.filter(({ ACTIV }) => !oneOf(ACTIV, codes.activities)),
  passes: [{ OC3: [{ ACTIV: 'F1' }, { ACTIV: '0' }] }],
  fails: [{ OC3: [{}] }, { OC3: [{ ACTIV: 'F3' }] }],
});
