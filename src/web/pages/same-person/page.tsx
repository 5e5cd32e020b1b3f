import type { LocalDate } from '../../../kernel/calendar/dates.ts';
import type { Problem } from '../../../kernel/step/outcome.ts';
import { Button } from '../../components/button.tsx';
import { CardTable } from '../../components/card-table.tsx';
import { CsrfField } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { BackLink, InsetText } from '../../components/notices.tsx';
import { PersonLink } from '../../components/offered.tsx';
import { Input } from '../../components/text-input.tsx';
import type { FoundPerson } from '../find/finding.ts';
import { FoundCard } from '../find/page.tsx';

/** A record that was merged into the one that is looked at. */
export type MergedRecord = { readonly person: string; readonly name: string };

type Around = { readonly frame: Frame; readonly csrf: string; readonly person: string; readonly name: string };

type SamePersonProps = Around & {
  readonly merged: readonly MergedRecord[];
  readonly alike: readonly FoundPerson[];
  readonly today: LocalDate;
  readonly problem?: Problem | undefined;
};

/** Whoever may be the same person, and the records that were merged into this one. */
export const SamePersonPage = ({ frame, csrf, person, name, merged, alike, today, problem }: SamePersonProps) => (
  <Layout frame={frame} title="Other records of this person" problems={problem === undefined ? [] : [problem]}>
    <BackLink text={name} href={`/children/${person}`} />
    <h1 class="govuk-heading-l">Other records of {name}</h1>
    {merged.map((one) => (
      <Separate key={one.person} csrf={csrf} person={person} merged={one} problem={problem} />
    ))}
    <h2 class="govuk-heading-m">{alike.length === 0 ? 'Nobody else is like this person' : 'People like this one'}</h2>
    <p class="govuk-body">By name and date of birth. Restricted records are not among them.</p>
    <ul class="sl-cards">
      {alike.map((one) => (
        <FoundCard key={one.person} found={one} today={today} href={`/children/${person}/same-person/${one.person}`} />
      ))}
    </ul>
  </Layout>
);

const Separate = ({
  csrf,
  person,
  merged,
  problem,
}: Pick<Around, 'csrf' | 'person'> & { readonly merged: MergedRecord; readonly problem: Problem | undefined }) => (
  <section aria-label={`Merged: ${merged.name}`}>
    <InsetText text={`The record of ${merged.name} was merged into this one. Nothing was moved: separated, both are what they were.`} />
    <form method="post" action={`/children/${person}/same-person/${merged.person}/separate`}>
      <CsrfField token={csrf} />
      <Input
        name="reason"
        id={`reason-${merged.person}`}
        label={{ text: 'Why they are two people', classes: 'govuk-label--s' }}
        errorMessage={problem?.field === `reason-${merged.person}` ? { text: problem.message } : undefined}
      />
      <Button text="Separate the two records" classes="govuk-button--warning" />
    </form>
  </section>
);

/** One question of the two records, as each answers it. */
export type Fact = { readonly question: string; readonly ours: string; readonly theirs: string; readonly isConflict: boolean };

type ComparePageProps = Around & {
  readonly other: MergedRecord;
  readonly facts: readonly Fact[];
  readonly entries: readonly [number, number];
};

/** The facts of both side by side, before anybody decides. */
export function ComparePage({ frame, person, name, other, facts, entries }: ComparePageProps) {
  const conflicts = facts.filter(({ isConflict }) => isConflict).length;
  const merge = (side: string): string => `/children/${person}/record/recordMerge?${new URLSearchParams({ other: other.person, side })}`;
  return (
    <Layout frame={frame} title="Are they one person?" wide>
      <BackLink text="Other records of this person" href={`/children/${person}/same-person`} />
      <h1 class="govuk-heading-l">Are they one person?</h1>
      <p class="govuk-body">
        {conflicts === 0 ? 'Nothing in who they are contradicts it.' : `${conflicts} of the answers contradict one another.`} Of what both
        answer, the record that is kept counts; correct it afterwards where the other is right. Nothing is moved, and the two can be
        separated again.
      </p>
      <CardTable
        caption="Who they are, side by side"
        heads={['Question', 'This record', 'The other record', 'Compared']}
        rows={[
          ['Record of', name, other.name, ''],
          ...facts.map(({ question, ours, theirs, isConflict }) => [
            question,
            ours,
            theirs,
            isConflict ? <strong class="govuk-tag govuk-tag--red">differs</strong> : '',
          ]),
          ['Entries', String(entries[0]), String(entries[1]), ''],
        ]}
      />
      <p class="govuk-body">
        <PersonLink person={other.person}>Open the other record</PersonLink>
      </p>
      <ul class="govuk-list govuk-list--spaced">
        <li>
          <a class="govuk-link" href={merge('kept')}>
            One person: keep this record
          </a>
        </li>
        <li>
          <a class="govuk-link" href={merge('merged')}>
            One person: keep the other record
          </a>
        </li>
        <li>
          <PersonLink person={person}>Two people: leave both as they are</PersonLink>
        </li>
      </ul>
    </Layout>
  );
}
