import { Button } from '../../components/button.tsx';
import { CsrfField, problemsOf } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { WarningText } from '../../components/notices.tsx';
import { TextArea } from '../../components/text-input.tsx';

type Props = {
  readonly frame: Frame;
  readonly csrf: string;
  readonly person: string;
  readonly ring: string;
  readonly next: string;
  readonly problem?: string;
};

/** The record exists and is closed to this reader: nothing about the child is shown, and the way in is named with what it costs. */
export const RestrictedPage = ({ frame, csrf, person, ring, next, problem }: Props) => (
  <Layout frame={frame} title="This record is restricted" problems={problemsOf('reason', problem)}>
    <h1 class="govuk-heading-l">This record is restricted</h1>
    <p class="govuk-body">
      It exists, and only the people named for it may open it: <strong>{ring === '' ? 'restricted' : ring}</strong>. If you are not in a
      hurry, ask your team manager or the head of service.
    </p>
    <h2 class="govuk-heading-m">Open it all the same</h2>
    <p class="govuk-body">If a child may come to harm while you ask, open it now. It always works.</p>
    <WarningText text="Every team manager and head of service is told at once: your name, the time and your reason." />
    <form method="post" action={`/children/${person}/break-glass`} noValidate>
      <CsrfField token={csrf} />
      <input type="hidden" name="next" value={next} />
      <TextArea
        name="reason"
        label={{ text: 'Why you must see this record now' }}
        rows={3}
        errorMessage={problem === undefined ? undefined : { text: problem }}
      />
      <div class="govuk-button-group">
        <Button text="Open the restricted record" classes="govuk-button--warning" preventDoubleClick />
        <a class="govuk-link" href="/">
          Leave it closed
        </a>
      </div>
    </form>
  </Layout>
);
