import { since } from '../../rule/years.ts';
import { placementLastedOver } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '376',
  message: 'Temporary placements coded as being due to holiday of usual foster carer(s) cannot exceed three weeks.',
  years: since('2022-23'),
  fields: { Episodes: ['DECOM', 'PLACE'] },
  wrong: placementLastedOver(21, 'T3'),
  passes: [
    {
      Episodes: [
        { PLACE: 'T3', DECOM: '2022-06-01', DEC: '2022-06-22' },
        { PLACE: 'U1', DECOM: '2022-06-01', DEC: '2022-12-01' },
      ],
    },
  ],
  fails: [{ Episodes: [{ PLACE: 'T3', DECOM: '2022-06-01', DEC: '2022-06-23' }] }],
});
