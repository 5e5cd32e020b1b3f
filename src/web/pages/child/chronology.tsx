import { formatDate } from '../../../kernel/calendar/dates.ts';
import { Select } from '../../components/form-parts.tsx';
import { AnswerRows } from '../../form/answers.tsx';
import { counted, formatInstant } from '../../said-dates.ts';
import type { ChildModel, Event } from './child.ts';

/** What happened, the latest first; what was recorded late or corrected says so. */
export function Chronology({ child }: { readonly child: ChildModel }) {
  const {
    events,
    stepsShown,
    stepFilter,
    known,
    record: { person },
  } = child;
  return (
    <section aria-labelledby="chronology">
      <h2 class="govuk-heading-m" id="chronology">
        Chronology
      </h2>
      <form method="get" action={`/children/${person}`} class="sl-filters sl-filters--plain" aria-label="Filter the chronology">
        <Select id="step" name="step" label="Show" any="Everything" value={stepFilter} options={stepsShown} />
        {known.day === '' ? null : <input type="hidden" name="known" value={known.day} />}
        {known.time === '' ? null : <input type="hidden" name="at" value={known.time} />}
        <button class="govuk-button govuk-button--secondary sl-button" type="submit">
          Filter
        </button>
      </form>
      {events.length === 0 ? <p class="govuk-body">Nothing was recorded{known.instant === undefined ? '' : ' by then'}.</p> : null}
      <ol class="sl-timeline">
        {events.map((event) => (
          <EventItem key={event.statement.position} event={event} child={child} />
        ))}
      </ol>
    </section>
  );
}

function EventItem({ event, child }: { readonly event: Event; readonly child: ChildModel }) {
  const { statement, step, lateEntry, source, corrections } = event;
  return (
    <li class="sl-event" id={`entry-${statement.entry}`}>
      <p class="sl-event__head">
        <time dateTime={statement.happenedOn}>{formatDate(statement.happenedOn)}</time> <strong>{event.title}</strong>
      </p>
      <p class="sl-event__summary">{event.summary}</p>
      <p class="sl-due sl-tight">
        {source === undefined
          ? `Recorded by ${event.recordedBy}, ${formatInstant(statement.recordedAt)}`
          : `${source.charAt(0).toUpperCase()}${source.slice(1)}, ${formatInstant(statement.recordedAt)}`}
        {lateEntry === undefined ? null : (
          <>
            {' '}
            <strong class="govuk-tag govuk-tag--grey sl-tag">recorded {counted(lateEntry, 'working day')} after</strong>
          </>
        )}
      </p>
      {corrections.map(({ line, by, source: from, summary }) => (
        <p class="sl-correction">
          Corrected {formatInstant(line.recordedAt)} by {by}
          {from === undefined ? '' : `, ${from}`}: {summary}
        </p>
      ))}
      {step === undefined ? null : (
        <details class="sl-more">
          <summary>
            All answers
            <span class="govuk-visually-hidden">
              : {event.title}, {formatDate(statement.happenedOn)}
            </span>
          </summary>
          <dl class="govuk-summary-list sl-list">
            <AnswerRows fields={{ ...step.fields, ...step.each }} answers={statement.answers} links={child.links} />
          </dl>
        </details>
      )}
    </li>
  );
}
