import { formatDate } from '../../../kernel/calendar/dates.ts';
import { patternKinds } from '../../../practice/patterns/pattern.ts';
import { patternsIn } from '../../../practice/patterns/patterns.ts';
import { RecordLink } from '../../components/offered.tsx';
import type { ChildModel } from './child.ts';

/** What repeats in this record, each with the entries it rests on. Offered here alone: in no list, and in no order but its own. */
export function Patterns({ child }: { readonly child: ChildModel }) {
  const { record, known, events } = child;
  const patterns = patternsIn(record.history, known.today);
  if (patterns.length === 0) return null;
  const titles = new Map(events.map(({ statement, title }) => [statement.entry, title]));
  const maySetAside = child.mayRecord.some(({ name }) => name === 'patternSetAside');
  return (
    <section aria-labelledby="patterns">
      <h2 class="govuk-heading-m" id="patterns">
        What repeats
      </h2>
      <p class="sl-due">Counted from the entries named, and from nothing else. It says that they are alike, not what they mean.</p>
      <ul class="govuk-list">
        {patterns.map(({ kind, because, entries }) => (
          <li class="sl-line">
            <strong>{patternKinds[kind]}</strong>: {because}.{' '}
            {entries.map(({ entry, happenedOn, step }) => (
              <>
                <a class="govuk-link" href={`#entry-${entry}`}>
                  {titles.get(entry) ?? step}, {formatDate(happenedOn)}
                </a>{' '}
              </>
            ))}
            {maySetAside ? (
              <RecordLink person={record.person} step="patternSetAside" query={new URLSearchParams({ pattern: kind })}>
                Set aside<span class="govuk-visually-hidden">: {patternKinds[kind]}</span>
              </RecordLink>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
