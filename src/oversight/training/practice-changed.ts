import { addMonths, type LocalDate } from '../../kernel/calendar/dates.ts';
import { differenceOfShares, type Share } from '../statistics/difference.ts';
import type { Interval } from '../statistics/proportions.ts';
import { fewest } from '../statistics/small-numbers.ts';

/** What an auditor found of one standard. `child`: a number that stands for the child, so that nobody is counted twice. */
export type Verdict = { readonly child: number; readonly auditedOn: LocalDate; readonly standard: string; readonly verdict: string };

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
 * Whether practice is otherwise since a course was first held, by the standard that it was meant to move. Each child counts once on each side, by the latest
 * audit; an audit that could not tell counts on neither. Before and after are told apart by chance alone: what else changed in that time, this cannot say.
 */
export function practiceChanged(verdicts: readonly Verdict[], standard: string, since: LocalDate): PracticeChanged {
  const [beforeFrom, afterFrom] = [addMonths(since, -12), addMonths(since, monthsToUse)];
  const afterTo = addMonths(afterFrom, 12);
  const told = verdicts.filter((one) => one.standard === standard && (one.verdict === 'confirmed' || one.verdict === 'disputed'));
  const before = shareOf(told.filter(({ auditedOn }) => auditedOn >= beforeFrom && auditedOn < since));
  const after = shareOf(told.filter(({ auditedOn }) => auditedOn >= afterFrom && auditedOn <= afterTo));
  const difference = differenceOfShares(before, after);
  const isFew = before.among < fewest || after.among < fewest;
  const said = isFew ? 'tooFew' : difference.low > 0 ? 'better' : difference.high < 0 ? 'worse' : 'unclear';
  return { before, after, difference, said, beforeFrom, afterFrom, afterTo };
}

function shareOf(some: readonly Verdict[]): Share {
  const last = [...Map.groupBy(some, ({ child }) => child).values()].flatMap(
    (ofOne) => ofOne.toSorted((a, b) => a.auditedOn.localeCompare(b.auditedOn)).at(-1) ?? [],
  );
  return { n: last.filter(({ verdict }) => verdict === 'confirmed').length, among: last.length };
}
