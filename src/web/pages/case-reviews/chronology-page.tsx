import { formatDate } from '../../../kernel/calendar/dates.ts';
import { knownTo } from '../../../governance/case-review/missed-connections.ts';
import type { AgencyEvent } from '../../../governance/case-review/integrated-chronology.ts';
import { dayWords, knownWords, toldWords } from '../../../governance/case-review/review-document.ts';
import type { ReviewMaterial } from '../../../governance/case-review/review-material.ts';
import { CardTable } from '../../components/card-table.tsx';
import { KnownAtInputs } from '../../components/form-parts.tsx';
import { Layout } from '../../components/layout.tsx';
import { BackLink } from '../../components/notices.tsx';
import { counted } from '../../said-dates.ts';
import { PastBanner } from '../board/page.tsx';
import { Missed } from './missed.tsx';
import type { ChronologyProps } from './model.ts';
import { SendChronology } from './send-chronology.tsx';

/** Who knew what, when, and what they did. */
export function ChronologyPage(props: ChronologyProps) {
  const { frame, review, mayRecord, problems = [] } = props;
  const { file, known, material } = review;
  const here = `/case-reviews/${file.person}/chronology`;
  return (
    <Layout frame={frame} title="Integrated chronology" wide problems={problems}>
      <BackLink text={material.title} href={`/files/${file.person}`} />
      {known.instant === undefined ? null : <PastBanner instant={known.instant} back={here} />}
      <div class="sl-head">
        <div>
          <h1 class="govuk-heading-l sl-tight">Integrated chronology</h1>
          <p class="govuk-body sl-tight">{material.title}</p>
        </div>
        <form method="get" action={here} class="sl-filters sl-filters--plain" aria-label="As known at">
          <KnownAtInputs day={known.day} time={known.time} problem={known.problem} />
          <button class="govuk-button govuk-button--secondary sl-button" type="submit">
            Show
          </button>
        </form>
      </div>
      <Sources material={material} here={here} />
      {mayRecord ? <SendChronology {...props} /> : null}
      <Missed {...props} />
      <WhoKnew material={material} />
      <Events material={material} />
      <Paper here={here} known={known.day === '' ? '' : `&known=${known.day}&at=${known.time}`} />
    </Layout>
  );
}

const Paper = ({ here, known }: { readonly here: string; readonly known: string }) => (
  <p class="govuk-body">
    The same on paper, for members of the review:{' '}
    <a class="govuk-link" href={`${here}/file?format=pdf${known}`}>
      PDF
    </a>
    ,{' '}
    <a class="govuk-link" href={`${here}/file?format=docx${known}`}>
      Word
    </a>
    .
  </p>
);

const Sources = ({ material: { sources, own }, here }: { readonly material: ReviewMaterial; readonly here: string }) => (
  <section aria-labelledby="sources">
    <h2 class="govuk-heading-m" id="sources">
      What it is made of
    </h2>
    <ul class="govuk-list govuk-list--bullet">
      {sources.map(({ agency, events, receivedOn }) => (
        <li>
          {agency}: {counted(events, 'event')}, received on {formatDate(receivedOn)}
        </li>
      ))}
      {own.map(({ person, name, history, unread = 0 }) => (
        <li>
          Our record of {name}
          {history !== undefined ? (unread === 0 ? null : `: ${counted(unread, 'entry', 'entries')} in it you may not read`) : null}
          {history === undefined ? (
            <>
              : not opened, and left out.{' '}
              <a class="govuk-link" href={`/children/${person}?next=${encodeURIComponent(here)}`}>
                Open it<span class="govuk-visually-hidden"> ({name})</span>
              </a>
            </>
          ) : null}
        </li>
      ))}
    </ul>
    {sources.length + own.length === 0 ? (
      <p class="govuk-body">Nothing yet. Record whose record belongs to the review, and send the agencies’ chronologies.</p>
    ) : null}
  </section>
);

function WhoKnew({ material: { events, agencies } }: { readonly material: ReviewMaterial }) {
  const worrying = events.filter(({ concern }) => concern !== undefined);
  if (worrying.length === 0) return null;
  return (
    <section aria-labelledby="who-knew">
      <h2 class="govuk-heading-m" id="who-knew">
        Who knew, and since when
      </h2>
      <CardTable
        caption="Who knew of each concern, and since when"
        captionClasses="govuk-visually-hidden"
        heads={['Concern', ...agencies]}
        rows={worrying.map((event) => [
          <a class="govuk-link" href={`#e-${event.entry}`}>
            {dayWords(event)}: {event.concern}
          </a>,
          ...agencies.map((agency) => {
            const on = knownTo(event, agency);
            return on === undefined ? 'not told' : formatDate(on);
          }),
        ])}
      />
    </section>
  );
}

const Events = ({ material: { events } }: { readonly material: ReviewMaterial }) => (
  <section aria-labelledby="events">
    <h2 class="govuk-heading-m" id="events">
      Chronology
    </h2>
    {events.length === 0 ? (
      <p class="govuk-body">Nothing is recorded yet.</p>
    ) : (
      <CardTable
        caption={`${counted(events.length, 'event')}, the first first`}
        captionClasses="govuk-table__caption--s"
        heads={['Date', 'Agency', 'What happened', 'Known since', 'Told', 'What was done']}
        rows={events.map((event) => [
          <span id={`e-${event.entry}`}>{dayWords(event)}</span>,
          event.agency,
          <What event={event} />,
          knownWords(event),
          toldWords(event),
          event.did ?? (event.isDecision ? 'A decision' : ''),
        ])}
      />
    )}
  </section>
);

const What = ({ event: { what, concern, child, entry } }: { readonly event: AgencyEvent }) => (
  <>
    {child === undefined ? (
      what
    ) : (
      <a class="govuk-link" href={`/children/${child}/entries/${entry}`}>
        {what}
      </a>
    )}
    {concern === undefined ? null : <span class="sl-due sl-line">Concern: {concern}</span>}
  </>
);
