import { Button } from '../../components/button.tsx';
import { CsrfField, problemsOf } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { BackLink } from '../../components/notices.tsx';
import { TextArea } from '../../components/text-input.tsx';
import type { ImportRun } from '../../parts.ts';

type Props = {
  readonly frame: Frame;
  readonly csrf: string;
  readonly run: ImportRun;
  readonly given?: string;
  readonly message?: string | undefined;
};

/** A file that stopped half-way and that nobody will load again: why boards need not wait for it. */
export const SetAsidePage = ({ frame, csrf, run, given, message }: Props) => (
  <Layout frame={frame} title="Set a file aside" problems={problemsOf('reason', message)}>
    <BackLink text={run.fileName} href={`/imports/${run.run}`} />
    <h1 class="govuk-heading-l">Set a file aside</h1>
    <p class="govuk-body">
      {run.fileName} stopped half-way. What was taken of it stays. Boards no longer say that they are incomplete because of it: do this only
      if nothing that it held is missing.
    </p>
    <form method="post" action={`/imports/${run.run}/set-aside`}>
      <CsrfField token={csrf} />
      <TextArea
        name="reason"
        rows={3}
        label={{ text: 'Why nobody needs the rest of it', classes: 'govuk-label--s' }}
        hint={{ text: 'It is shown with the import, with your name.' }}
        value={given}
        errorMessage={message === undefined ? undefined : { text: message }}
      />
      <Button text="Set aside" preventDoubleClick />
    </form>
  </Layout>
);
