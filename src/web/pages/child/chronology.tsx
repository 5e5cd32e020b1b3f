import type { AnyStep } from '../../../kernel/step/step.ts';
import { formatDate } from '../../../kernel/calendar/dates.ts';
import { attachedTo } from '../../../kernel/step/attached.ts';
import { CsrfField, FilterDate, FilterSelect } from '../../components/form-parts.tsx';
import { answerWords, SaidList } from '../../form/answers.tsx';
import { AttachedFiles } from '../../components/attach.tsx';
import { allEntriesOf } from '../../entry-at.ts';
import { counted, formatInstant } from '../../said-dates.ts';
import type { ChildModel, Event, StruckOut } from './child.ts';

/** What happened, the latest first; what was recorded late or corrected says so. */
export function Chronology({ csrf, child }: { readonly csrf: string; readonly child: ChildModel }) {
  const {
    events,
    stepsShown,
    filter,
    eventsInAll,
    known,
    record: { person, standing, unread: unreadOrStruck = [] },
  } = child;
  const unread = unreadOrStruck.filter(({ isStruck }) => isStruck !== true);
  const isNarrowed = Object.values(filter).some((value) => value !== '');
  return (
    <section aria-labelledby="chronology">
      <h2 class="govuk-heading-m" id="chronology">
        Chronology
      </h2>
      <form method="post" action={`/children/${person}/chronology`} class="sl-filters sl-filters--plain" aria-label="Filter the chronology">
        <CsrfField token={csrf} />
        <FilterSelect id="step" name="step" label="Show" any="Everything" value={filter.step} options={stepsShown} />
        <FilterSelect id="which" name="which" label="Recorded" any="At any time" value={filter.which} options={whichChoices} />
        <FilterInput id="words" label="Holding the words" value={filter.words} />
        <FilterDate id="from" label="Happened from" value={filter.from} />
        <FilterDate id="to" label="to" value={filter.to} />
        {standing.file !== undefined ? <input type="hidden" name="entries" value="all" /> : null}
        {known.day === '' ? null : <input type="hidden" name="known" value={known.day} />}
        {known.time === '' ? null : <input type="hidden" name="at" value={known.time} />}
        <button class="govuk-button govuk-button--secondary sl-button" type="submit">
          Filter
        </button>
        {isNarrowed ? (
          <a class="govuk-link sl-clear" href={`${everythingAt(child)}#chronology`}>
            Show everything
          </a>
        ) : null}
      </form>
      {unread.length === 0 ? null : (
        <p class="govuk-inset-text">
          {counted(unread.length, 'statement')} on this record {unread.length === 1 ? 'is' : 'are'} not shown in full: your role may not
          read {unread.length === 1 ? 'it' : 'them'}, or the words are withheld. Do not conclude from this page that nothing else happened.
        </p>
      )}
      <p class="sl-due">
        {events.length === eventsInAll
          ? counted(eventsInAll, 'entry', 'entries')
          : `${events.length} of ${counted(eventsInAll, 'entry', 'entries')}`}
        , the latest first
      </p>
      {eventsInAll === 0 ? <p class="govuk-body">Nothing was recorded{known.instant === undefined ? '' : ' by then'}.</p> : null}
      <ol class="sl-timeline">
        {events.map((event) => (
          <EventItem key={event.statement.position} event={event} child={child} />
        ))}
      </ol>
      <NoLongerStanding person={person} struck={child.struck} />
    </section>
  );
}

const everythingAt = ({ known, record: { person, standing } }: ChildModel): string =>
  known.day !== ''
    ? `/children/${person}?known=${known.day}&at=${known.time}`
    : standing.file === undefined
      ? `/children/${person}`
      : allEntriesOf(person);

/** What was struck out, and that something was moved: whoever reads the record must know that it once said otherwise. */
function NoLongerStanding({ person, struck }: { readonly person: string; readonly struck: readonly StruckOut[] }) {
  if (struck.length === 0) return null;
  return (
    <details class="sl-more" id="struck">
      <summary>{counted(struck.length, 'entry', 'entries')} struck out, or moved to another record</summary>
      <ul class="govuk-list govuk-list--bullet">
        {struck.map(({ was, entry, by, at, reason }) => (
          <li>
            {was === undefined ? 'Something was moved off this record' : `${was.title}, ${formatDate(was.happenedOn)}: struck out`}{' '}
            {formatInstant(at)} by {by}, because: {reason}
            {entry === undefined ? null : (
              <>
                {' '}
                <a class="govuk-link" href={`/children/${person}/entries/${entry}`}>
                  What it said
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

function whoRecorded({ source, recordedBy, movedBy, statement }: Event): string {
  const at = formatInstant(statement.recordedAt);
  if (movedBy !== undefined)
    return `Recorded by ${recordedBy}, ${formatInstant(statement.statedAt ?? '')}; moved here from another record by ${movedBy}, ${at}`;
  return source === undefined ? `Recorded by ${recordedBy}, ${at}` : `${source.charAt(0).toUpperCase()}${source.slice(1)}, ${at}`;
}

const whichChoices = [
  { value: 'late', label: 'More than 2 working days after' },
  { value: 'corrected', label: 'And corrected since' },
];

const FilterInput = ({ id, label, value }: { readonly id: string; readonly label: string; readonly value: string }) => (
  <div class="sl-filter">
    <label class="govuk-label sl-label" for={id}>
      {label}
    </label>
    <input class="govuk-input" type="text" id={id} name={id} value={value} />
  </div>
);

/** Of whom of ours, and of which team, it is: what its one line cannot say. */
function whoseOf({ statement: { answers }, step }: Event, links: ChildModel['links']): readonly string[] {
  return Object.entries({ ...step?.fields, ...step?.each }).flatMap(([name, field]) => {
    const { control, label } = field;
    const isOurs = control.kind === 'link' && (control.to === 'member' || control.to === 'team');
    return isOurs && answers[name] !== undefined ? [`${label}: ${answerWords(field, answers[name], links)}`] : [];
  });
}

function EventItem({ event, child }: { readonly event: Event; readonly child: ChildModel }) {
  const { statement, step, lateEntry, corrections } = event;
  return (
    <li class="sl-event" id={`entry-${statement.entry}`}>
      <p class="sl-event__head">
        <time dateTime={statement.happenedOn}>{formatDate(statement.happenedOn)}</time> <strong>{event.title}</strong>
      </p>
      <p class="sl-event__summary">{[event.summary, ...whoseOf(event, child.links)].join('. ')}</p>
      <p class="sl-due sl-tight">
        {whoRecorded(event)}
        {statement.of === undefined ? null : (
          <>
            {' '}
            <strong class="govuk-tag govuk-tag--grey sl-tag">from the record merged into this one</strong>
          </>
        )}
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
          {line.reason === undefined ? '' : `, because: ${line.reason}`}
          {from === undefined ? '' : `, ${from}`}: {summary}
        </p>
      ))}
      <AttachedFiles files={attachedTo(statement.answers)} person={child.record.person} />
      {step === undefined ? null : (
        <details class="sl-more">
          <summary>
            All answers
            <span class="govuk-visually-hidden">
              : {event.title}, {formatDate(statement.happenedOn)}
            </span>
          </summary>
          <SaidOf step={step} answers={statement.answers} links={child.links} />
          {statement.of !== undefined ? null : (
            <p class="sl-tight">
              <a class="govuk-link" href={`/children/${child.record.person}/entries/${statement.entry}`}>
                {corrections.length === 0 ? 'Put right' : 'What was changed'}
                <span class="govuk-visually-hidden">
                  : {event.title}, {formatDate(statement.happenedOn)}
                </span>
              </a>
            </p>
          )}
        </details>
      )}
    </li>
  );
}

/** What an entry answers, question by question: here, and wherever an entry is shown as the chronology shows it. */
export const SaidOf = ({
  step,
  answers,
  links,
}: { readonly step: AnyStep } & Pick<Parameters<typeof SaidList>[0], 'answers' | 'links'>) => (
  <SaidList fields={{ ...step.fields, ...step.each }} answers={answers} links={links} />
);
