import { before } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '567',
  message:
    'The date that the missing episode or episode that the child was away from placement without authorisation ended is before the date that it started.',
  years: since('2022-23'),
  fields: { Missing: ['MIS_START', 'MIS_END'] },
  wrong: ({ Missing }) => Missing.filter(({ MIS_START, MIS_END }) => before(MIS_END, MIS_START)),
  passes: [{ Missing: [{ MIS_START: '2022-06-01', MIS_END: '2022-06-01' }, { MIS_START: '2022-06-01' }] }],
  fails: [{ Missing: [{ MIS_START: '2022-06-02', MIS_END: '2022-06-01' }] }],
});
