import { longestRaw, longestValue, type Problem } from '../intake/problem.ts';
import type { XmlElement } from '../../reading/xml-units.ts';

export function problem(kind: Problem['kind'], child: string, at: XmlElement, reason: string, row: XmlElement = at): Problem {
  return { kind, line: at.line, child, field: at.name, value: at.text.slice(0, longestValue), reason, raw: rawOf(row) };
}

/** The row as XML again, for whoever repairs it. */
export function rawOf(element: XmlElement): string {
  return written(element, longestRaw).slice(0, longestRaw);
}

function written({ name, text, children }: XmlElement, room: number): string {
  let out = `<${name}>${escaped(text.slice(0, room))}`;
  for (const child of children) {
    if (out.length > room) break;
    out += written(child, room - out.length);
  }
  return `${out}</${name}>`;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
