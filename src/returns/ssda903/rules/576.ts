import { inOrder, isBlank, isGiven, sameDay } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

/** This year’s first period is the one that was open last year. Where there is none this year, the child’s Header is shown. */
export default rule({
  code: '576',
  message:
    'There is an open missing/away from placement without authorisation period in last year’s return and there is no corresponding period recorded at the start of this year.',
  years: since('2022-23'),
  needs: ['Missing', 'Missing_last'],
  fields: { Missing: ['CHILD'], Header: ['CHILD'] },
  wrong: ({ Missing, Missing_last, Header }) => {
    const open = inOrder(Missing_last, 'MIS_START').findLast((period) => isGiven(period.MIS_START) && isBlank(period, 'MIS_END'));
    const [first] = inOrder(Missing, 'MIS_START');
    if (open === undefined || sameDay(first?.MIS_START, open.MIS_START)) return [];
    return first === undefined ? Header : [first];
  },
  passes: [
    { Missing: [{ MIS_START: '2022-03-01' }], Missing_last: [{ MIS_START: '2022-03-01' }] },
    { Missing: [], Missing_last: [{ MIS_START: '2022-03-01', MIS_END: '2022-03-02' }], Header: [{}] },
  ],
  fails: [
    { Missing: [{ MIS_START: '2022-04-01' }], Missing_last: [{ MIS_START: '2022-03-01' }] },
    {
      Missing: [{ MIS_START: '2022-04-01' }],
      Missing_last: [{ MIS_START: '2022-03-01' }, { MIS_START: '2022-03-05', MIS_END: '2022-03-06' }],
    },
    { Missing: [], Missing_last: [{ MIS_START: '2022-03-01' }], Header: [{}] },
  ],
});
