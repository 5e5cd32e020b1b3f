import { isBlank } from '../rule/compare.ts';
import type { Episode } from './episodes.ts';
import { inTime } from './episodes.ts';
import type { ReturnChild } from './looked-after-return.ts';

/** Last year’s final episode, if it was open when the year ended: the one that began last, and of those that began on one day one that is open. */
export function openAtEndOfLastYear({ Episodes_last }: ReturnChild): ReturnChild['Episodes_last'][number] | undefined {
  const inTurn = inTime(Episodes_last);
  const lastStart = inTurn.at(-1)?.DECOM;
  return inTurn.findLast((episode) => episode.DECOM === lastStart && isBlank(episode, 'DEC'));
}

/** What this year’s first episode says otherwise than the one that was open when last year ended: they are the same episode. */
export const firstDiffersIn =
  (field: keyof Episode) =>
  (child: ReturnChild): ReturnChild['Episodes'] => {
    const [first] = inTime(child.Episodes);
    const open = openAtEndOfLastYear(child);
    return first !== undefined && open !== undefined && first[field] !== open[field] ? [first] : [];
  };
