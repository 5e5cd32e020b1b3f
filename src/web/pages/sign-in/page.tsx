import { roles, type Role } from '../../../kernel/step/permission.ts';
import { Button } from '../../components/button.tsx';
import { CsrfField, problemsOf } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { InsetText } from '../../components/notices.tsx';
import { Input } from '../../components/text-input.tsx';
import type { SignInPerson } from '../../parts.ts';

type Props = {
  readonly frame: Frame;
  readonly csrf: string;
  readonly next: string;
  readonly people: readonly SignInPerson[] | undefined;
  /** What a session that had ended cost: "kept": nothing; another word: what was sent. Empty: none had. */
  readonly ended: string;
  readonly problem: string | undefined;
  /** As typed before, when it was not right. */
  readonly email: string;
};

const wordsKept = 'Your session had ended. Sign in again as the same person: what you typed is kept for an hour.';

export function SignInPage({ frame, csrf, next, people, ended, problem, email }: Props) {
  return (
    <Layout frame={frame} title="Sign in" problems={problemsOf('email', problem)}>
      <h1 class="govuk-heading-l">Sign in to Sightline</h1>
      {ended === '' ? null : <InsetText text={ended === 'kept' ? wordsKept : 'Your session had ended, and what you sent was not taken.'} />}
      {people === undefined ? <Password csrf={csrf} next={next} email={email} /> : <People csrf={csrf} next={next} people={people} />}
    </Layout>
  );
}

function People({ csrf, next, people }: { readonly csrf: string; readonly next: string; readonly people: readonly SignInPerson[] }) {
  const order = Object.keys(roles).filter((role): role is Role => role in roles);
  return (
    <form method="post" action="/sign-in">
      <CsrfField token={csrf} />
      <input type="hidden" name="next" value={next} />
      <p class="govuk-body">This is a demonstration. Choose who to be; no password is needed.</p>
      <div class="sl-people">
        {order
          .map((role) => ({ role, members: people.filter((person) => person.role === role) }))
          .filter(({ members }) => members.length > 0)
          .map(({ role, members }) => (
            <section class="sl-people__group" aria-labelledby={`role-${role}`}>
              <h2 class="govuk-heading-s sl-tight" id={`role-${role}`}>
                {roles[role]}
              </h2>
              <ul class="govuk-list sl-people__list">
                {members.map((person) => (
                  <li>
                    <button class="sl-person" type="submit" name="person" value={person.memberId}>
                      <strong>{person.name}</strong>
                      <span>{person.team ?? 'All teams'}</span>
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          ))}
      </div>
    </form>
  );
}

const Password = ({ csrf, next, email }: Pick<Props, 'csrf' | 'next' | 'email'>) => (
  <form method="post" action="/sign-in" noValidate>
    <CsrfField token={csrf} />
    <input type="hidden" name="next" value={next} />
    <Input
      name="email"
      type="email"
      label={{ text: 'Email address' }}
      value={email}
      classes="govuk-input--width-20"
      autocomplete="username"
      spellcheck={false}
    />
    <Input name="password" type="password" label={{ text: 'Password' }} classes="govuk-input--width-20" autocomplete="current-password" />
    <Button text="Sign in" preventDoubleClick />
  </form>
);
