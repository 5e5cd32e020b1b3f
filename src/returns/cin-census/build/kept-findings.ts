import type { LocalDate } from '../../../kernel/calendar/dates.ts';
import type { History } from '../../../kernel/step/history.ts';
import type { KeptFinding } from '../../../record/returns.ts';
import { checkChild, type Checking } from './check-child.ts';

/** Raised with every change in how a child's part of the return is built or looked at: then every record is looked at again. */
export const rulesVersion = 2;

const keyOf = ({ code, entries }: Pick<KeptFinding, 'code' | 'entries'>): string => `${code} ${entries.join(' ')}`;

/** What is found in a record today, each since the day on which it was first found. */
export function keptFindings(history: History, check: Checking, before: readonly KeptFinding[], today: LocalDate): readonly KeptFinding[] {
  const since = new Map(before.map((one) => [keyOf(one), one.since]));
  const found = new Map(
    checkChild(history, check).map(({ code, fields, entries, explainedBy }) => {
      const key = keyOf({ code, entries });
      return [
        key,
        {
          code,
          fields: [...new Set(fields)],
          entries,
          since: since.get(key) ?? today,
          ...(explainedBy === undefined ? {} : { explainedBy }),
        },
      ] as const;
    }),
  );
  return [...found.values()];
}
