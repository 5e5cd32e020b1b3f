import { Button } from '../../components/button.tsx';
import { CsrfField, problemsOf } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { InsetText } from '../../components/notices.tsx';
import { Input } from '../../components/text-input.tsx';
import type { SignInPerson } from '../../parts.ts';
import { DemonstrationPeople, type Wanted } from './demonstration-people.tsx';

type Props = {
  readonly frame: Frame;
  readonly csrf: string;
  readonly next: string;
  readonly people: readonly SignInPerson[] | undefined;
  readonly wanted: Wanted;
  /** What a session that had ended cost: "kept": nothing; another word: what was sent. Empty: none had. */
  readonly ended: string;
  readonly problem: string | undefined;
  /** As typed before, when it was not right. */
  readonly email: string;
};

const wordsKept = 'Your session had ended. Sign in again as the same person: what you typed is kept for an hour.';

export function SignInPage({ frame, csrf, next, people, wanted, ended, problem, email }: Props) {
  return (
    <Layout frame={frame} title="Sign in" problems={problemsOf('email', problem)}>
      <h1 class="govuk-heading-l">Sign in to Sightline</h1>
      {ended === '' ? null : <InsetText text={ended === 'kept' ? wordsKept : 'Your session had ended, and what you sent was not taken.'} />}
      {people === undefined ? (
        <Password csrf={csrf} next={next} email={email} />
      ) : (
        <DemonstrationPeople csrf={csrf} next={next} people={people} wanted={wanted} />
      )}
      <p class="govuk-body">
        <a class="govuk-link" href="/check">
          Check a return without signing in
        </a>
      </p>
    </Layout>
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
