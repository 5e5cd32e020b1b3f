import { isBlank, isMissing } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '565',
  message:
    'The date that the child started to be missing or away from placement without authorisation has been completed but whether the child was missing or away from placement without authorisation has not been completed.',
  years: since('2022-23'),
  fields: { Missing: ['MISSING', 'MIS_START'] },
  wrong: ({ Missing }) => Missing.filter((missing) => isMissing(missing.MISSING) && !isBlank(missing, 'MIS_START')),
  passes: [{ Missing: [{ MISSING: 'M', MIS_START: '2022-06-01' }, {}] }],
  fails: [{ Missing: [{ MIS_START: '2022-06-01' }] }],
});
