import type { LocalDate } from '../../../kernel/calendar/dates.ts';
import type { YearAsked } from '../../../governance/safeguarding-board/of-year.ts';
import { yearlyReport, yearTitle } from '../../../governance/safeguarding-board/yearly-report.ts';
import type { Block } from '../../../outputs/document.ts';
import { CardTable } from '../../components/card-table.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { BackLink } from '../../components/notices.tsx';

type Props = { readonly frame: Frame; readonly asked: YearAsked; readonly at: string; readonly years: readonly LocalDate[] };

/** The yearly report as a page; the same as PDF and Word. */
export const ReportPage = ({ frame, asked, at, years }: Props) => (
  <Layout frame={frame} title={yearTitle(asked)} wide>
    <BackLink text={asked.body.title} href={at.replace('/safeguarding-board/', '/files/').replace('/report', '')} />
    <h1 class="govuk-heading-l sl-tight">{yearTitle(asked)}</h1>
    <p class="govuk-body">
      As a file:{' '}
      <a class="govuk-link" href={`${at}/file?year=${asked.until.slice(0, 4)}&format=pdf`}>
        PDF
      </a>
      ,{' '}
      <a class="govuk-link" href={`${at}/file?year=${asked.until.slice(0, 4)}&format=docx`}>
        Word
      </a>
      . Of the year to March:{' '}
      {years.map((year, n) => (
        <>
          {n === 0 ? '' : ', '}
          <a class="govuk-link" href={`${at}?year=${year.slice(0, 4)}`}>
            {year.slice(0, 4)}
          </a>
        </>
      ))}
      .
    </p>
    {yearlyReport(asked).map((block) => (
      <Shown block={block} />
    ))}
  </Layout>
);

function Shown({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading':
      return <h2 class="govuk-heading-m">{block.text}</h2>;
    case 'paragraph':
      return <p class="govuk-body">{block.text}</p>;
    case 'list':
      return (
        <ul class="govuk-list govuk-list--bullet">
          {block.items.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      );
    case 'table':
      return <CardTable caption={block.heads[0] ?? ''} captionClasses="govuk-visually-hidden" heads={block.heads} rows={block.rows} />;
    case 'facts':
      return (
        <ul class="govuk-list">
          {block.lines.map(([label, value]) => (
            <li>
              {label}: <strong>{value}</strong>
            </li>
          ))}
        </ul>
      );
    case 'charts':
      return null;
  }
}
