import { inOrder, isBlank } from '../rule/compare.ts';
import type { Episode } from './episodes.ts';
import { inTime } from './episodes.ts';
import type { ReturnChild } from './looked-after-return.ts';

/** The episode that was open when last year ended; where several were, the one that began last. */
export const openAtEndOfLastYear = ({ Episodes_last }: ReturnChild): ReturnChild['Episodes_last'][number] | undefined =>
  inOrder(Episodes_last, 'DECOM').findLast((episode) => isBlank(episode, 'DEC'));

/** What this year’s first episode says otherwise than the one that was open when last year ended: they are the same episode. */
export const firstDiffersIn =
  (field: keyof Episode) =>
  (child: ReturnChild): ReturnChild['Episodes'] => {
    const [first] = inTime(child.Episodes);
    const open = openAtEndOfLastYear(child);
    return first !== undefined && open !== undefined && first[field] !== open[field] ? [first] : [];
  };
