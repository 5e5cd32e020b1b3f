import { isMissing } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '1004',
  message:
    'The start date of the missing episode or episode that the child was away from placement without authorisation is not a valid date.',
  years: since('2022-23'),
  fields: { Missing: ['MIS_START'] },
  wrong: ({ Missing }) => Missing.filter(({ MIS_START }) => isMissing(MIS_START)),
  passes: [{ Missing: [{ MIS_START: '2022-06-22' }] }],
  fails: [{ Missing: [{}] }, { Missing: [{ MIS_START: '31/02/2022' }] }],
});
