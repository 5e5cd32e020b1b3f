import { birthday } from '../../../kernel/calendar/dates.ts';
import { before } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { inTime } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

/** Three that begin within 12 months are wrong together. Of those that do not tell when they began, the year of the return is the period. */
export default rule({
  code: '377',
  message: 'Only two temporary placements coded as being due to holiday of usual foster carer(s) are allowed in any 12- month period.',
  years: since('2022-23'),
  fields: { Episodes: ['PLACE'] },
  wrong: ({ Episodes }) => {
    const all = Episodes.filter(({ PLACE }) => PLACE === 'T3');
    const holidays = inTime(all);
    if (all.length > 2 && holidays.length === 0) return [all];
    return holidays
      .map((_, place) => holidays.slice(place, place + 3))
      .filter(([first, , third]) => before(third?.DECOM, first?.DECOM && birthday(first.DECOM, 1)));
  },
  passes: [
    {
      Episodes: [
        { PLACE: 'T3', DECOM: '2022-06-01' },
        { PLACE: 'T3', DECOM: '2022-09-01' },
        { PLACE: 'T3', DECOM: '2023-06-01' },
      ],
    },
  ],
  fails: [
    { Episodes: [{ PLACE: 'T3' }, { PLACE: 'T3' }, { PLACE: 'T3' }] },
    {
      Episodes: [
        { PLACE: 'T3', DECOM: '2022-06-01' },
        { PLACE: 'T3', DECOM: '2022-09-01' },
        { PLACE: 'T3', DECOM: '2023-01-01' },
      ],
    },
  ],
});
