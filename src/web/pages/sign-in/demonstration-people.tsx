import { nameWords } from '../../../kernel/names/words.ts';
import { roles } from '../../../kernel/step/permission.ts';
import { Button } from '../../components/button.tsx';
import { CsrfField } from '../../components/form-parts.tsx';
import { Input } from '../../components/text-input.tsx';
import type { SignInPerson } from '../../parts.ts';

/** Of whom more is wanted than the first few: by the beginnings of words of a name or a team, or everybody of a role. */
export type Wanted = { readonly find: string; readonly role: string };

/** There are hundreds to be, and at a large scale thousands: each role stands on the first screens. */
const first = { unasked: 4, asked: 100 } as const;

/** A team has a number too, which is meant as it is. */
const wordsOf = (text: string): readonly string[] => [...nameWords(text), ...(text.match(/\d+/g) ?? [])];
const fits = (begun: string, word: string): boolean => (/\d/.test(begun) ? word === begun : word.startsWith(begun));

/** Whoever holds no role is somebody from outside, to whom a manager shows something. */
const groups = { ...roles, outside: 'Expert from outside' } as const;

type Group = { readonly role: keyof typeof groups; readonly shown: readonly SignInPerson[]; readonly of: number };

function groupsOf(people: readonly SignInPerson[], { find, role: only }: Wanted): readonly Group[] {
  const asked = wordsOf(find);
  const isMeant = ({ name, team = '' }: SignInPerson): boolean => {
    const words = wordsOf(`${name} ${team}`);
    return asked.every((begun) => words.some((word) => fits(begun, word)));
  };
  const most = asked.length > 0 || only !== '' ? first.asked : first.unasked;
  return Object.keys(groups)
    .filter((role): role is Group['role'] => role in groups && (only === '' || role === only))
    .map((role) => ({ role, all: people.filter((person) => (person.role ?? 'outside') === role && isMeant(person)) }))
    .filter(({ all }) => all.length > 0)
    .map(({ role, all }) => ({ role, shown: all.slice(0, most), of: all.length }));
}

type Props = { readonly csrf: string; readonly next: string; readonly people: readonly SignInPerson[]; readonly wanted: Wanted };

export function DemonstrationPeople({ csrf, next, people, wanted }: Props) {
  const shown = groupsOf(people, wanted);
  return (
    <>
      <p class="govuk-body">This is a demonstration. Choose who to be; no password is needed.</p>
      <form method="get" action="/sign-in" class="sl-people__find">
        <input type="hidden" name="next" value={next} />
        <Input
          name="find"
          type="search"
          label={{ text: 'Find somebody by name or team' }}
          value={wanted.find}
          classes="govuk-input--width-20"
        />
        <Button text="Find" classes="govuk-button--secondary" />
      </form>
      {shown.length === 0 ? <p class="govuk-body">Nobody is called so, and no team.</p> : null}
      <form method="post" action="/sign-in">
        <CsrfField token={csrf} />
        <input type="hidden" name="next" value={next} />
        <div class="sl-people">
          {shown.map((group) => (
            <OfARole group={group} next={next} />
          ))}
        </div>
      </form>
    </>
  );
}

const OfARole = ({ group: { role, shown, of }, next }: { readonly group: Group; readonly next: string }) => (
  <section class="sl-people__group" aria-labelledby={`role-${role}`}>
    <h2 class="govuk-heading-s sl-tight" id={`role-${role}`}>
      {groups[role]}
    </h2>
    <ul class="govuk-list sl-people__list">
      {shown.map((person) => (
        <li>
          <button class="sl-person" type="submit" name="person" value={person.memberId}>
            <strong>{person.name}</strong>
            <span>{person.team ?? (role === 'outside' ? 'No role' : 'All teams')}</span>
          </button>
        </li>
      ))}
    </ul>
    {shown.length === of ? null : shown.length < first.asked ? (
      <a class="govuk-link" href={`/sign-in?${String(new URLSearchParams({ role, next }))}`}>
        All {of} <span class="govuk-visually-hidden">of them: {groups[role]}</span>
      </a>
    ) : (
      <p class="govuk-body-s">
        The first {shown.length} of {of}: find others by name or team.
      </p>
    )}
  </section>
);
