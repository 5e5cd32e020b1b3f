import { isUnreadable } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '112',
  message: 'Date should be placed for adoption is not a valid date.',
  years: since('2022-23'),
  fields: { AD1: ['DATE_INT'] },
  wrong: ({ AD1 }) => AD1.filter((adoption) => isUnreadable(adoption, 'DATE_INT')),
  passes: [{ AD1: [{ DATE_INT: '2021-01-01' }, {}] }],
  fails: [{ AD1: [{ DATE_INT: '38/04/2019' }] }],
});
