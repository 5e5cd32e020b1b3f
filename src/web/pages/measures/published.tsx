import { measures } from '../../../oversight/measures/measures.ts';
import type { Places } from '../../../oversight/workforce/release.ts';
import type { PublishedFile, PublishedKind } from '../../../record/published-figures.ts';
import { Button } from '../../components/button.tsx';
import { CardTable } from '../../components/card-table.tsx';
import { CsrfField } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { FileUpload, Input, TextArea } from '../../components/text-input.tsx';
import { formatInstant } from '../../said-dates.ts';

export const publishedKinds: readonly PublishedKind[] = ['measures', 'workforce', 'population'];
const of = {
  measures: 'Measures, as this authority writes them',
  workforce: 'Children’s social work workforce',
  population: 'How many children live where',
} as const;

/** A kind of file, and the one that stands. */
export type Loaded = { readonly kind: PublishedKind; readonly published: PublishedFile | undefined; readonly by: string };

type Props = {
  readonly frame: Frame;
  readonly csrf: string;
  readonly loaded: readonly Loaded[];
  readonly places: Places;
  readonly problems: readonly string[];
};

/** So many are said; who mends them sees the next. */
const most = 20;

/** The published figures that stand beside the measures, and how a file of them is written. */
export const PublishedPage = ({ frame, csrf, loaded, places, problems }: Props) => (
  <Layout frame={frame} title="Published figures" problems={problems.slice(0, most).map((message) => ({ field: 'figures', message }))}>
    <a class="govuk-back-link" href="/measures">
      Measures
    </a>
    <h1 class="govuk-heading-l">Published figures</h1>
    {problems.length <= most ? null : <p class="govuk-body">And {problems.length - most} more.</p>}
    <CardTable
      caption="What is loaded"
      captionClasses="govuk-table__caption--s"
      heads={['Of', 'File', 'Loaded']}
      rows={loaded.map(({ kind, published, by }) =>
        published === undefined
          ? [of[kind], 'None: compared with nothing', '']
          : [
              of[kind],
              <span class="sl-anywhere">{`${published.fileName}: ${published.figures.length} figures`}</span>,
              `${formatInstant(published.loadedAt)} by ${by}`,
            ],
      )}
    />
    <p class="govuk-body">The next file of a kind takes the place of the one before.</p>
    <form method="post" action="/measures/published" enctype="multipart/form-data">
      <CsrfField token={csrf} />
      <input type="hidden" name="file" value={crypto.randomUUID()} />
      <Input name="own" label={{ text: 'This authority, as the Department’s files name it' }} value={places.own} />
      <TextArea
        name="neighbours"
        label={{ text: 'Statistical neighbours' }}
        hint={{ text: 'A name or a code (E10000025) in each line, as the Department’s files say it; for releases' }}
        rows={6}
        value={places.neighbours.join('\n')}
      />
      <FileUpload
        name="figures"
        label={{ text: 'File of published figures (CSV)' }}
        hint={{ text: 'A release as it is downloaded, or a table of your own' }}
        attributes={{ accept: '.csv,text/csv' }}
      />
      <Button text="Load" preventDoubleClick />
    </form>
    <HowWritten />
  </Layout>
);

/** What is read, and how it is written. */
const HowWritten = () => (
  <>
    <h2 class="govuk-heading-m">Releases of the Department</h2>
    <p class="govuk-body">
      Two are read as Explore Education Statistics gives them, told by their columns: “Indicators” of Children’s social work workforce, and
      “CLA numbers and rates per 10,000 children by local authority” of Children looked after, for how many children of 0 to 17 live where.
    </p>
    <h2 class="govuk-heading-m">A table of your own</h2>
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
  </>
);
