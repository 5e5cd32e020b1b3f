import { date } from '../../../kernel/calendar/dates.ts';
import { onOrAfter } from '../../rule/compare.ts';
import { between } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '217t',
  message: "Placement type 'P2' is not a valid placement type from 28 October 2023.",
  years: between('2023-24', '2023-24'),
  fields: { Episodes: ['PLACE', 'DECOM'] },
  wrong: ({ Episodes }) => Episodes.filter(({ PLACE, DECOM }) => PLACE === 'P2' && onOrAfter(DECOM, date('2023-10-28'))),
  passes: [
    {
      Episodes: [
        { PLACE: 'P2', DECOM: '2023-10-27' },
        { PLACE: 'K3', DECOM: '2023-10-28' },
      ],
    },
  ],
  fails: [{ Episodes: [{ PLACE: 'P2', DECOM: '2023-10-28' }] }],
});
