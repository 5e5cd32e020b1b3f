import type { LocalDate } from '../../../kernel/calendar/dates.ts';
import { Button } from '../../components/button.tsx';
import { CsrfField } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { InsetText } from '../../components/notices.tsx';
import { Input } from '../../components/text-input.tsx';
import { counted } from '../../said-dates.ts';
import { wordsOf, type FoundPerson } from './finding.ts';

const most = 50;

type Props = {
  readonly frame: Frame;
  readonly csrf: string;
  readonly words: string;
  readonly found?: readonly FoundPerson[];
  readonly today?: LocalDate;
  /** By what people are found is being derived again: spellings are not all known yet. */
  readonly isIncomplete?: boolean;
};

export const FindPage = ({ frame, csrf, words, found, today, isIncomplete = false }: Props) => (
  <Layout frame={frame} title={found === undefined ? 'Find a person' : `Find a person: ${found.length} found`}>
    <h1 class="govuk-heading-l">Find a person</h1>
    <form method="post" action="/find" class="sl-find" role="search" aria-label="People" data-search>
      <CsrfField token={csrf} />
      <Input
        name="name"
        type="search"
        label={{ text: 'Name, date of birth or number', classes: 'govuk-label--s' }}
        hint={{ text: 'Part of a name is enough, or how it sounds. A date as 14/05/2019. The council’s own number or the UPN in full.' }}
        value={words}
        classes="govuk-input--width-20"
        spellcheck={false}
        autocomplete="off"
      />
      <Button text="Find" />
    </form>
    <p class="govuk-body-s">
      The old record of a child who was adopted is not found here:{' '}
      <a class="govuk-link" href="/sealed">
        sealed records
      </a>{' '}
      are opened by officers who are named for it.
    </p>
    {isIncomplete ? (
      <InsetText text="The search is being renewed after a change of version: until that is done, some people are found only by their name as it is written." />
    ) : null}
    {found === undefined || today === undefined ? null : <Found words={words} found={found} today={today} />}
  </Layout>
);

function Found({ words, found, today }: { readonly words: string; readonly found: readonly FoundPerson[]; readonly today: LocalDate }) {
  if (found.length === 0)
    return (
      <p class="govuk-body">
        Nobody found for “{words}”. Try a part of the name, how it sounds, or the name with the year of birth. Restricted records are not
        found by name.
      </p>
    );
  return (
    <>
      <h2 class="govuk-heading-m">
        {counted(found.length, 'person', 'people')} found
        {found.length >= most ? ': the 50 most like. Type more of the name, or the date of birth, to find fewer.' : ', most like first'}
      </h2>
      <ul class="sl-cards">
        {found.map((one) => (
          <FoundCard key={one.person} found={one} today={today} href={`/children/${one.person}`} />
        ))}
      </ul>
    </>
  );
}

/** Somebody found, with the way to wherever they were looked for. */
export function FoundCard({ found, today, href }: { readonly found: FoundPerson; readonly today: LocalDate; readonly href: string }) {
  const { title, age, lines } = wordsOf(found, today);
  return (
    <li class="sl-card">
      <a class="govuk-link" href={href}>
        {title}
      </a>{' '}
      <span class="sl-due">{age}</span>
      {lines.map((line) => (
        <span class="sl-due sl-line">{line}</span>
      ))}
    </li>
  );
}
