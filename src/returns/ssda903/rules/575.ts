import { isBlank, within } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '575',
  message:
    'If the placement from which the child goes missing/away from placement without authorisation ends, the missing/away from placement without authorisation period in the missing module must also have an end date.',
  years: since('2022-23'),
  needs: ['Episodes'],
  fields: { Missing: ['MIS_END'] },
  wrong: ({ Missing, Episodes }) =>
    Missing.filter((missing) => isBlank(missing, 'MIS_END') && Episodes.some(({ DECOM, DEC }) => within(missing.MIS_START, DECOM, DEC))),
  passes: [
    { Episodes: [{ DECOM: '2022-06-01', DEC: '2022-06-10' }], Missing: [{ MIS_START: '2022-06-05', MIS_END: '2022-06-10' }] },
    { Episodes: [{ DECOM: '2022-06-01' }], Missing: [{ MIS_START: '2022-06-05' }] },
  ],
  fails: [{ Episodes: [{ DECOM: '2022-06-01', DEC: '2022-06-10' }], Missing: [{ MIS_START: '2022-06-05' }] }],
});
