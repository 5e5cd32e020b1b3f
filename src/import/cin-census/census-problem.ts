import type { CensusElement } from './census-xml.ts';

/** Something in the file that was not taken as it stands. Reported to the person who imports, and kept for repair. */
export type CensusProblem = {
  /** `refused`: not taken. `note`: taken, with this remark. `kept`: this version carries no such field; the text is kept here. */
  readonly kind: 'refused' | 'note' | 'kept';
  readonly line: number;
  /** The child's LAchildID; empty when the file gives none. */
  readonly child: string;
  /** The column, or the group of columns, as the census names it. */
  readonly field: string;
  readonly value: string;
  readonly reason: string;
  /** The row as the file gives it, cut at 4,000 characters. */
  readonly raw: string;
};

const longestRaw = 4_000;
const longestValue = 200;

export function problem(
  kind: CensusProblem['kind'],
  child: string,
  at: CensusElement,
  reason: string,
  row: CensusElement = at,
): CensusProblem {
  return { kind, line: at.line, child, field: at.name, value: at.text.slice(0, longestValue), reason, raw: rawOf(row) };
}

/** The row as XML again, for whoever repairs it. */
export function rawOf(element: CensusElement): string {
  return written(element, longestRaw).slice(0, longestRaw);
}

function written({ name, text, children }: CensusElement, room: number): string {
  let out = `<${name}>${escaped(text.slice(0, room))}`;
  for (const child of children) {
    if (out.length > room) break;
    out += written(child, room - out.length);
  }
  return `${out}</${name}>`;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
