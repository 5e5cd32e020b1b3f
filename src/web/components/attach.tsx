import { attachmentWords, type Attachment } from '../../kernel/step/attached.ts';
import { Button } from './button.tsx';

/** The files of the entry that is being written: with scripts they are chosen here, without them on a page of their own. */
export const Attach = ({ files }: { readonly files: readonly Attachment[] }) => (
  <div class="govuk-form-group" data-attach>
    <p class="govuk-label govuk-label--s">Photographs, scans and e-mails (optional)</p>
    <ul class="govuk-list sl-anywhere" data-attached>
      {files.map((file) => (
        <li>{attachmentWords(file)}</li>
      ))}
    </ul>
    <p hidden data-choose>
      <label class="govuk-label" for="attach-files">
        Choose files
      </label>
      <input class="govuk-file-upload" type="file" id="attach-files" multiple />
    </p>
    <p class="govuk-body sl-due" role="status" data-attaching></p>
    <Button
      text={files.length === 0 ? 'Attach files' : 'Attach or remove files'}
      name="stage"
      value="attach"
      classes="govuk-button--secondary"
    />
  </div>
);

/** The files of an entry, each behind the record's door. */
export const AttachedFiles = ({ files, person }: { readonly files: readonly Attachment[]; readonly person: string }) =>
  files.length === 0 ? null : (
    <ul class="govuk-list sl-files" aria-label="Files">
      {files.map((file) => (
        <li>
          <a class="govuk-link sl-anywhere" href={`/children/${person}/files/${file.id}`}>
            {attachmentWords(file)}
          </a>
        </li>
      ))}
    </ul>
  );
