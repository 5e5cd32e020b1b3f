import { addMonths, date, type LocalDate } from '../../kernel/calendar/dates.ts';
import { inOrder, isBlank } from '../rule/compare.ts';
import type { LookedAfterReturn, ReturnChild } from './looked-after-return.ts';

/** What is asked of each social worker. */
export const socialWorkerFields = ['SW_ID', 'SW_DECOM', 'SW_REASON'] as const;

/** The first day of a social worker of whom the reason is asked. */
export const reasonsFrom = date('2023-04-01');

/** Social workers are reported of the year before the collection’s as well. */
export const socialWorkersFrom = ({ start }: LookedAfterReturn): LocalDate => addMonths(start, -12);

/** What this year’s first social worker’s row says otherwise than last year’s last, if that is open. */
export const firstSocialWorkerDiffersIn =
  (field: (typeof socialWorkerFields)[number]) =>
  ({ SWEpisodes, SWEpisodes_last }: ReturnChild) => {
    const [first] = inOrder(SWEpisodes, 'SW_DECOM');
    const last = inOrder(SWEpisodes_last, 'SW_DECOM').at(-1);
    return first && last && isBlank(last, 'SW_DEC') && first[field] !== last[field] ? [first] : [];
  };
