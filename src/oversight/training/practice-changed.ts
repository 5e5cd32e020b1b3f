import { addMonths, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { PracticeFound } from '../../record/training.ts';
import { differenceOfShares, type Share } from '../statistics/difference.ts';
import type { Interval } from '../statistics/proportions.ts';
import { fewest } from '../statistics/small-numbers.ts';

export type PracticeChanged = {
  /** In how many audits the standard was confirmed, of those that could tell: in the year before, and from three months after for a year. */
  readonly before: Share;
  readonly after: Share;
  /** Between which differences the true one lies, 95 in 100; from −1 to 1. */
  readonly difference: Interval;
  /** `unclear`: as many as chance alone explains. `tooFew`: on one side fewer than five children. */
  readonly said: 'better' | 'worse' | 'unclear' | 'tooFew';
  readonly beforeFrom: LocalDate;
  readonly afterFrom: LocalDate;
  readonly afterTo: LocalDate;
};

/** A course needs so many months before what is done can be otherwise, as those who came are asked after. */
const monthsToUse = 3;

/**
 * Whether practice is otherwise since a course was first held, by the standard that it was meant to move: as the database counts it, each child once on each side, an
 * audit that could not tell on neither. Before and after are told apart by chance alone: what else changed in that time, this cannot say.
 */
export function practiceChanged({ before, after, since }: Pick<PracticeFound, 'before' | 'after' | 'since'>): PracticeChanged {
  const afterFrom = addMonths(since, monthsToUse);
  const difference = differenceOfShares(before, after);
  const isFew = before.among < fewest || after.among < fewest;
  const said = isFew ? 'tooFew' : difference.low > 0 ? 'better' : difference.high < 0 ? 'worse' : 'unclear';
  return { before, after, difference, said, beforeFrom: addMonths(since, -12), afterFrom, afterTo: addMonths(afterFrom, 12) };
}
