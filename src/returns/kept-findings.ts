import type { LocalDate } from '../kernel/calendar/dates.ts';
import type { KeptFinding } from '../record/returns.ts';
import type { ChildFinding } from './child-finding.ts';

/** Raised with every change in how a child's part of a return is built or looked at: then every record is looked at again. */
export const rulesVersion = 4;

const keyOf = ({ return: of, code, entries }: Pick<KeptFinding, 'return' | 'code' | 'entries'>): string =>
  `${of} ${code} ${entries.join(' ')}`;

/** What is found in a record today, each since the day on which it was first found. */
export function keptFindings(found: readonly ChildFinding[], before: readonly KeptFinding[], today: LocalDate): readonly KeptFinding[] {
  const since = new Map(before.map((one) => [keyOf(one), one.since]));
  const kept = new Map(
    found.map(({ return: of, code, fields, entries, explainedBy }) => {
      const one = { return: of, code, fields: [...new Set(fields)], entries, ...(explainedBy === undefined ? {} : { explainedBy }) };
      const key = keyOf(one);
      return [key, { ...one, since: since.get(key) ?? today }] as const;
    }),
  );
  return [...kept.values()];
}
