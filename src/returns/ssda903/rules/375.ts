import { since } from '../../rule/years.ts';
import { placementLastedOver } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '375',
  message: 'Hospitalisation coded as a temporary placement exceeds six weeks.',
  years: since('2022-23'),
  fields: { Episodes: ['DECOM', 'PLACE'] },
  wrong: placementLastedOver(42, 'T1'),
  passes: [
    {
      Episodes: [
        { PLACE: 'T1', DECOM: '2022-06-01', DEC: '2022-07-13' },
        { PLACE: 'U1', DECOM: '2022-06-01', DEC: '2022-12-01' },
      ],
    },
  ],
  fails: [{ Episodes: [{ PLACE: 'T1', DECOM: '2022-06-01', DEC: '2022-07-14' }] }],
});
