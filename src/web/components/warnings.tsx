import { formatDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { Standing } from '../../kernel/derivation/derivation.ts';
import { warningsOn } from '../../practice/pathway.ts';

/** What must be known before somebody goes: first on the page, in words, whoever looks. */
export function Warnings({ standing, today }: { readonly standing: Standing; readonly today: LocalDate }) {
  const warnings = warningsOn(standing, today);
  if (warnings.length === 0) return null;
  return (
    <section class="sl-warnings" aria-label="Warnings">
      {warnings.map(({ title, words, from, until, source }) => (
        <p class="sl-warnings__one">
          <strong class="sl-warnings__kind">{title}</strong> <span class="sl-words">{words}</span>
          <span class="sl-due sl-line">
            {[
              `since ${formatDate(from)}`,
              until === undefined ? '' : `until ${formatDate(until)}`,
              source === undefined ? '' : `from: ${source}`,
            ]
              .filter((part) => part !== '')
              .join(', ')}
          </span>
        </p>
      ))}
    </section>
  );
}
