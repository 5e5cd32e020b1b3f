import { isAscii, isUtf8 } from 'node:buffer';

export const saveAsUtf8 = 'Save it as UTF-8 and load it again.';

/** Why bytes that begin like this are not read as text in UTF-8. */
export function wrongStart(bytes: Uint8Array): string | undefined {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || a === 0 || b === 0) return `The file is written in UTF-16. ${saveAsUtf8}`;
  if (a === 0x50 && b === 0x4b)
    return 'The file is a ZIP archive or a workbook. Unpack it and load the files inside, or save each sheet as CSV.';
  return undefined;
}

export type Decoded = { readonly text: string; readonly invalid: boolean };

/** @returns the text, if all of it is UTF-8 */
export function textIn(bytes: Uint8Array): string | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isAscii(buffer)) return buffer.toString('latin1');
  return isUtf8(buffer) ? buffer.toString('utf8') : undefined;
}

/** @returns the text as far as it is UTF-8, and whether there is more that is not */
export function decode(decoder: TextDecoder, bytes: Uint8Array): Decoded {
  try {
    return { text: decoder.decode(bytes, { stream: true }), invalid: false };
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    const end = text.indexOf('\uFFFD');
    return { text: end < 0 ? '' : text.slice(0, end), invalid: true };
  }
}

export const notUtf8 = `There are bytes that are not UTF-8. ${saveAsUtf8}`;
