import { formatDate } from '../../../kernel/calendar/dates.ts';
import type { Found } from '../../../record/search/search.ts';
import { Button } from '../../components/button.tsx';
import { CsrfField } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { BackLink } from '../../components/notices.tsx';
import { Input } from '../../components/text-input.tsx';

type Props = {
  readonly frame: Frame;
  readonly person: string;
  readonly name: string;
  readonly csrf: string;
  readonly words: string;
  /** The query that stands for the words in an address. */
  readonly sought: string;
  readonly found: readonly Found[] | undefined;
  readonly mayAddAdult: boolean;
};

/** Who is it? Somebody on record is chosen, never written down a second time. */
export function AddPage({ frame, csrf, person, name, words, sought, found, mayAddAdult }: Props) {
  const at = `/children/${person}`;
  return (
    <Layout frame={frame} title="Who belongs to the family?">
      <BackLink text={`Family of ${name}`} href={`${at}/family`} />
      <h1 class="govuk-heading-l">Who belongs to the family of {name}?</h1>
      <form method="post" action={`${at}/family/add`} role="search">
        <CsrfField token={csrf} />
        <Input
          name="words"
          type="search"
          label={{ text: 'Name', classes: 'govuk-label--s' }}
          hint={{ text: 'Whoever has a record already is found here. A part of the name is enough.' }}
          value={words}
          classes="govuk-input--width-20"
          autocomplete="off"
          spellcheck={false}
        />
        <Button text="Look" />
      </form>
      {found === undefined ? null : (
        <Choices at={at} words={words} sought={sought} found={found.filter((one) => one.person !== person)} mayAddAdult={mayAddAdult} />
      )}
    </Layout>
  );
}

function Choices({
  at,
  words,
  sought,
  found,
  mayAddAdult,
}: {
  readonly at: string;
  readonly words: string;
  readonly sought: string;
  readonly found: readonly Found[];
  readonly mayAddAdult: boolean;
}) {
  return (
    <>
      <h2 class="govuk-heading-m">
        {found.length === 0 ? `Nobody called “${words}” has a record that you can find` : 'Is it one of these?'}
      </h2>
      <ul class="sl-cards">
        {found.map(({ person, standing }) => (
          <li class="sl-card">
            <a class="govuk-link" href={`${at}/record/relationship?relative=${person}`}>
              {standing.name}
            </a>
            <span class="sl-due sl-line">
              {[standing.adult === true ? 'adult' : 'child', standing.bornOn === undefined ? '' : `born ${formatDate(standing.bornOn)}`]
                .filter((part) => part !== '')
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
      <h2 class="govuk-heading-m sl-gap-above">None of these</h2>
      <ul class="govuk-list govuk-list--spaced">
        {mayAddAdult ? (
          <li>
            <a class="govuk-link" href={`${at}/family/adult${sought}`}>
              Make a record for {words}, an adult
            </a>
            <span class="sl-due sl-line">
              For parents, carers and whoever matters to the child’s safety: it can be opened, corrected and restricted.
            </span>
          </li>
        ) : null}
        <li>
          <a class="govuk-link" href={`${at}/record/relationship${sought}`}>
            Name {words} without a record
          </a>
          <span class="sl-due sl-line">For somebody of whom no more than the name is needed.</span>
        </li>
      </ul>
    </>
  );
}
