import { daysBetween } from '../../../kernel/calendar/dates.ts';
import { before, inOrder, isBlank, isGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

/** The last social worker ended within five days before 31 March, and none began after. The last row is shown. */
export default rule({
  code: 'SW11bSTG2',
  message: 'Social worker episode has ended before 31 March and no subsequent social worker episode has been provided.',
  years: since('2023-24'),
  fields: { SWEpisodes: ['SW_DEC'] },
  wrong: ({ SWEpisodes }, { end }) => {
    const ordered = inOrder(SWEpisodes, 'SW_DEC');
    const isOpen = SWEpisodes.some((row) => isBlank(row, 'SW_DEC') && isGiven(row.SW_DECOM));
    const ended = ordered.findLast(({ SW_DEC }) => isGiven(SW_DEC))?.SW_DEC;
    const isLate = isGiven(ended) && before(ended, end) && daysBetween(ended, end) <= 5;
    return isLate && !isOpen ? ordered.slice(-1) : [];
  },
  passes: [{ SWEpisodes: [{ SW_DECOM: '2023-06-01', SW_DEC: '2024-03-28' }, { SW_DECOM: '2024-03-28' }] }],
  fails: [{ SWEpisodes: [{ SW_DECOM: '2023-06-01', SW_DEC: '2024-03-28' }] }],
});
