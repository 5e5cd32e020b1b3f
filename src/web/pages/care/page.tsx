import { formatDate } from '../../../kernel/calendar/dates.ts';
import { Layout, type Frame } from '../../components/layout.tsx';
import { SummaryList } from '../../components/lists.tsx';
import { BackLink } from '../../components/notices.tsx';
import { PersonLink } from '../../components/offered.tsx';
import type { LinkOptions } from '../../form/asking.ts';
import type { AsKnown } from '../../said-dates.ts';
import { PastBanner } from '../board/page.tsx';
import { SaidOf } from '../child/chronology.tsx';
import type { CareSection, Holding } from './care-section.ts';

type Props = {
  readonly frame: Frame;
  readonly person: string;
  readonly name: string;
  readonly known: AsKnown;
  readonly sections: readonly CareSection[];
  readonly links: LinkOptions;
  /** The title of each step that may be recorded now. */
  readonly mayRecord: ReadonlyMap<string, string>;
};

/** Everything that holds for a child in care or on the way out of it, on one page. */
export const CarePage = ({ frame, person, name, known, sections, links, mayRecord }: Props) => (
  <Layout frame={frame} title={`In care and after it: ${name}`} wide>
    {known.instant === undefined ? null : <PastBanner instant={known.instant} back={`/children/${person}/care`} />}
    <BackLink text={name} href={`/children/${person}`} />
    <h1 class="govuk-heading-l">In care and after it</h1>
    {sections.length === 0 ? (
      <p class="govuk-body">{name} is not looked after, and is owed nothing as a care leaver, by what is on record for this day.</p>
    ) : null}
    {sections.map((section) => (
      <Section key={section.id} person={person} section={section} links={links} mayRecord={mayRecord} />
    ))}
    {sections.length === 0 ? null : (
      <p class="govuk-body">Nothing is entered here: each line follows from an entry, of which the latest of its kind counts.</p>
    )}
  </Layout>
);

type SectionProps = Pick<Props, 'person' | 'links' | 'mayRecord'> & { readonly section: CareSection };

const Section = ({ person, section: { id, title, facts, holdings, records, nothing }, links, mayRecord }: SectionProps) => {
  const recorded = records.filter((step) => mayRecord.has(step));
  return (
    <section aria-labelledby={id}>
      <h2 class="govuk-heading-m" id={id}>
        {title}
      </h2>
      {facts.length === 0 ? null : (
        <SummaryList
          classes="sl-list"
          rows={facts.map(([key, value]) => ({ key: { text: key }, value: { text: value, classes: 'sl-words' } }))}
        />
      )}
      {holdings.length === 0 && facts.length === 0 && nothing !== undefined ? <p class="govuk-body">{nothing}</p> : null}
      {holdings.map((holding) => (
        <Held key={holding.statement.entry} person={person} holding={holding} links={links} />
      ))}
      {recorded.length === 0 ? null : (
        <ul class="sl-record__list govuk-!-margin-bottom-6">
          {recorded.map((step) => (
            <li>
              <a class="govuk-link" href={`/children/${person}/record/${step}`}>
                {mayRecord.get(step)}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

const Held = ({ person, holding: { statement, step }, links }: Pick<SectionProps, 'person' | 'links'> & { readonly holding: Holding }) => (
  <div>
    <h3 class="govuk-heading-s sl-tight">
      <PersonLink person={person} entry={statement.entry}>
        {step.title}, {formatDate(statement.happenedOn)}
      </PersonLink>
    </h3>
    <SaidOf step={step} answers={statement.answers} links={links} />
  </div>
);
