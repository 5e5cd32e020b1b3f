import { readBy, writtenIn, type ChapterReadings } from '../../../governance/procedures/readings.ts';
import { formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import { CardTable } from '../../components/card-table.tsx';
import { Details } from '../../components/notices.tsx';
import { counted } from '../../said-dates.ts';

type Props = {
  readonly readings: readonly ChapterReadings[];
  readonly names: ReadonlyMap<string, string>;
  readonly owes: readonly string[];
  readonly today: LocalDate;
};

/** Who has not yet read what stands: of those whom somebody supervises, and of nobody else. */
export const ReadingPage = ({ readings, names, owes, today }: Props) => (
  <>
    <h1 class="govuk-heading-l">Who has read the procedures</h1>
    <p class="govuk-body">
      Of the {counted(owes.length, 'person', 'people')} whom you supervise or whose supervision you oversee. A chapter that is new or
      amended is read within four weeks; one that has not changed need not be read again.
    </p>
    <CardTable
      caption="Chapters, those first that most have not read"
      captionClasses="govuk-visually-hidden"
      heads={['Chapter', 'Owner', 'As it stands since', 'Have read it', 'Have not']}
      rows={readings
        .filter(({ owed }) => owed > 0)
        .toSorted((a, b) => b.unread.length - a.unread.length)
        .map((one) => rowOf(one, names, today))}
    />
  </>
);

const rowOf = ({ chapter, owed, unread }: ChapterReadings, names: Props['names'], today: LocalDate) => [
  <a class="govuk-link" href={`/procedures/${chapter.id}`}>
    {chapter.title}
  </a>,
  chapter.owner,
  formatDate(writtenIn(chapter)),
  `${owed - unread.length} of ${owed}`,
  unread.length === 0 ? (
    'nobody'
  ) : (
    <>
      {readBy(chapter) < today ? <strong class="govuk-tag govuk-tag--red sl-tag">Late</strong> : null}
      <Details
        classes="sl-tight"
        summaryText={
          <>
            {counted(unread.length, 'person', 'people')}
            <span class="govuk-visually-hidden"> who have not read {chapter.title}</span>
          </>
        }
        text={unread
          .map((id) => names.get(id) ?? '')
          .toSorted()
          .join(', ')}
      />
    </>
  ),
];
