type Kind = { readonly kind: string; readonly is: (head: Buffer) => boolean };

const startsWith =
  (...bytes: readonly number[]) =>
  (head: Buffer): boolean =>
    bytes.every((byte, n) => head[n] === byte);
const has =
  (text: string, at = 0) =>
  (head: Buffer): boolean =>
    head.subarray(at, at + text.length).toString('latin1') === text;

/** How an e-mail that was saved as text begins: with a line of its head. */
const mailHead =
  /^(From|To|Cc|Date|Subject|Received|Return-Path|Reply-To|MIME-Version|Message-ID|Delivered-To|Content-Type|DKIM-Signature|ARC-[A-Za-z-]+|X-[A-Za-z0-9-]+): ?\S/i;
const isMail = (head: Buffer): boolean => {
  const text = head
    .subarray(0, 4096)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
  return mailHead.test(text) && !text.includes('\u0000') && /^(From|Date|Message-ID):/im.test(text);
};

const kinds: readonly Kind[] = [
  { kind: 'image/jpeg', is: startsWith(0xff, 0xd8, 0xff) },
  { kind: 'image/png', is: startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
  {
    kind: 'image/heic',
    is: (head) => has('ftyp', 4)(head) && /^(heic|heix|hevc|mif1|msf1|avif)$/.test(head.subarray(8, 12).toString('latin1')),
  },
  { kind: 'image/webp', is: (head) => has('RIFF')(head) && has('WEBP', 8)(head) },
  { kind: 'image/gif', is: (head) => has('GIF87a')(head) || has('GIF89a')(head) },
  { kind: 'image/tiff', is: (head) => startsWith(0x49, 0x49, 0x2a, 0x00)(head) || startsWith(0x4d, 0x4d, 0x00, 0x2a)(head) },
  { kind: 'application/pdf', is: has('%PDF-') },
  {
    kind: 'application/vnd.ms-outlook',
    is: (head) => startsWith(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)(head) && isOutlookMail(head),
  },
  { kind: 'message/rfc822', is: isMail },
];

/** Outlook's messages are in a container that old office documents share: a message names its parts `__substg1.0_…` or `__properties`. */
const isOutlookMail = (head: Buffer): boolean =>
  ['__substg1.0_', '__properties', '__nameid'].some((name) => head.includes(Buffer.from(name, 'utf16le')));

/** What a file is by its first bytes (the first megabyte, or all of it); undefined: none of the kinds that are taken. */
export const kindOf = (head: Buffer): string | undefined => kinds.find(({ is }) => is(head))?.kind;

export const kindsTaken = 'photographs and scans (JPEG, PNG, HEIC, WebP, GIF, TIFF or PDF) and e-mails (.eml or .msg)';

/** A name to show and to save a file under: without a path, without what could break a line, 120 characters at most. */
export const fileNameOf = (given: string): string => {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  // oxlint-disable-next-line no-control-regex
  const clean = last.replaceAll(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069"<>|:*?]/g, ' ').trim();
  if (clean === '' || /^\.+$/.test(clean)) return 'file';
  return clean.length <= 120 ? clean : `${clean.slice(0, 100)}…${clean.slice(-18)}`;
};
