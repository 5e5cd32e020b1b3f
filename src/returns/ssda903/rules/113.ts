import { isUnreadable } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '113',
  message: 'Date matching child and adopter(s) is not a valid date.',
  years: since('2022-23'),
  fields: { AD1: ['DATE_MATCH'] },
  wrong: ({ AD1 }) => AD1.filter((adoption) => isUnreadable(adoption, 'DATE_MATCH')),
  passes: [{ AD1: [{ DATE_MATCH: '2021-01-01' }, {}] }],
  fails: [{ AD1: [{ DATE_MATCH: '38/04/2019' }] }],
});
