const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A text as it stands in an element. XML forbids most control characters, also escaped. */
export const inXml = (text: string): string => text.replaceAll(forbidden, '').replaceAll(/[&<>]/g, (sign) => signs[sign] ?? '');
