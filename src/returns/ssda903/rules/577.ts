import { isBlank } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';
import { outlastsCare, periodsOfCare } from '../periods-of-care.ts';

export default rule({
  code: '577',
  message: 'Child ceased to be looked after but there is a missing/away from placement without authorisation period without an end date.',
  years: since('2022-23'),
  needs: ['Episodes'],
  fields: { Missing: ['MIS_END'] },
  wrong: (child) => {
    const periods = periodsOfCare(child);
    return child.Missing.filter((missing) =>
      outlastsCare({ from: missing.MIS_START, to: missing.MIS_END, isOpen: isBlank(missing, 'MIS_END') }, periods),
    );
  },
  passes: [
    { Episodes: [{ DECOM: '2022-06-01', DEC: '2022-06-10' }], Missing: [{ MIS_START: '2022-06-05', MIS_END: '2022-06-10' }] },
    { Episodes: [{ DECOM: '2022-06-01' }], Missing: [{ MIS_START: '2022-06-05' }] },
    { Episodes: [{ DECOM: '2022-06-01', DEC: '2022-06-04' }, { DECOM: '2022-06-05' }], Missing: [{ MIS_START: '2022-06-05' }] },
    {
      Episodes: [{ DECOM: '2022-06-01', DEC: '31/06/2022' }],
      Missing: [{ MIS_START: '2022-06-05' }, { MIS_START: '2022-06-05', MIS_END: '2022-06-10' }],
    },
  ],
  fails: [
    { Episodes: [{ DECOM: '2022-06-01', DEC: '2022-06-10' }], Missing: [{ MIS_START: '2022-06-05' }] },
    { Episodes: [{ DECOM: '2022-06-01', DEC: '2022-06-10' }], Missing: [{ MIS_START: '2022-06-11' }] },
    { Episodes: [{ DECOM: '2022-06-01', DEC: '2022-06-10' }], Missing: [{ MIS_START: '2022-06-05', MIS_END: '2022-06-11' }] },
  ],
});
