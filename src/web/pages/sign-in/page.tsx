import { roles, type Role } from '../../../kernel/step/permission.ts';
import { Button, CsrfField } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import type { SignInPerson } from '../../parts.ts';

type Props = {
  readonly frame: Frame;
  readonly csrf: string;
  readonly next: string;
  readonly people: readonly SignInPerson[] | undefined;
  readonly ended: boolean;
  readonly problem: string | undefined;
};

export function SignInPage({ frame, csrf, next, people, ended, problem }: Props) {
  return (
    <Layout frame={frame} title={problem === undefined ? 'Sign in' : 'Error: Sign in'}>
      {problem === undefined ? null : (
        <div class="govuk-error-summary" data-module="govuk-error-summary">
          <div role="alert">
            <h2 class="govuk-error-summary__title">There is a problem</h2>
            <p class="govuk-body">
              <a href="#email">{problem}</a>
            </p>
          </div>
        </div>
      )}
      <h1 class="govuk-heading-l">Sign in to Sightline</h1>
      {ended ? (
        <div class="govuk-inset-text">Your session had ended. Sign in again as the same person: what you typed is kept for an hour.</div>
      ) : null}
      {people === undefined ? <Password csrf={csrf} next={next} /> : <People csrf={csrf} next={next} people={people} />}
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

const Password = ({ csrf, next }: { readonly csrf: string; readonly next: string }) => (
  <form method="post" action="/sign-in" noValidate>
    <CsrfField token={csrf} />
    <input type="hidden" name="next" value={next} />
    <div class="govuk-form-group">
      <label class="govuk-label" for="email">
        Email address
      </label>
      <input class="govuk-input govuk-input--width-20" id="email" name="email" type="email" autocomplete="username" spellcheck={false} />
    </div>
    <div class="govuk-form-group">
      <label class="govuk-label" for="password">
        Password
      </label>
      <input class="govuk-input govuk-input--width-20" id="password" name="password" type="password" autocomplete="current-password" />
    </div>
    <Button>Sign in</Button>
  </form>
);
