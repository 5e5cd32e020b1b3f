import { formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { Standing } from '../../../record/contract.ts';
import { Button } from '../../components/button.tsx';
import { CsrfField } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { Input } from '../../components/text-input.tsx';
import { counted } from '../../said-dates.ts';
import { ageWords, standingWords } from '../board/row.ts';

/** Found by name, or (`number`) by a number, when no name is shown before the record is opened. */
export type FoundChild =
  | { readonly person: string; readonly standing: Standing; readonly team: string | undefined; readonly worker: string | undefined }
  | { readonly person: string; readonly number: string };

const most = 50;

type Props = {
  readonly frame: Frame;
  readonly csrf: string;
  readonly words: string;
  readonly found?: readonly FoundChild[];
  readonly today?: LocalDate;
};

export const FindPage = ({ frame, csrf, words, found, today }: Props) => (
  <Layout frame={frame} title={found === undefined ? 'Find a child' : `Find a child: ${found.length} found`}>
    <h1 class="govuk-heading-l">Find a child</h1>
    <form method="post" action="/find" class="sl-find" role="search">
      <CsrfField token={csrf} />
      <Input
        name="name"
        type="search"
        label={{ text: 'Name, or a number such as the council’s own or the UPN', classes: 'govuk-label--s' }}
        hint={{ text: 'A part of a name is enough; a number must be whole.' }}
        value={words}
        classes="govuk-input--width-20"
        spellcheck={false}
        autocomplete="off"
      />
      <Button text="Find" />
    </form>
    {found === undefined || today === undefined ? null : <Found words={words} found={found} today={today} />}
  </Layout>
);

function Found({ words, found, today }: { readonly words: string; readonly found: readonly FoundChild[]; readonly today: LocalDate }) {
  if (found.length === 0)
    return (
      <p class="govuk-body">
        No child found for “{words}”. Check the spelling, or try a part of the name. Restricted children are not found by name.
      </p>
    );
  return (
    <>
      <h2 class="govuk-heading-m">
        {counted(found.length, 'child', 'children')} found
        {found.length >= most ? ': the first 50. Type more of the name to find fewer.' : ''}
      </h2>
      <ul class="sl-cards">
        {found.map((child) => (
          <li class="sl-card" key={child.person}>
            {'number' in child ? <Numbered {...child} /> : <Named child={child} today={today} />}
          </li>
        ))}
      </ul>
    </>
  );
}

const Numbered = ({ person, number }: { readonly person: string; readonly number: string }) => (
  <>
    <a class="govuk-link" href={`/children/${person}`}>
      The child with the number {number}
    </a>
    <span class="sl-due sl-line">Name and details are shown when the record is opened.</span>
  </>
);

function Named({
  child: { person, standing, team, worker },
  today,
}: {
  readonly child: Extract<FoundChild, { readonly standing: Standing }>;
  readonly today: LocalDate;
}) {
  return (
    <>
      <a class="govuk-link" href={`/children/${person}`}>
        {standing.name}
      </a>{' '}
      <span class="sl-due">{ageWords(standing, today)}</span>
      <span class="sl-due sl-line">
        {standing.bornOn === undefined ? 'date of birth not known' : `born ${formatDate(standing.bornOn)}`}, {standingWords(standing)}
      </span>
      <span class="sl-due sl-line">
        {worker ?? 'no named worker'}, {team ?? 'no team'}
      </span>
    </>
  );
}
