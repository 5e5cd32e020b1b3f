import { isBlank } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';
import { overlapping } from '../overlaps.ts';

export default rule({
  code: '574',
  message:
    'A new missing/away from placement without authorisation period cannot start when the previous missing/away from placement without authorisation period is still open. Missing/away from placement without authorisation periods should also not overlap.',
  years: since('2022-23'),
  fields: { Missing: ['MIS_START', 'MIS_END'] },
  wrong: ({ Missing }) => overlapping(Missing, (row) => ({ from: row.MIS_START, to: row.MIS_END, isOpen: isBlank(row, 'MIS_END') })),
  passes: [{ Missing: [{ MIS_START: '2022-06-01', MIS_END: '2022-06-04' }, { MIS_START: '2022-06-04' }] }],
  fails: [
    {
      Missing: [
        { MIS_START: '2022-06-01', MIS_END: '2022-06-05' },
        { MIS_START: '2022-06-04', MIS_END: '2022-06-09' },
      ],
    },
    { Missing: [{ MIS_START: '2022-06-01' }, { MIS_START: '2022-06-04', MIS_END: '2022-06-09' }] },
  ],
});
