import { Button } from '../../components/button.tsx';
import { Radios } from '../../components/choices.tsx';
import { CsrfField, problemsOf } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { Input } from '../../components/text-input.tsx';

export const usualReasons = [
  'I work with this child or their family',
  'I supervise or manage the work',
  'I am preparing or chairing a meeting',
  'I am on duty and something has come in',
  'Quality assurance or audit',
] as const;

type Props = {
  readonly frame: Frame;
  readonly csrf: string;
  readonly person: string;
  readonly next: string;
  readonly problem?: string;
  readonly chosen?: string;
  readonly more?: string;
};

/** Any practitioner may open a record and says why: the reason is kept and shown to everyone who opens it. */
export function ReasonPage({ frame, csrf, person, next, problem, chosen, more = '' }: Props) {
  return (
    <Layout frame={frame} title="Why are you opening this record?" problems={problemsOf('reason', problem)}>
      <form method="post" action={`/children/${person}/open`} noValidate>
        <CsrfField token={csrf} />
        <input type="hidden" name="next" value={next} />
        <Radios
          name="reason"
          classes="govuk-radios--small"
          fieldset={{ legend: { text: 'Why are you opening this record?', classes: 'govuk-fieldset__legend--l', isPageHeading: true } }}
          hint={{
            text: 'Your name, the time and the reason are kept, and shown to everyone who opens this record. You are asked once while you stay signed in.',
          }}
          errorMessage={problem === undefined ? undefined : { text: problem }}
          value={chosen}
          items={[...usualReasons, 'Another reason'].map((reason) => ({ value: reason, text: reason }))}
        />
        <Input
          name="more"
          label={{ text: 'In your own words (needed for another reason)' }}
          value={more}
          attributes={{ maxlength: '300' }}
        />
        <Button text="Open the record" preventDoubleClick />
      </form>
    </Layout>
  );
}
