import { isUnreadable } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '1005',
  message:
    'The end date of the missing episode or episode that the child was away from placement without authorisation is not a valid date.',
  years: since('2022-23'),
  fields: { Missing: ['MIS_END'] },
  wrong: ({ Missing }) => Missing.filter((missing) => isUnreadable(missing, 'MIS_END')),
  passes: [{ Missing: [{ MIS_END: '2022-06-22' }, {}] }],
  fails: [{ Missing: [{ MIS_END: '31/02/2022' }] }],
});
