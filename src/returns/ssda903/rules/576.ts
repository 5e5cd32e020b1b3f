import { inOrder, isBlank, isGiven, sameDay } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

/** Last year’s latest period was open: this year’s first is the same. Where there is none this year, last year’s is shown. */
export default rule({
  code: '576',
  message:
    'There is an open missing/away from placement without authorisation period in last year’s return and there is no corresponding period recorded at the start of this year.',
  years: since('2022-23'),
  needs: ['Missing', 'Missing_last'],
  fields: { Missing: ['CHILD'], Missing_last: ['CHILD'] },
  wrong: ({ Missing, Missing_last }) => {
    const last = inOrder(Missing_last, 'MIS_START').findLast(({ MIS_START }) => isGiven(MIS_START));
    if (last === undefined || !isBlank(last, 'MIS_END')) return [];
    const first = inOrder(Missing, 'MIS_START')[0] ?? last;
    return first !== last && sameDay(first.MIS_START, last.MIS_START) ? [] : [first];
  },
  passes: [
    { Missing: [{ MIS_START: '2022-03-01' }], Missing_last: [{ MIS_START: '2022-03-01' }] },
    { Missing: [], Missing_last: [{ MIS_START: '2022-03-01', MIS_END: '2022-03-02' }] },
  ],
  fails: [
    { Missing: [{ MIS_START: '2022-04-01' }], Missing_last: [{ MIS_START: '2022-03-01' }] },
    { Missing: [], Missing_last: [{ MIS_START: '2022-03-01' }] },
  ],
});
