import { since } from '../../rule/years.ts';
import { statusLastedOver } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

/** 72 hours are three days. */
export default rule({
  code: '361',
  message: 'Police protection legal status lasted longer than maximum 72 hours allowed in the Children Act 1989.',
  years: since('2022-23'),
  fields: { Episodes: ['DECOM', 'LS', 'DEC'] },
  wrong: statusLastedOver(3, 'L1'),
  passes: [
    {
      Episodes: [
        { LS: 'L1', DECOM: '2022-06-01', DEC: '2022-06-04' },
        { LS: 'C2', DECOM: '2022-08-01' },
      ],
    },
  ],
  fails: [
    { Episodes: [{ LS: 'L1', DECOM: '2022-06-01', DEC: '2022-06-05' }] },
    {
      Episodes: [
        { LS: 'L1', DECOM: '2022-06-01', DEC: '2022-06-02' },
        { LS: 'L1', DECOM: '2022-06-02' },
      ],
    },
  ],
});
