import { ageAt, formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { ListedChild } from '../../../record/contract.ts';
import { CardTable } from '../../components/card-table.tsx';
import { problemsOf } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { PersonLink } from '../../components/offered.tsx';
import { AgeForm } from '../files/asked-age.tsx';
import { offerWords, type Offer } from './standing.ts';

export type Waiting = {
  readonly file: string;
  readonly title: string;
  readonly kind: string;
  readonly offer: Offer;
  readonly since: LocalDate;
};

type Props = {
  readonly frame: Frame;
  readonly asked: string;
  readonly problem: string | undefined;
  readonly families: readonly Waiting[];
  readonly children: readonly ListedChild[];
  readonly today: LocalDate;
};

const ageWords = (bornOn: LocalDate | undefined, today: LocalDate): string =>
  bornOn === undefined ? 'Not known' : String(ageAt(bornOn, today));

/** Families who wait and children who wait, beside one another, in the order of how long: where to begin thinking, not whom to choose. */
export const AdoptionMatchingPage = ({ frame, asked, problem, families, children, today }: Props) => (
  <Layout frame={frame} title="Families and children waiting" problems={problemsOf('age', problem)}>
    <h1 class="govuk-heading-l">Families and children waiting</h1>
    <p class="govuk-body">
      Whoever has waited longest stands first. What fits a child is read in the files and asked of people; ages are what was advised, not a
      term.
    </p>
    <AgeForm action="/adopters/matching" label="Only families for a child of this age, in years" asked={asked} problem={problem} />
    <h2 class="govuk-heading-m">Families</h2>
    {families.length === 0 ? (
      <p class="govuk-body">No approved family is waiting{asked === '' || problem !== undefined ? '' : ` for a child of ${asked}`}.</p>
    ) : (
      <CardTable
        caption="Families who wait"
        captionClasses="govuk-visually-hidden"
        heads={['Family', 'What they ask about', 'Approved', 'Waiting since']}
        rows={families.map(({ file, title, kind, offer, since }) => [
          <a class="govuk-link" href={`/files/${file}`}>
            {title}
          </a>,
          kind,
          offerWords(offer),
          formatDate(since),
        ])}
      />
    )}
    <h2 class="govuk-heading-m">Children</h2>
    {children.length === 0 ? (
      <p class="govuk-body">No child whom your lists show may be placed and is not matched.</p>
    ) : (
      <CardTable
        caption="Children who wait"
        captionClasses="govuk-visually-hidden"
        heads={['Child', 'Age', 'Waiting since']}
        rows={children.map(({ person, standing }) => [
          <PersonLink person={person}>{standing.name}</PersonLink>,
          ageWords(standing.bornOn, today),
          formatDate(sinceOf(standing) ?? today),
        ])}
      />
    )}
    <p class="govuk-body">
      <a class="govuk-link" href="/registers/adoption">
        All children waiting for adoption
      </a>
    </p>
  </Layout>
);

/** Since when a child waits to be matched; undefined: they do not. */
export const sinceOf = ({ registers }: ListedChild['standing']): LocalDate | undefined =>
  registers?.find(({ register, state }) => register === 'adoption' && (state === 'waiting' || state === 'decided'))?.since;
