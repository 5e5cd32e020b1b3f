import { isGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';
import { isInCareOn, periodsOfCare } from '../periods-of-care.ts';

export default rule({
  code: '578',
  message: 'The date that the child started to be missing is after the child ceased to be looked after.',
  years: since('2022-23'),
  needs: ['Episodes'],
  fields: { Missing: ['MIS_START'] },
  wrong: (child) => {
    const periods = periodsOfCare(child);
    return periods.length === 0 ? [] : child.Missing.filter(({ MIS_START }) => isGiven(MIS_START) && !isInCareOn(MIS_START, periods));
  },
  passes: [{ Episodes: [{ DECOM: '2022-06-01', DEC: '2022-06-10' }], Missing: [{ MIS_START: '2022-06-09' }] }],
  fails: [{ Episodes: [{ DECOM: '2022-06-01', DEC: '2022-06-10' }], Missing: [{ MIS_START: '2022-06-10' }] }],
});
