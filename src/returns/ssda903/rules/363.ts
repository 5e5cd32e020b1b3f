import { since } from '../../rule/years.ts';
import { statusLastedOver } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '363',
  message: 'Child assessment order (CAO) lasted longer than 7 days allowed in the Children Act 1989.',
  years: since('2022-23'),
  fields: { Episodes: ['DECOM', 'LS', 'DEC'] },
  wrong: statusLastedOver(7, 'L3'),
  passes: [
    {
      Episodes: [
        { LS: 'L3', DECOM: '2022-06-01', DEC: '2022-06-08' },
        { LS: 'C2', DECOM: '2022-08-01' },
      ],
    },
  ],
  fails: [
    { Episodes: [{ LS: 'L3', DECOM: '2022-06-01', DEC: '2022-06-09' }] },
    {
      Episodes: [
        { LS: 'L3', DECOM: '2022-06-01', DEC: '2022-06-02' },
        { LS: 'L3', DECOM: '2022-06-02' },
      ],
    },
  ],
});
