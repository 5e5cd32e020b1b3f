import { CardTable } from '../../components/card-table.tsx';
import { problemsOf } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { AgeForm } from '../files/asked-age.tsx';

export type Match = {
  readonly file: string;
  readonly title: string;
  readonly kind: string;
  readonly terms: string;
  readonly free: number;
  readonly concerns: number;
};

type Props = {
  readonly frame: Frame;
  readonly asked: string;
  readonly problem: string | undefined;
  readonly matches: readonly Match[] | undefined;
};

/** Who may take a child of an age today, by their terms and by who lives there already: where to begin asking, not whom to choose. */
export const MatchingPage = ({ frame, asked, problem, matches }: Props) => (
  <Layout frame={frame} title="Who has a place for a child" problems={problemsOf('age', problem)}>
    <h1 class="govuk-heading-l">Who has a place for a child</h1>
    <p class="govuk-body">
      By age, terms and places used. What fits this child, and who lives there already, is read in the file and asked of the carers.
    </p>
    <AgeForm action="/fostering/matching" label="Age of the child, in years" asked={asked} problem={problem} />
    {matches === undefined ? null : matches.length === 0 ? (
      <p class="govuk-body">Nobody has a place for a child of {asked} today.</p>
    ) : (
      <CardTable
        caption={`A place for a child of ${asked}`}
        heads={['Carers', 'What they offer', 'Approved for', 'Places free', 'Open concerns']}
        rows={matches
          .toSorted((a, b) => a.concerns - b.concerns || b.free - a.free || a.title.localeCompare(b.title, 'en-GB', { numeric: true }))
          .map(({ file, title, kind, terms, free, concerns }) => [
            <a class="govuk-link" href={`/files/${file}`}>
              {title}
            </a>,
            kind,
            terms,
            String(free),
            String(concerns),
          ])}
      />
    )}
  </Layout>
);
