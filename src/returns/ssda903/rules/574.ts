import { after, before, isBlank, isGiven, onOrBefore } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule, type ReturnChild } from '../looked-after-return.ts';

type Period = ReturnChild['Missing'][number];

/** Of two periods that overlap, the one that ends, and if both do the one that ends later, is shown; of two open ones, the later. */
function clashesWith(period: Period, other: Period): boolean {
  const isOpen = isBlank(other, 'MIS_END');
  if (isBlank(period, 'MIS_END')) return isOpen && before(other.MIS_START, period.MIS_START);
  if (isOpen) return isGiven(period.MIS_START) && before(other.MIS_START, period.MIS_END);
  return after(other.MIS_END, period.MIS_START) && onOrBefore(other.MIS_END, period.MIS_END);
}

export default rule({
  code: '574',
  message:
    'A new missing/away from placement without authorisation period cannot start when the previous missing/away from placement without authorisation period is still open. Missing/away from placement without authorisation periods should also not overlap.',
  years: since('2022-23'),
  fields: { Missing: ['MIS_START', 'MIS_END'] },
  wrong: ({ Missing }) => Missing.filter((period) => Missing.some((other) => other !== period && clashesWith(period, other))),
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
