import { isGiven, oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

/** One that is not given, with the date of its start or end, is told by rules 565 and 566. */
export default rule({
  code: '1006',
  message: 'Missing type invalid.',
  years: since('2022-23'),
  fields: { Missing: ['MISSING'] },
  wrong: ({ Missing }) => Missing.filter(({ MISSING }) => isGiven(MISSING) && !oneOf(MISSING, ['M', 'A'])),
  passes: [{ Missing: [{ MISSING: 'M' }, {}] }],
  fails: [{ Missing: [{ MISSING: 'AWOL' }] }],
});
