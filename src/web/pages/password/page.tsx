import type { Problem } from '../../../kernel/step/outcome.ts';
import { Button } from '../../components/button.tsx';
import { CsrfField, errorAt } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { InsetText } from '../../components/notices.tsx';
import { Input } from '../../components/text-input.tsx';

type Props = { readonly frame: Frame; readonly csrf: string; readonly problems?: readonly Problem[]; readonly isChanged?: boolean };

const title = 'Change your password';

/** Nothing that was typed is ever given back. */
export const PasswordPage = ({ frame, csrf, problems = [], isChanged = false }: Props) => (
  <Layout frame={frame} title={title} problems={problems}>
    <h1 class="govuk-heading-l">{title}</h1>
    {isChanged ? <InsetText text="Your password is changed. Wherever else you were signed in, you no longer are." /> : null}
    <form method="post" action="/password" noValidate>
      <CsrfField token={csrf} />
      <Secret name="current" label="The password you have now" autocomplete="current-password" problems={problems} />
      <Secret
        name="next"
        label="New password"
        hint="12 characters or more. Three words that do not belong together are easy to remember, and hard to guess. No signs or capitals are needed."
        autocomplete="new-password"
        problems={problems}
      />
      <Secret name="again" label="New password once more" autocomplete="new-password" problems={problems} />
      <p class="govuk-body">Wherever else you are signed in, you will no longer be.</p>
      <Button text="Change the password" preventDoubleClick />
    </form>
  </Layout>
);

/** In a demonstration nobody has a password to change. */
export const NoPasswordPage = ({ frame }: { readonly frame: Frame }) => (
  <Layout frame={frame} title={title}>
    <h1 class="govuk-heading-l">{title}</h1>
    <p class="govuk-body">
      This is a demonstration: its people are invented, sign in without a password, and have none that could be changed.
    </p>
  </Layout>
);

type SecretProps = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly autocomplete: 'current-password' | 'new-password';
  readonly problems: readonly Problem[];
};

const Secret = ({ name, label, hint, autocomplete, problems }: SecretProps) => (
  <Input
    name={name}
    type="password"
    label={{ text: label, classes: 'govuk-label--s' }}
    hint={hint === undefined ? undefined : { text: hint }}
    classes="govuk-input--width-20"
    autocomplete={autocomplete}
    spellcheck={false}
    errorMessage={errorAt(problems, name)}
  />
);
