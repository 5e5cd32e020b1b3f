import { SaxesParser } from 'saxes';
import { longestText, mostOfAChild } from './limits.ts';

/** One element of a unit. `text` is its own text, trimmed; of a text that is too long only the beginning is kept. */
export type XmlElement = {
  readonly name: string;
  readonly line: number;
  readonly text: string;
  /** The number of characters that the file gives, when it is more than a field may have. */
  readonly tooLong?: number;
  readonly children: readonly XmlElement[];
};

export type XmlEvent =
  | { readonly kind: 'unit'; readonly line: number; readonly path: string; readonly element: XmlElement }
  /** More than one child can have: `element` is what came before that, enough to say who it is; the rest was passed over. */
  | { readonly kind: 'tooMuch'; readonly line: number; readonly path: string; readonly element: XmlElement; readonly of: Over }
  /** Reading ended here, before the end of the file. What came before was read whole. Always the last event. */
  | { readonly kind: 'stopped'; readonly line: number; readonly message: string };

export type Over = 'elements' | 'characters';

/** What a kind of file is built of: its root, and the paths below it that are read one at a time. */
export type XmlShape = {
  /** As in "This is not a CIN census". */
  readonly what: string;
  readonly root: string;
  readonly units: ReadonlySet<string>;
};

const kept = 200;
const mostWithoutMarkup = 16_000_000;
const deepest = 16;
const slice = 65_536;

type Building = { readonly name: string; readonly line: number; text: string; length: number; readonly children: XmlElement[] };

/** Why reading must stop: thrown through the parser, never beyond this file. */
class Stop extends Error {
  readonly line: number;
  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

/** Reads XML as it arrives, one unit at a time, in constant memory. Expected faults of the file are an event, never thrown. */
export async function* readUnits(source: AsyncIterable<Uint8Array>, shape: XmlShape): AsyncGenerator<XmlEvent, void, undefined> {
  const reader = new Reader(shape);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let first = true;
  for await (const bytes of source) {
    for (let at = 0; at < bytes.length; at += slice) {
      const part = bytes.subarray(at, at + slice);
      const refusal = first ? wrongStart(part) : undefined;
      first = false;
      const stopped =
        refusal === undefined ? reader.take(() => decode(decoder, part)) : { kind: 'stopped' as const, line: 1, message: refusal };
      yield* reader.events();
      if (stopped !== undefined) return yield stopped;
    }
  }
  const stopped = reader.end(decoder);
  yield* reader.events();
  if (stopped !== undefined) yield stopped;
}

const saveAsUtf8 = 'Save it as UTF-8 and load it again.';

/** Why bytes that begin like this are not read as text in UTF-8. */
export function wrongStart(bytes: Uint8Array): string | undefined {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || a === 0 || b === 0) return `The file is written in UTF-16. ${saveAsUtf8}`;
  if (a === 0x50 && b === 0x4b)
    return 'The file is a ZIP archive or a workbook. Unpack it and load the files inside, or save each sheet as CSV.';
  return undefined;
}

export type Decoded = { readonly text: string; readonly invalid: boolean };

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

class Reader {
  private readonly parser = new SaxesParser();
  private readonly shape: XmlShape;
  private readonly open: Building[] = [];
  /** How many elements were open when the unit that is being read began; undefined outside of one. */
  private unit: { readonly path: string; readonly depth: number } | undefined;
  private ready: XmlEvent[] = [];
  private rootSeen = false;
  private elements = 0;
  private characters = 0;
  private over: Over | undefined;
  private sinceMarkup = 0;
  private prolog = '';

  constructor(shape: XmlShape) {
    this.shape = shape;
    this.parser.on('error', (error) => this.stop(plain(error.message)));
    this.parser.on('xmldecl', ({ encoding }) => this.declared(encoding));
    this.parser.on('doctype', () => this.noDoctype());
    this.parser.on('opentagstart', (tag) => this.start(tag.name));
    this.parser.on('opentag', () => this.progressed());
    this.parser.on('text', (text) => this.text(text));
    this.parser.on('cdata', (text) => this.text(text));
    this.parser.on('comment', () => this.progressed());
    this.parser.on('closetag', () => this.close());
  }

  *events(): Generator<XmlEvent> {
    const ready = this.ready;
    this.ready = [];
    yield* ready;
  }

  take(next: () => Decoded): XmlEvent | undefined {
    return this.guarded(() => {
      const { text, invalid } = next();
      this.lookForDoctype(text);
      this.sinceMarkup += text.length;
      this.parser.write(text);
      if (this.sinceMarkup > mostWithoutMarkup) this.stop('There is a text of more than 16 million characters.');
      if (invalid) this.stop(notUtf8);
    });
  }

  end(decoder: TextDecoder): XmlEvent | undefined {
    return this.guarded(() => {
      const unclosed = this.open.at(-1);
      if (unclosed !== undefined)
        this.stop(`The file ends too early: ${unclosed.name}, which begins at line ${unclosed.line}, is not closed.`);
      if (!this.rootSeen) this.stop('The file is empty or is not XML.');
      try {
        decoder.decode();
      } catch {
        this.stop(`The file ends in the middle of a character. ${saveAsUtf8}`);
      }
      this.parser.close();
    });
  }

  private guarded(work: () => void): XmlEvent | undefined {
    try {
      work();
      return undefined;
    } catch (error) {
      if (error instanceof Stop) return { kind: 'stopped', line: error.line, message: error.message };
      throw error;
    }
  }

  private stop(message: string): never {
    throw new Stop(this.parser.line, message);
  }

  private progressed(): void {
    this.sinceMarkup = 0;
  }

  /** Before the parser sees it: a document type may be a bomb, and is never part of a return. */
  private lookForDoctype(text: string): void {
    if (this.rootSeen) return;
    this.prolog = this.prolog.slice(-16) + text;
    if (/<!(DOCTYPE|ENTITY)/i.test(this.prolog)) this.noDoctype();
  }

  private noDoctype(): never {
    return this.stop('The file declares a document type or entities. A return has none; for safety such a file is not read.');
  }

  private declared(encoding: string | undefined): void {
    if (encoding !== undefined && !/^(utf-?8|us-ascii)$/i.test(encoding))
      this.stop(`The file says that it is written in ${encoding.slice(0, 40)}. ${saveAsUtf8}`);
  }

  private start(name: string): void {
    this.progressed();
    const own = local(name);
    if (!this.rootSeen && own !== this.shape.root)
      this.stop(`This is not ${this.shape.what}: it begins with ${own.slice(0, 60)}, not with ${this.shape.root}.`);
    this.rootSeen = true;
    if (this.open.length >= deepest) this.stop(`Elements are nested more deeply than in ${this.shape.what}.`);
    if (this.open.length > 0) this.count(own);
    this.open.push({ name: own, line: this.parser.line, text: '', length: 0, children: [] });
    if (this.unit === undefined) this.lookForUnit();
  }

  private lookForUnit(): void {
    const path = this.open
      .slice(1)
      .map(({ name }) => name)
      .join('/');
    if (this.shape.units.has(path)) this.unit = { path, depth: this.open.length };
  }

  private count(name: string): void {
    this.elements += 1;
    this.characters += name.length;
    if (this.elements > mostOfAChild.elements) this.isTooMuch('elements');
    if (this.characters > mostOfAChild.characters) this.isTooMuch('characters');
  }

  /** From here on nothing more of this unit is gathered. Between units nothing is gathered at all: such a file is no return. */
  private isTooMuch(of: Over): void {
    if (this.unit === undefined)
      this.stop(`There are more than ${mostOfAChild[of].toLocaleString('en-GB')} ${of} that belong to no child.`);
    this.over ??= of;
  }

  private text(text: string): void {
    this.progressed();
    const element = this.open.at(-1);
    if (element === undefined || this.unit === undefined || this.over !== undefined) return;
    element.length += text.length;
    const before = element.text.length;
    if (element.length > longestText) element.text = (element.text + text.slice(0, kept)).slice(0, kept);
    else element.text += text;
    this.characters += element.text.length - before;
    if (this.characters > mostOfAChild.characters) this.isTooMuch('characters');
  }

  private close(): void {
    this.progressed();
    const built = this.open.pop();
    if (built === undefined || this.unit === undefined) return;
    if (this.open.length < this.unit.depth) return this.endUnit(finished(built), this.unit.path);
    if (this.over === undefined) this.open.at(-1)?.children.push(finished(built));
  }

  private endUnit(element: XmlElement, path: string): void {
    const { line } = element;
    this.ready.push(
      this.over === undefined ? { kind: 'unit', line, path, element } : { kind: 'tooMuch', line, path, element, of: this.over },
    );
    this.unit = undefined;
    this.over = undefined;
    this.elements = 0;
    this.characters = 0;
  }
}

function finished({ name, line, text, length, children }: Building): XmlElement {
  const element = { name, line, text: text.trim(), children };
  return length > longestText ? { ...element, tooLong: length } : element;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

const plain = (message: string): string => `The XML is broken: ${message.replace(/^(.*?:)?\d+:\d+: /, '')}`;

/** The text of the first element of this name, wherever it stands inside. */
export function textOf(element: XmlElement, name: string): string | undefined {
  if (element.name === name) return element.text === '' ? undefined : element.text;
  for (const child of element.children) {
    const text = textOf(child, name);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** How many characters an element holds. */
export const sizeOf = ({ name, text, children }: XmlElement): number =>
  children.reduce((sum, child) => sum + sizeOf(child), name.length + text.length);
