import { longestText } from './limits.ts';
import type { XmlElement } from './xml-shape.ts';

type Open = { readonly name: string; readonly line: number; readonly children: XmlElement[]; readonly from: number };

const nothing: readonly XmlElement[] = [];
const deepest = 10;
const mostNames = 500;
const [newLine, carriageReturn, space, slash, less, more] = [10, 13, 32, 47, 60, 62];

/**
 * Reads units as almost every return is written: tags without attributes, text without references, nothing but white space between. It takes
 * a tenth of the parser's time, and knows only what it is sure of. One unit after the other, so that each has gone before the next one comes.
 * @returns the line at which it ends; undefined: there is something else in it, right or wrong; let the parser look at all of it
 */
export function* readPlain(text: string, unit: string, line: number): Generator<XmlElement, number | undefined, undefined> {
  const plain = new Plain(text, unit, line);
  for (let next = plain.next(); next !== undefined; next = plain.next()) yield next;
  return plain.end();
}

class Plain {
  private at = 0;
  private line: number;
  private readonly text: string;
  private readonly unit: string;
  private readonly open: Open[] = [];
  private built: XmlElement | undefined;
  private isPlain = true;

  constructor(text: string, unit: string, line: number) {
    this.line = line;
    this.text = text;
    this.unit = unit;
  }

  /** @returns the next unit; undefined: there is no other, or what comes is not plain */
  next(): XmlElement | undefined {
    const { text } = this;
    this.built = undefined;
    while (this.passSpace() && this.at < text.length) {
      this.isPlain = text.charCodeAt(this.at + 1) === slash ? this.close() : this.element();
      if (!this.isPlain) return undefined;
      if (this.built !== undefined) return this.built;
    }
    return undefined;
  }

  /** @returns its last line, if it was read to its end */
  end(): number | undefined {
    return this.isPlain && this.at === this.text.length && this.open.length === 0 ? this.line : undefined;
  }

  /** @returns whether a tag comes after it, or the end */
  private passSpace(): boolean {
    const { text } = this;
    for (; this.at < text.length; this.at += 1) {
      const code = text.charCodeAt(this.at);
      if (code === less) return true;
      if (code === newLine) this.line += 1;
      else if (code === carriageReturn ? text.charCodeAt(this.at + 1) !== newLine : code !== space && code !== 9) return false;
    }
    return true;
  }

  private element(): boolean {
    const { text, line } = this;
    const from = this.at;
    const end = text.indexOf('>', from);
    const name = end < 0 ? undefined : plainName(text.slice(from + 1, end));
    if (name === undefined || this.open.length > deepest || (this.open.length === 0 && name !== this.unit)) return false;
    const until = this.endOfText(end + 1);
    if (until === undefined) return false;
    // What ends here is a leaf; what does not has other elements in it.
    if (text.charCodeAt(until + 1) === slash) return this.leaf(name, line, end + 1, until);
    this.open.push({ name, line, children: [], from });
    this.line = line;
    this.at = end + 1;
    return true;
  }

  /** @returns where the next tag begins, if all before it is plain */
  private endOfText(from: number): number | undefined {
    const { text } = this;
    for (let at = from; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === less) return at;
      if (code === newLine) this.line += 1;
      else if (!isPlain(code) && !(code === carriageReturn && text.charCodeAt(at + 1) === newLine)) return undefined;
    }
    return undefined;
  }

  private leaf(name: string, line: number, from: number, until: number): boolean {
    const written = this.text.slice(from, until).trim();
    const end = until + name.length + 2;
    if (this.open.length === 0 || !this.text.startsWith(name, until + 2) || this.text.charCodeAt(end) !== more) return false;
    if (this.line !== line && written.includes('\r')) return false;
    this.open.at(-1)?.children.push({ name, line, text: written, children: nothing });
    this.at = end + 1;
    return true;
  }

  private close(): boolean {
    const built = this.open.pop();
    if (built === undefined || !this.text.startsWith(`${built.name}>`, this.at + 2)) return false;
    const { name, line, children, from } = built;
    this.at += name.length + 3;
    // One that may be larger than a child is: the parser counts more closely.
    if (this.at - from > longestText) return false;
    const element = { name, line, text: '', children };
    const within = this.open.at(-1);
    if (within === undefined) this.built = element;
    else within.children.push(element);
    return true;
  }
}

/** Not a control character, a reference, the end of a CDATA section, a half of a character or what is none. */
const isPlain = (code: number): boolean =>
  (code >= space && code !== 38 && code !== 93 && code < 0x7f) || (code >= 0xa0 && code < 0xd800) || code === 9;

const names = new Map<string, string>();

/** @returns the name as it was met before: what is looked up by it is then found sooner */
function plainName(written: string): string | undefined {
  const known = names.get(written);
  if (known !== undefined) return known;
  if (names.size >= mostNames || written.length > 60 || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(written)) return undefined;
  names.set(written, written);
  return written;
}
