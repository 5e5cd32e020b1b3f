import { Button } from '../../components/button.tsx';
import { Checkboxes } from '../../components/choices.tsx';
import { CsrfField, errorAt } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { BackLink, InsetText } from '../../components/notices.tsx';
import { Input, TextArea } from '../../components/text-input.tsx';
import type { Problem } from '../../../kernel/step/outcome.ts';
import type { Member } from '../../parts.ts';

type Props = {
  readonly frame: Frame;
  readonly csrf: string;
  readonly person: string;
  readonly name: string;
  readonly members: readonly Member[];
  readonly given: { readonly ring: string; readonly reason: string; readonly readers: readonly string[] };
  readonly problems: readonly Problem[];
  /** The restriction that stands, in words, and whether this reader may change or lift it. */
  readonly standing: { readonly words: string; readonly mayChange: boolean } | undefined;
};

/** Closes a record to all but the people named, or opens it again to every practitioner. */
export function RestrictPage({ frame, csrf, person, name, members, given, problems, standing }: Props) {
  return (
    <Layout frame={frame} title="Who may open this record" problems={problems}>
      <BackLink text={name} href={`/children/${person}`} />
      <h1 class="govuk-heading-l">Who may open this record</h1>
      <p class="govuk-body">
        A restricted record leaves every list, count and search but those of the people named. Others who need it must give a reason that
        every manager sees.
      </p>
      {standing === undefined ? null : <InsetText text={standing.words} />}
      {standing?.mayChange === false ? (
        <p class="govuk-body">Only a manager who is named for it, or a head of service, may change this. Ask one of them.</p>
      ) : (
        <RestrictForm
          csrf={csrf}
          person={person}
          members={members}
          given={given}
          problems={problems}
          isRestricted={standing !== undefined}
        />
      )}
    </Layout>
  );
}

type FormProps = Omit<Props, 'frame' | 'name' | 'standing'> & { readonly isRestricted: boolean };

function RestrictForm({ csrf, person, members, given, problems, isRestricted }: FormProps) {
  const problemAt = (field: string) => errorAt(problems, field);
  return (
    <form method="post" action={`/children/${person}/restrict`} noValidate>
      <CsrfField token={csrf} />
      <Input
        name="ring"
        label={{ text: 'What those outside are told' }}
        hint={{ text: 'A word or two that name nobody, for example “Adoption” or “Family of a colleague”.' }}
        errorMessage={problemAt('ring')}
        value={given.ring}
        classes="govuk-input--width-20"
        attributes={{ maxlength: '60' }}
      />
      <Checkboxes
        name="readers"
        classes="govuk-checkboxes--small sl-many"
        attributes={{ tabindex: '0', role: 'group', 'aria-label': 'People who may open it' }}
        fieldset={{ legend: { text: 'People who may open it', classes: 'govuk-fieldset__legend--s' } }}
        hint={{ text: 'Name the worker and their manager at least.' }}
        errorMessage={problemAt('readers')}
        items={members.map(({ id, name: who }) => ({ value: id, text: who }))}
        values={given.readers}
      />
      <TextArea name="reason" label={{ text: 'Reason' }} rows={3} value={given.reason} errorMessage={problemAt('reason')} />
      <div class="govuk-button-group">
        <Button text="Restrict to the people named" preventDoubleClick />
        {isRestricted ? <Button text="Lift the restriction" name="lift" value="yes" classes="govuk-button--secondary" /> : null}
        <a class="govuk-link" href={`/children/${person}`}>
          Cancel
        </a>
      </div>
    </form>
  );
}
