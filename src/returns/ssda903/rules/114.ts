import { isGiven, oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '114',
  message: 'Data entry to record the status of former carer(s) of an adopted child is invalid.',
  years: since('2022-23'),
  fields: { AD1: ['FOSTER_CARE'] },
  wrong: ({ AD1 }) => AD1.filter(({ FOSTER_CARE }) => isGiven(FOSTER_CARE) && !oneOf(FOSTER_CARE, ['0', '1'])),
  passes: [{ AD1: [{ FOSTER_CARE: '0' }, {}] }],
  fails: [{ AD1: [{ FOSTER_CARE: '2' }] }],
});
