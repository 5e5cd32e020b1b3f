import { since } from '../../rule/years.ts';
import { statusLastedOver } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

/** The DfE’s words give no number of days; the recorded example finds 23 and not 14. Three weeks are taken, as of an emergency protection order. */
export default rule({
  code: '364',
  message:
    'Sections 41-46 of Police and Criminal Evidence (PACE; 1984) severely limits the time a child can be detained in custody in Local Authority (LA) accommodation.',
  years: since('2022-23'),
  fields: { Episodes: ['DECOM', 'LS', 'DEC'] },
  wrong: statusLastedOver(21, 'J2'),
  passes: [
    {
      Episodes: [
        { LS: 'J2', DECOM: '2022-06-01', DEC: '2022-06-22' },
        { LS: 'C2', DECOM: '2022-08-01' },
      ],
    },
  ],
  fails: [
    { Episodes: [{ LS: 'J2', DECOM: '2022-06-01', DEC: '2022-06-23' }] },
    {
      Episodes: [
        { LS: 'J2', DECOM: '2022-06-01', DEC: '2022-06-02' },
        { LS: 'J2', DECOM: '2022-06-02' },
      ],
    },
  ],
});
