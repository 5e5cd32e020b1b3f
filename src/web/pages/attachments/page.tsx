import { attachmentWords, type Attachment } from '../../../kernel/step/attached.ts';
import type { Problem } from '../../../kernel/step/outcome.ts';
import { Button } from '../../components/button.tsx';
import { CsrfField, errorAt } from '../../components/form-parts.tsx';
import { ErrorMessage } from '../../components/field-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { BackLink } from '../../components/notices.tsx';
import { kindsTaken } from './file-kind.ts';

type Props = {
  readonly frame: Frame;
  readonly csrf: string;
  readonly title: string;
  readonly entry: string;
  /** The address of the form; the files' own is below it. */
  readonly action: string;
  readonly files: readonly Attachment[];
  readonly problems: readonly Problem[];
};

/** The files of a draft: what is attached, and more. For a browser without scripts; with them, the form itself takes files. */
export function FilesPage({ frame, csrf, title, entry, action, files, problems }: Props) {
  const error = errorAt(problems, 'files');
  return (
    <Layout frame={frame} title={`${problems.length > 0 ? 'Error: ' : ''}Files: ${title}`} problems={problems}>
      <BackLink text={`Back to: ${title}`} href={`${action}?draft=${entry}`} />
      <h1 class="govuk-heading-l">Photographs, scans and e-mails</h1>
      <p class="govuk-body">Of your draft: {title}. They become part of the record with the entry, and are opened through it alone.</p>
      {files.length === 0 ? <p class="govuk-body">Nothing is attached yet.</p> : null}
      <ul class="govuk-list">
        {files.map((file) => (
          <li>
            <form method="post" action={`${action}/files/${file.id}/remove`} class="sl-file">
              <CsrfField token={csrf} />
              <input type="hidden" name="entry" value={entry} />
              <span class="sl-anywhere">{attachmentWords(file)}</span>{' '}
              <button class="govuk-button govuk-button--secondary sl-button" type="submit">
                Remove<span class="govuk-visually-hidden">: {file.name}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
      <form method="post" action={`${action}/files`} encType="multipart/form-data">
        <CsrfField token={csrf} />
        <input type="hidden" name="entry" value={entry} />
        <div class={`govuk-form-group${error === undefined ? '' : ' govuk-form-group--error'}`}>
          <label class="govuk-label govuk-label--s" for="files">
            Attach files
          </label>
          <div class="govuk-hint" id="files-hint">
            25 MB each at most: {kindsTaken}
          </div>
          {error === undefined ? null : <ErrorMessage id="files-error" text={error.text} />}
          <input class="govuk-file-upload" type="file" id="files" name="files" multiple aria-describedby="files-hint" />
        </div>
        <div class="govuk-button-group">
          <Button text="Attach" preventDoubleClick />
          <a class="govuk-link" href={`${action}?draft=${entry}`}>
            Back to the form
          </a>
        </div>
      </form>
    </Layout>
  );
}
