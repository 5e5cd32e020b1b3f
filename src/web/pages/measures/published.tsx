import { measures } from '../../../oversight/measures/measures.ts';
import type { PublishedFile } from '../../../record/published-figures.ts';
import { Button } from '../../components/button.tsx';
import { CardTable } from '../../components/card-table.tsx';
import { CsrfField } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { FileUpload } from '../../components/text-input.tsx';
import { formatInstant } from '../../said-dates.ts';

type Props = {
  readonly frame: Frame;
  readonly csrf: string;
  readonly published: PublishedFile | undefined;
  readonly by: string;
  readonly problems: readonly string[];
};

/** So many are said; who mends them sees the next. */
const most = 20;

/** The published figures that stand beside the measures, and how a file of them is written. */
export const PublishedPage = ({ frame, csrf, published, by, problems }: Props) => (
  <Layout frame={frame} title="Published figures" problems={problems.slice(0, most).map((message) => ({ field: 'figures', message }))}>
    <a class="govuk-back-link" href="/measures">
      Measures
    </a>
    <h1 class="govuk-heading-l">Published figures</h1>
    {problems.length <= most ? null : <p class="govuk-body">And {problems.length - most} more.</p>}
    {published === undefined ? (
      <p class="govuk-body">No file is loaded: measures are compared with nothing.</p>
    ) : (
      <p class="govuk-body sl-anywhere">
        {published.fileName}: {published.figures.length} figures, loaded {formatInstant(published.loadedAt)}
        {by === '' ? '' : ` by ${by}`}. The next file takes its place.
      </p>
    )}
    <form method="post" action="/measures/published" enctype="multipart/form-data">
      <CsrfField token={csrf} />
      <input type="hidden" name="file" value={crypto.randomUUID()} />
      <FileUpload
        name="figures"
        label={{ text: 'File of published figures (CSV)' }}
        hint={{ text: 'Of England, your region and your statistical neighbours, from the Department’s published tables' }}
        attributes={{ accept: '.csv,text/csv' }}
      />
      <Button text="Load" preventDoubleClick />
    </form>
    <h2 class="govuk-heading-m">How the file is written</h2>
    <p class="govuk-body">
      The first line names the columns: area, relation (England, Region, Statistical neighbour or Own authority), measure, period (2024-25),
      value (in 100; of rates, for each 10,000 children) and denominator (of how many; without it an area is shown and not judged). For
      rates, a line with the measure “population” and the relation “Own authority” says how many children of 0 to 17 live here. A value of
      c, x, z or : is one that is not published.
    </p>
    <CardTable
      caption="Names of the measures"
      captionClasses="govuk-table__caption--s"
      heads={['Name', 'Title', 'In']}
      rows={measures.map(({ name, title, per }) => [name, title, per === 'share' ? '100' : '10,000 children'])}
    />
  </Layout>
);
