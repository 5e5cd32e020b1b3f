import { formatDate } from '../../../kernel/calendar/dates.ts';
import { Button } from '../../components/button.tsx';
import { CsrfField, FilterSelect, KnownAtInputs } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { BackLink } from '../../components/notices.tsx';
import { counted, formatInstant, type AsKnown } from '../../said-dates.ts';
import { PastBanner } from '../board/page.tsx';
import type { FamilyChronology, SharedEvent } from './chronology-model.ts';

type Props = {
  readonly frame: Frame;
  readonly csrf: string;
  readonly person: string;
  readonly name: string;
  readonly known: AsKnown;
  readonly chronology: FamilyChronology;
};

/** What happened to brothers and sisters, in one line of time: the latest first, each marked with whose it is. */
export function FamilyChronologyPage({ frame, csrf, person, name, known, chronology }: Props) {
  const { events, inAll, read } = chronology;
  const at = `/children/${person}/family/chronology`;
  return (
    <Layout frame={frame} title={`Chronology of ${name} and family`} wide>
      <BackLink text={`Family of ${name}`} href={`/children/${person}/family`} />
      {known.instant === undefined ? null : <PastBanner instant={known.instant} back={at} />}
      <h1 class="govuk-heading-l sl-tight">
        Chronology of {read.length === 1 ? name : `${counted(read.length, 'child', 'children')} together`}
      </h1>
      <p class="govuk-body">{read.map((one) => one.name).join(', ')}</p>
      <LeftOut csrf={csrf} person={person} chronology={chronology} next={at} />
      <form method="get" action={at} class="sl-filters" aria-label="Filter the chronology">
        <FilterSelect
          id="child"
          name="child"
          label="Child"
          any="Every child"
          value={chronology.filter.child}
          options={read.map((one) => ({ value: one.person, label: one.name }))}
        />
        <FilterSelect id="step" name="step" label="Show" any="Everything" value={chronology.filter.step} options={chronology.steps} />
        <KnownAtInputs day={known.day} time={known.time} problem={known.problem} />
        <button class="govuk-button govuk-button--secondary sl-button" type="submit">
          Show
        </button>
      </form>
      <p class="sl-due">
        {events.length === inAll ? counted(inAll, 'entry', 'entries') : `${events.length} of ${counted(inAll, 'entry', 'entries')}`}, the
        latest first
      </p>
      <ol class="sl-timeline">
        {events.map((shared) => (
          <EventItem shared={shared} everybody={read.length} />
        ))}
      </ol>
    </Layout>
  );
}

/** Whose records are not read here, and how they can be. */
function LeftOut({
  csrf,
  person,
  chronology: { unopened, restricted },
  next,
}: {
  readonly csrf: string;
  readonly person: string;
  readonly chronology: FamilyChronology;
  readonly next: string;
}) {
  if (unopened.length + restricted.length === 0) return null;
  return (
    <div class="sl-incomplete">
      {restricted.map(({ ring }) => (
        <p class="govuk-body sl-tight">
          A brother or sister exists whose record is restricted{ring === undefined ? '' : ` (${ring})`}: left out.
        </p>
      ))}
      {unopened.length === 0 ? null : (
        <form method="post" action={`/children/${person}/family/open`}>
          <CsrfField token={csrf} />
          <input type="hidden" name="next" value={next} />
          <p class="govuk-body sl-tight">
            Not read here, because you have not opened their {unopened.length === 1 ? 'record' : 'records'}:{' '}
            {unopened.map(({ name }) => name).join(', ')}.
          </p>
          {unopened.map(({ id }) => (
            <input type="hidden" name="person" value={id} />
          ))}
          <div class="govuk-form-group sl-tight">
            <label class="govuk-label" for="reason">
              Why you need to read {unopened.length === 1 ? 'it' : 'them'} too
            </label>
            <div class="govuk-hint" id="reason-hint">
              Kept with your name, and shown to everyone who opens {unopened.length === 1 ? 'that record' : 'those records'}.
            </div>
            <input
              class="govuk-input govuk-!-width-two-thirds"
              id="reason"
              name="reason"
              type="text"
              required
              minLength={5}
              maxLength={300}
              aria-describedby="reason-hint"
            />
          </div>
          <Button text={unopened.length === 1 ? 'Open the record' : 'Open their records'} classes="govuk-button--secondary" />
        </form>
      )}
    </div>
  );
}

function EventItem({ shared: { event, about }, everybody }: { readonly shared: SharedEvent; readonly everybody: number }) {
  const { statement, title, summary, recordedBy, source } = event;
  return (
    <li class="sl-event">
      <p class="sl-event__head">
        <time dateTime={statement.happenedOn}>{formatDate(statement.happenedOn)}</time> <strong>{title}</strong>
      </p>
      <p class="sl-whose">{about.length === everybody && everybody > 2 ? `All: ${about.join(', ')}` : about.join(', ')}</p>
      <p class="sl-event__summary">{summary}</p>
      <p class="sl-due sl-tight">
        {source === undefined ? `Recorded by ${recordedBy}` : source}, {formatInstant(statement.recordedAt)}
      </p>
    </li>
  );
}
