import { createHash } from 'node:crypto';
import type { OutputDocument } from './document.ts';
import { pdfOf } from './pdf/pdf.ts';
import { wordOf } from './word.ts';

export const formats = { pdf: 'PDF', docx: 'Word' } as const;
export type Format = keyof typeof formats;
export const isFormat = (name: string): name is Format => Object.hasOwn(formats, name);

export type MadeFile = {
  readonly bytes: Buffer;
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly digest: string;
  /** As a media type. */
  readonly kind: string;
  readonly name: string;
};

/** As a media type. */
export const kindOfFormat = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** Nothing of a person in a file's name: it stands in lists of downloads, and in the subject of e-mails. */
const nameOf = ({ title, madeAt }: OutputDocument, format: Format): string =>
  `${title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')}-${madeAt.slice(0, 10)}.${format}`;

/** Makes it in the thread that asks, which does nothing else meanwhile. */
export async function makeHere(document: OutputDocument, format: Format): Promise<MadeFile> {
  const bytes = format === 'pdf' ? await pdfOf(document) : await wordOf(document);
  return { bytes, digest: createHash('sha256').update(bytes).digest('hex'), kind: kindOfFormat[format], name: nameOf(document, format) };
}
