import { amendedBy, type Amended } from '../../../governance/procedures/amended.ts';
import type { Chapter } from '../../../governance/procedures/chapter.ts';
import type { Edition, Manual, NationalChange } from '../../../governance/procedures/manual.ts';
import { formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import { CardTable } from '../../components/card-table.tsx';
import { Details } from '../../components/notices.tsx';
import type { ManualLinks } from './links.ts';

type ChangesProps = {
  readonly manual: Manual;
  readonly links: ManualLinks;
  readonly today: LocalDate;
  readonly isShown: (chapter: Chapter) => boolean;
};

/** Every edition with what it changed, and every change of law or guidance with what was decided on it. */
export const Changes = ({ manual, links, today, isShown }: ChangesProps) => (
  <>
    <h1 class="govuk-heading-l">What changed, and why</h1>
    {manual.editions.map((edition, n) => (
      <EditionChanges edition={edition} before={manual.editions[n + 1]} manual={manual} links={links} today={today} isShown={isShown} />
    ))}
    <h2 class="govuk-heading-m" id="national">
      Changes in law and guidance, and what we decided
    </h2>
    <CardTable
      caption="Changes in law and guidance"
      captionClasses="govuk-visually-hidden"
      heads={['Change', 'Published', 'What we decided', 'Decided on', 'Edition']}
      rows={manual.changes.map((change) => [
        <ChangeName change={change} />,
        change.published,
        change.decision,
        formatDate(change.decidedOn),
        change.edition === undefined ? 'No section was amended' : formatDate(change.edition),
      ])}
    />
    <h2 class="govuk-heading-m" id="reviews">
      When chapters were read again
    </h2>
    <CardTable
      caption="Reviews of chapters"
      captionClasses="govuk-visually-hidden"
      heads={['Reviewed', 'By', 'What was found', 'Next by']}
      rows={manual.reviews
        .filter(({ on }) => on <= today)
        .toSorted((a, b) => (a.on < b.on ? 1 : -1))
        .map(({ on, by, found, nextBy }) => [formatDate(on), by, found, formatDate(nextBy)])}
    />
    <p class="govuk-body">
      <a class="govuk-link" href={links.contents}>
        All chapters
      </a>
    </p>
  </>
);

const ChangeName = ({ change: { change, source } }: { readonly change: NationalChange }) => (
  <>
    {change}{' '}
    {source === '' ? null : (
      <a class="govuk-link" href={source}>
        Source<span class="govuk-visually-hidden"> of {change}</span>
      </a>
    )}
  </>
);

function EditionChanges({
  edition,
  before,
  manual,
  links,
  today,
  isShown,
}: ChangesProps & { readonly edition: Edition; readonly before: Edition | undefined }) {
  const amended = before === undefined ? [] : amendedBy(edition, before, manual, isShown);
  return (
    <section aria-labelledby={`edition-${edition.on}`}>
      <h2 class="govuk-heading-m" id={`edition-${edition.on}`}>
        <a class="govuk-link" href={links.edition(edition.on)}>
          Edition of {formatDate(edition.on)}
        </a>
      </h2>
      <p class="govuk-body">
        {edition.because} Approved {formatDate(edition.approvedOn)} by {edition.approvedBy}. {inForce(edition, today)}
      </p>
      <ul class="govuk-list">
        {amended.map((one) => (
          <li>
            <AmendedView one={one} links={links} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function inForce({ on, until }: Edition, today: LocalDate): string {
  if (on > today) return 'It is not in force yet.';
  return until === undefined ? 'In force.' : `In force until ${formatDate(until)}.`;
}

const whatWords: Readonly<Record<Amended['what'], string>> = { new: 'New', amended: 'Amended', withdrawn: 'Withdrawn' };

const AmendedView = ({ one, links }: { readonly one: Amended; readonly links: ManualLinks }) => (
  <>
    <strong class="govuk-tag govuk-tag--grey sl-tag">{whatWords[one.what]}</strong>{' '}
    {one.what === 'withdrawn' ? (
      one.title
    ) : (
      <a class="govuk-link" href={links.place({ chapter: one.chapter.id, section: one.section })}>
        {one.title}
      </a>
    )}
    , {one.chapter.title}
    {one.because.length === 0 ? null : <span class="sl-due"> Because of: {one.because.map(({ change }) => change).join('; ')}</span>}
    <Details
      classes="sl-tight"
      summaryText={
        <>
          The words<span class="govuk-visually-hidden"> of {one.title}</span>
        </>
      }
      text={
        <>
          <Paragraphs heading="It said" texts={one.was} />
          <Paragraphs heading="It says" texts={one.now} />
        </>
      }
    />
  </>
);

const Paragraphs = ({ heading, texts }: { readonly heading: string; readonly texts: readonly string[] }) =>
  texts.length === 0 ? null : (
    <>
      <h3 class="govuk-heading-s sl-tight">{heading}</h3>
      {texts.map((text) => (
        <p class="govuk-body sl-words">{text}</p>
      ))}
    </>
  );
