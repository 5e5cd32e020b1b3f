import { formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import { ClockWords } from '../../components/clock-words.tsx';
import { KnownAtInputs } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { Warnings } from '../../components/warnings.tsx';
import { AnswerRows } from '../../form/answers.tsx';
import { formatInstant } from '../../said-dates.ts';
import { ageWords } from '../board/board.ts';
import { PastBanner } from '../board/page.tsx';
import type { ChildModel, ShownClock } from './child.ts';
import { Chronology } from './chronology.tsx';

export function ChildPage({ frame, child }: { readonly frame: Frame; readonly child: ChildModel }) {
  const {
    record: { standing, person },
    known,
  } = child;
  return (
    <Layout frame={frame} title={standing.name} wide>
      {known.instant === undefined ? null : <PastBanner instant={known.instant} back={`/children/${person}`} />}
      {child.recorded ? (
        <div class="govuk-notification-banner sl-notice" role="status">
          <p class="govuk-notification-banner__content govuk-body">Recorded.</p>
        </div>
      ) : null}
      <div class="sl-head">
        <div>
          <h1 class="govuk-heading-l sl-tight">{standing.name}</h1>
          <p class="govuk-body sl-tight">{[agePhrase(child), planPhrase(child)].join(' · ')}</p>
        </div>
        <form method="get" action={`/children/${person}`} class="sl-filters sl-filters--plain" aria-label="As known at">
          <KnownAtInputs day={known.day} time={known.time} problem={known.problem} />
          <button class="govuk-button govuk-button--secondary sl-button" type="submit">
            Show
          </button>
        </form>
      </div>
      <Warnings standing={standing} today={known.today} />
      {child.mayRecord.length === 0 ? null : <RecordSomething child={child} />}
      <div class="sl-columns">
        <div class="sl-columns__main">
          <Clocks child={child} />
          <Chronology child={child} />
        </div>
        <div class="sl-columns__side">
          <Responsible child={child} />
          <Who child={child} />
          <WhoOpened child={child} />
        </div>
      </div>
    </Layout>
  );
}

function agePhrase({ record: { standing }, known }: ChildModel): string {
  const age = ageWords(standing, known.today);
  return /^\d+$/.test(age) ? `${age} years old` : age;
}

const planPhrase = ({ record: { standing } }: ChildModel): string =>
  standing.onPlanSince !== undefined
    ? `on a child protection plan since ${formatDate(standing.onPlanSince)}`
    : standing.inNeedPlanSince !== undefined
      ? `on a child in need plan since ${formatDate(standing.inNeedPlanSince)}`
      : standing.openSince !== undefined
        ? `open since ${formatDate(standing.openSince)}`
        : 'not open';

/** What is written most often stands first; the rest unfolds. */
const often = ['visit', 'coreGroupMeeting', 'reviewConference'];

function RecordSomething({
  child: {
    mayRecord,
    record: { person },
  },
}: {
  readonly child: ChildModel;
}) {
  const first = mayRecord.filter(({ name }) => often.includes(name));
  const rest = mayRecord.filter(({ name }) => !often.includes(name));
  const links = (steps: typeof mayRecord) =>
    steps.map(({ name, title }) => (
      <li>
        <a class="govuk-link" href={`/children/${person}/record/${name}`}>
          {title}
        </a>
      </li>
    ));
  return (
    <nav class="sl-record" aria-label="Record something">
      <strong>Record:</strong>
      <ul class="sl-record__list">{links(first)}</ul>
      {rest.length === 0 ? null : (
        <details class="sl-more">
          <summary>Something else</summary>
          <ul class="sl-record__list">{links(rest)}</ul>
        </details>
      )}
    </nav>
  );
}

const Row = ({ name, children }: { readonly name: string; readonly children: string }) => (
  <div class="govuk-summary-list__row">
    <dt class="govuk-summary-list__key">{name}</dt>
    <dd class="govuk-summary-list__value">{children}</dd>
  </div>
);

const said = (on: LocalDate | undefined): string => (on === undefined ? 'not known' : formatDate(on));

function Responsible({
  child: {
    worker,
    team,
    record: { standing },
  },
}: {
  readonly child: ChildModel;
}) {
  return (
    <section aria-labelledby="responsible">
      <h2 class="govuk-heading-m" id="responsible">
        Who is responsible
      </h2>
      <dl class="govuk-summary-list sl-list">
        <Row name="Named worker">{worker ?? 'No named worker'}</Row>
        <Row name="Team">{team ?? 'No team'}</Row>
        <Row name="Last seen">{standing.visitsNotInSource === true ? 'not in the source' : said(standing.lastSeenOn)}</Row>
        <Row name="Last review">{said(standing.lastReviewOn)}</Row>
      </dl>
    </section>
  );
}

function Who({
  child: {
    record: { standing },
    details,
    detailsStep,
    links,
  },
}: {
  readonly child: ChildModel;
}) {
  return (
    <section aria-labelledby="who">
      <h2 class="govuk-heading-m" id="who">
        Who they are
      </h2>
      <dl class="govuk-summary-list sl-list">
        {detailsStep === undefined ? (
          <>
            <Row name="Name">{standing.name}</Row>
            <Row name="Born">{said(standing.bornOn)}</Row>
          </>
        ) : (
          <AnswerRows fields={detailsStep.fields} answers={details} links={links} />
        )}
      </dl>
    </section>
  );
}

const runs = ({ state }: ShownClock): boolean => state === 'late' || state === 'dueSoon' || state === 'inTime' || state === 'notInSource';

function Clocks({ child }: { readonly child: ChildModel }) {
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
            {formatDate(clock.startedOn)}
          </td>
          <td class="govuk-table__cell" data-label="How it stands">
            <ClockWords clock={clock} today={child.known.today} />
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

function WhoOpened({ child: { access } }: { readonly child: ChildModel }) {
  return (
    <section aria-labelledby="opened">
      <h2 class="govuk-heading-m" id="opened">
        Who has opened this record
      </h2>
      <ul class="govuk-list sl-access">
        {access.slice(0, 30).map(({ openedAt, name, reason }) => (
          <li>
            <strong>{name}</strong> <span class="sl-due">{formatInstant(openedAt)}</span>
            <span class="sl-line">{reason}</span>
          </li>
        ))}
      </ul>
      {access.length > 30 ? <p class="govuk-body-s">and {access.length - 30} earlier openings</p> : null}
    </section>
  );
}
