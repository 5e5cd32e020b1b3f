/** A file that belongs to an entry. The digest stands in the answers, and so under the ledger; the content stands apart, where it alone can be erased. */
export type Attachment = {
  readonly id: string;
  readonly name: string;
  /** What its content is, as a media type: told by the content, never by the name. */
  readonly kind: string;
  readonly bytes: number;
  /** SHA-256 of the content, in hexadecimal. */
  readonly digest: string;
  /** Whether it was checked for viruses, and none was found. */
  readonly isChecked: boolean;
};

/** Under this name the shared answers of any entry hold its files: whatever the step, and asked by no field of it. */
export const attachedName = 'attached';

const isAttachment = (value: unknown): value is Attachment =>
  typeof value === 'object' && value !== null && ['id', 'name', 'kind', 'bytes', 'digest', 'isChecked'].every((key) => key in value);

/** The files of a statement. */
export function attachedTo(answers: Readonly<Record<string, unknown>>): readonly Attachment[] {
  const files = answers[attachedName];
  return Array.isArray(files) ? files.filter(isAttachment) : [];
}

/** "2.1 MB", "340 KB". */
export const sizeWords = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${(bytes / (1024 * 1024)).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;

export const attachmentWords = ({ name, bytes, isChecked }: Pick<Attachment, 'name' | 'bytes' | 'isChecked'>): string =>
  `${name} (${sizeWords(bytes)}${isChecked ? '' : ', not checked for viruses'})`;
