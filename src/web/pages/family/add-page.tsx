import { formatDate } from '../../../kernel/calendar/dates.ts';
import type { Found } from '../../../record/listing.ts';
import { Button } from '../../components/button.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';

type Props = {
  readonly frame: Frame;
  readonly person: string;
  readonly name: string;
  readonly words: string;
  readonly found: readonly Found[] | undefined;
  readonly mayAddAdult: boolean;
};

/** Who is it? Somebody on record is chosen, never written down a second time. */
export function AddPage({ frame, person, name, words, found, mayAddAdult }: Props) {
  const at = `/children/${person}`;
  return (
    <Layout frame={frame} title="Who belongs to the family?">
      <a class="govuk-back-link" href={`${at}/family`}>
        Family of {name}
      </a>
      <h1 class="govuk-heading-l">Who belongs to the family of {name}?</h1>
      <form method="get" action={`${at}/family/add`} role="search">
        <div class="govuk-form-group">
          <label class="govuk-label govuk-label--s" for="words">
            Name
          </label>
          <div class="govuk-hint" id="words-hint">
            Whoever has a record already is found here. A part of the name is enough.
          </div>
          <input
            class="govuk-input govuk-input--width-20"
            id="words"
            name="words"
            type="search"
            value={words}
            autocomplete="off"
            spellcheck={false}
            aria-describedby="words-hint"
          />
        </div>
        <Button text="Look" />
      </form>
      {found === undefined ? null : (
        <Choices at={at} words={words} found={found.filter((one) => one.person !== person)} mayAddAdult={mayAddAdult} />
      )}
    </Layout>
  );
}

function Choices({
  at,
  words,
  found,
  mayAddAdult,
}: {
  readonly at: string;
  readonly words: string;
  readonly found: readonly Found[];
  readonly mayAddAdult: boolean;
}) {
  const relate = (query: Readonly<Record<string, string>>): string => `${at}/record/relationship?${new URLSearchParams(query)}`;
  return (
    <>
      <h2 class="govuk-heading-m">
        {found.length === 0 ? `Nobody called “${words}” has a record that you can find` : 'Is it one of these?'}
      </h2>
      <ul class="sl-cards">
        {found.map(({ person, standing }) => (
          <li class="sl-card">
            <a class="govuk-link" href={relate({ relative: person })}>
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
            <a class="govuk-link" href={`${at}/family/adult?${new URLSearchParams({ words })}`}>
              Make a record for {words}, an adult
            </a>
            <span class="sl-due sl-line">
              For parents, carers and whoever matters to the child’s safety: it can be opened, corrected and restricted.
            </span>
          </li>
        ) : null}
        <li>
          <a class="govuk-link" href={relate({ name: words })}>
            Name {words} without a record
          </a>
          <span class="sl-due sl-line">For somebody of whom no more than the name is needed.</span>
        </li>
      </ul>
    </>
  );
}
