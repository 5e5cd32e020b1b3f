import { isBlank, isMissing } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '566',
  message:
    "The date that the child's episode of being missing or away from placement without authorisation ended has been completed but whether the child was missing or away without authorisation has not been completed.",
  years: since('2022-23'),
  fields: { Missing: ['MISSING', 'MIS_END'] },
  wrong: ({ Missing }) => Missing.filter((missing) => isMissing(missing.MISSING) && !isBlank(missing, 'MIS_END')),
  passes: [{ Missing: [{ MISSING: 'M', MIS_END: '2022-06-01' }, {}] }],
  fails: [{ Missing: [{ MIS_END: '2022-06-01' }] }],
});
