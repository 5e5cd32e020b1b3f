import { onOrBefore, isGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '333',
  message: 'Date should be placed for adoption must be on or prior to the date of matching child with adopter(s).',
  years: since('2022-23'),
  fields: { AD1: ['DATE_INT'] },
  wrong: ({ AD1 }) => AD1.filter(({ DATE_INT, DATE_MATCH }) => isGiven(DATE_MATCH) && !onOrBefore(DATE_INT, DATE_MATCH)),
  passes: [{ AD1: [{ DATE_INT: '2022-06-01', DATE_MATCH: '2022-06-01' }, { DATE_INT: '2022-06-01' }] }],
  fails: [{ AD1: [{ DATE_INT: '2022-06-02', DATE_MATCH: '2022-06-01' }] }, { AD1: [{ DATE_MATCH: '2022-06-01' }] }],
});
