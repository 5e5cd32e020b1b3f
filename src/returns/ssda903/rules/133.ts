import { isGiven, oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { codes } from '../codes.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '133',
  message:
    'Data entry for accommodation after leaving care is invalid. If reporting on a childs accommodation after leaving care the data entry must be valid',
  years: since('2022-23'),
  fields: { OC3: ['ACCOM'] },
  wrong: ({ OC3 }) => OC3.filter(({ ACCOM }) => isGiven(ACCOM) && !oneOf(ACCOM, codes.accommodations)),
  passes: [{ OC3: [{ ACCOM: 'B1' }, {}] }],
  fails: [{ OC3: [{ ACCOM: 'X1' }] }],
});
