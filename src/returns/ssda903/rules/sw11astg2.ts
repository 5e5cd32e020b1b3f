import { daysBetween, type LocalDate } from '../../../kernel/calendar/dates.ts';
import { inOrder, isGiven } from '../../rule/compare.ts';
import { between } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

/** Five days may pass between two social workers; in the last five days of the year rule SW11bSTG2 looks. */
const follows = (next: LocalDate | undefined, ended: LocalDate): boolean => isGiven(next) && daysBetween(ended, next) <= 5;

export default rule({
  code: 'SW11aSTG2',
  message: 'Social worker episode has ended before 31 March and no subsequent social worker episode has been provided.',
  years: between('2023-24', '2023-24'),
  fields: { SWEpisodes: ['SW_DEC'] },
  wrong: ({ SWEpisodes }, { end }) => {
    const ordered = inOrder(SWEpisodes, 'SW_DEC');
    return ordered.flatMap(({ SW_DEC }, at) => {
      if (SW_DEC === undefined || daysBetween(SW_DEC, end) <= 5) return [];
      const next = ordered[at + 1];
      return follows(next?.SW_DECOM, SW_DEC) ? [] : (next ?? ordered[at] ?? []);
    });
  },
  passes: [{ SWEpisodes: [{ SW_DECOM: '2023-06-01', SW_DEC: '2023-06-20' }, { SW_DECOM: '2023-06-25' }] }],
  fails: [{ SWEpisodes: [{ SW_DECOM: '2023-06-01', SW_DEC: '2023-06-20' }, { SW_DECOM: '2023-06-26' }] }],
});
