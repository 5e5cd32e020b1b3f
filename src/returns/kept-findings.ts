import type { LocalDate } from '../kernel/calendar/dates.ts';
import type { KeptFinding } from '../record/returns.ts';
import type { ChildFinding } from './child-finding.ts';

/** Raised with every change in how a child's part of a return is built or looked at: then every record is looked at again. */
export const rulesVersion = 6;

const keyOf = ({ return: of, code, entries, year }: Pick<KeptFinding, 'return' | 'code' | 'entries' | 'year'>): string =>
  `${of} ${year ?? ''} ${code} ${entries.join(' ')}`;

/** `year`: of which return it is, where that is not this year's. */
export type FoundInYear = ChildFinding & { readonly year?: string };

/** What is found in a record today, each since the day on which it was first found. */
export function keptFindings(found: readonly FoundInYear[], before: readonly KeptFinding[], today: LocalDate): readonly KeptFinding[] {
  const since = new Map(before.map((one) => [keyOf(one), one.since]));
  const kept = new Map(
    found.map(({ return: of, code, fields, entries, explainedBy, year }) => {
      const more = { ...(explainedBy === undefined ? {} : { explainedBy }), ...(year === undefined ? {} : { year }) };
      const one = { return: of, code, fields: [...new Set(fields)], entries, ...more };
      const key = keyOf(one);
      return [key, { ...one, since: since.get(key) ?? today }] as const;
    }),
  );
  return [...kept.values()];
}
