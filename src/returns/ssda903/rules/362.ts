import { since } from '../../rule/years.ts';
import { statusLastedOver } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '362',
  message: 'Emergency protection order (EPO) lasted longer than 21 days',
  years: since('2022-23'),
  fields: { Episodes: ['DECOM', 'LS', 'DEC'] },
  wrong: statusLastedOver(21, 'L2'),
  passes: [
    {
      Episodes: [
        { LS: 'L2', DECOM: '2022-06-01', DEC: '2022-06-22' },
        { LS: 'C2', DECOM: '2022-08-01' },
      ],
    },
  ],
  fails: [
    { Episodes: [{ LS: 'L2', DECOM: '2022-06-01', DEC: '2022-06-23' }] },
    {
      Episodes: [
        { LS: 'L2', DECOM: '2022-06-01', DEC: '2022-06-02' },
        { LS: 'L2', DECOM: '2022-06-02' },
      ],
    },
  ],
});
