import { since } from '../../rule/years.ts';
import { placementLastedOver } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '379',
  message: 'Temporary placements for unspecified reason (placement code T4) cannot exceed seven days.',
  years: since('2022-23'),
  fields: { Episodes: ['DECOM', 'PLACE'] },
  wrong: placementLastedOver(7, 'T4'),
  passes: [
    {
      Episodes: [
        { PLACE: 'T4', DECOM: '2022-06-01', DEC: '2022-06-08' },
        { PLACE: 'U1', DECOM: '2022-06-01', DEC: '2022-12-01' },
      ],
    },
  ],
  fails: [{ Episodes: [{ PLACE: 'T4', DECOM: '2022-06-01', DEC: '2022-06-09' }] }],
});
