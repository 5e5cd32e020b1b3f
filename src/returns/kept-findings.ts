import type { LocalDate } from '../kernel/calendar/dates.ts';
import type { History } from '../kernel/step/history.ts';
import { onRecordSince } from '../kernel/derivation/known-by.ts';
import type { KeptFinding, ToldOverTime } from '../record/returns.ts';
import type { ChildFinding } from './child-finding.ts';
import { foundSince } from './found-since.ts';

/** Raised with every change in how a child's part of a return is built or looked at: then every record is looked at again. */
export const rulesVersion = 7;

const keyOf = ({ return: of, code, entries, year }: Pick<KeptFinding, 'return' | 'code' | 'entries' | 'year'>): string =>
  `${of} ${year ?? ''} ${code} ${entries.join(' ')}`;

/** What the rules of one return find in a record on a day of its year or after it. `year`: of which it is, where that is not this year's. */
export type ReturnRules = {
  readonly year?: string;
  /** The first day of its year: nobody asks of this return before. */
  readonly from: LocalDate;
  readonly findOn: (day: LocalDate) => (history: History) => readonly ChildFinding[];
};

/** What is found in a record today, each since the day from which it would have been found by what was on record then. What was found before keeps its day. */
export function keptFindings(
  record: ToldOverTime,
  returns: readonly ReturnRules[],
  { before, today }: { readonly before: readonly KeptFinding[]; readonly today: LocalDate },
): readonly KeptFinding[] {
  const known = new Map(before.map((one) => [keyOf(one), one.since]));
  const kept = returns.flatMap((rules) => {
    const sinceOf = lookingBack(record, rules, today);
    return rules
      .findOn(today)(record.history)
      .map((found): readonly [string, KeptFinding] => {
        const { return: of, code, fields, entries, explainedBy } = found;
        const more = { ...(explainedBy === undefined ? {} : { explainedBy }), ...(rules.year === undefined ? {} : { year: rules.year }) };
        const one = { return: of, code, fields: [...new Set(fields)], entries, ...more };
        const key = keyOf(one);
        return [key, { ...one, since: known.get(key) ?? sinceOf(found) }];
      });
  });
  return [...new Map(kept).values()];
}

/** Since when a finding of a return stands. A day is looked at once for all of them. */
function lookingBack({ history, on }: ToldOverTime, { from, findOn }: ReturnRules, today: LocalDate): (one: ChildFinding) => LocalDate {
  const since = new Map(history.map((one) => [one.entry, onRecordSince(one)]));
  const looked = new Map<LocalDate, readonly ChildFinding[]>();
  const foundOn = (day: LocalDate): readonly ChildFinding[] => {
    const found = looked.get(day) ?? findOn(day)(on(day));
    looked.set(day, found);
    return found;
  };
  return (one) => {
    const [first = from] = one.entries.flatMap((entry) => since.get(entry) ?? []).toSorted();
    return foundSince({
      from: first > from ? first : from,
      to: today,
      isFoundOn: (day) => foundOn(day).some((other) => isOne(one, other)),
    });
  };
}

/** The same thing is wrong: of the same entries, or of some of them where others have come since. */
const isOne = (one: ChildFinding, other: ChildFinding): boolean =>
  one.code === other.code &&
  (one.entries.length === 0 ? other.entries.length === 0 : one.entries.some((entry) => other.entries.includes(entry)));
