import { formatDate } from '../../../kernel/calendar/dates.ts';
import { ClockWords } from '../../components/clock-words.tsx';
import type { ChildModel, ShownClock } from './child.ts';

const runs = ({ state }: ShownClock): boolean => state === 'late' || state === 'dueSoon' || state === 'inTime' || state === 'notInSource';

/** What is due for this child, the late first; what is over unfolds. */
export function Clocks({ child }: { readonly child: ChildModel }) {
  const running = child.clocks.filter(runs);
  const over = child.clocks.filter((shown) => !runs(shown));
  return (
    <section aria-labelledby="clocks">
      <h2 class="govuk-heading-m" id="clocks">
        What is due
      </h2>
      {running.length === 0 ? (
        <p class="govuk-body">No limit is running.</p>
      ) : (
        <ClockTable clocks={running} child={child} caption="Limits running now" />
      )}
      {over.length === 0 ? null : (
        <details class="sl-more">
          <summary>
            {over.length} earlier {over.length === 1 ? 'limit' : 'limits'}
          </summary>
          <ClockTable clocks={over} child={child} caption="Limits met or ended" />
        </details>
      )}
    </section>
  );
}

const ClockTable = ({
  clocks,
  child,
  caption,
}: {
  readonly clocks: readonly ShownClock[];
  readonly child: ChildModel;
  readonly caption: string;
}) => (
  <table class="govuk-table sl-board sl-board--small">
    <caption class="govuk-visually-hidden">{caption}</caption>
    <thead class="govuk-table__head">
      <tr class="govuk-table__row">
        <th scope="col" class="govuk-table__header">
          Limit
        </th>
        <th scope="col" class="govuk-table__header">
          From
        </th>
        <th scope="col" class="govuk-table__header">
          How it stands
        </th>
      </tr>
    </thead>
    <tbody class="govuk-table__body">
      {clocks.map(({ clock, title, law, mayExplain, reason }) => (
        <tr class="govuk-table__row">
          <th scope="row" class="govuk-table__header">
            {title} <span class="sl-due sl-line sl-law">{law}</span>
          </th>
          <td class="govuk-table__cell" data-label="From">
            <span class="sl-date-words">{formatDate(clock.startedOn)}</span>
          </td>
          <td class="govuk-table__cell" data-label="How it stands">
            <ClockWords clock={clock} known={child.known} />
            {reason === undefined ? null : <span class="sl-due sl-line">Reason: {reason}</span>}
            {mayExplain ? (
              <a
                class="govuk-link sl-line"
                href={`/children/${child.record.person}/record/lateReason?${new URLSearchParams({ rule: clock.rule, startedBy: clock.startedBy })}`}
              >
                Give the reason<span class="govuk-visually-hidden"> for lateness: {title}</span>
              </a>
            ) : null}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
