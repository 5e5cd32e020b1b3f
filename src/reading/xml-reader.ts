import { SaxesParser } from 'saxes';
import { longestText, mostOfAChild } from './limits.ts';
import { notUtf8, saveAsUtf8, type Decoded } from './utf8.ts';
import type { Over, XmlElement, XmlEvent, XmlShape } from './xml-shape.ts';

/** Where in a file reading stands: at which line, and inside of which elements. */
export type Standing = { readonly line: number; readonly inside: readonly { readonly name: string; readonly line: number }[] };
export const beginning: Standing = { line: 1, inside: [] };

const kept = 200;
const mostWithoutMarkup = 16_000_000;
const deepest = 16;

type Building = { readonly name: string; readonly line: number; text: string; length: number; readonly children: XmlElement[] };

/** Why reading must stop: thrown through the parser, never beyond this file. */
class Stop extends Error {
  readonly line: number;
  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

/** Reads XML by a parser, one unit at a time. Expected faults of the file are an event, never thrown. */
export class Reader {
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

  private readonly linesBefore: number;

  constructor(shape: XmlShape, { line, inside }: Standing = beginning) {
    this.shape = shape;
    this.linesBefore = line - 1;
    this.parser.on('error', (error) => this.stop(plain(error.message)));
    this.parser.on('xmldecl', ({ encoding }) => this.declared(encoding));
    this.parser.on('doctype', () => this.noDoctype());
    this.parser.on('opentagstart', (tag) => this.start(tag.name));
    this.parser.on('opentag', () => this.progressed());
    this.parser.on('text', (text) => this.text(text));
    this.parser.on('cdata', (text) => this.text(text));
    this.parser.on('comment', () => this.progressed());
    this.parser.on('closetag', () => this.close());
    this.parser.write(inside.map(({ name }) => `<${name}>`).join(''));
    for (const [at, element] of inside.entries()) this.open[at] = { ...element, text: '', length: 0, children: [] };
  }

  /** Where it stands, if nothing has begun that is not ended. */
  get standing(): Standing | undefined {
    return this.unit === undefined ? { line: this.line, inside: this.open.map(({ name, line }) => ({ name, line })) } : undefined;
  }

  private get line(): number {
    return this.linesBefore + this.parser.line;
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
    throw new Stop(this.line, message);
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
    this.open.push({ name: own, line: this.line, text: '', length: 0, children: [] });
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
