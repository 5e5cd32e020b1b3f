import { SaxesParser } from 'saxes';

/** One element of a child's row. `text` is its own text, trimmed; of a text that is too long only the beginning is kept. */
export type CensusElement = {
  readonly name: string;
  readonly line: number;
  readonly text: string;
  /** The number of characters that the file gives, when it is more than a field may have. */
  readonly tooLong?: number;
  readonly children: readonly CensusElement[];
};

export type CensusHeader = {
  readonly year?: string;
  readonly referenceDate?: string;
  readonly authority?: string;
  readonly software?: string;
  readonly dateTime?: string;
};

export type CensusEvent =
  | { readonly kind: 'header'; readonly line: number; readonly header: CensusHeader }
  | { readonly kind: 'child'; readonly line: number; readonly child: CensusElement }
  /** Reading ended here, before the end of the census. What came before was read whole. Always the last event. */
  | { readonly kind: 'stopped'; readonly line: number; readonly message: string };

export const longestText = 100_000;
const kept = 200;
const mostWithoutMarkup = 16_000_000;
const mostElements = 20_000;
const deepest = 16;
const slice = 65_536;

type Building = { readonly name: string; readonly line: number; text: string; length: number; readonly children: CensusElement[] };

/** Why reading must stop: thrown through the parser, never beyond this file. */
class Stop extends Error {
  readonly line: number;
  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

/** Reads a CIN census as it arrives, one child at a time, in constant memory. Expected faults of the file are an event, never thrown. */
export async function* readCensus(source: AsyncIterable<Uint8Array>): AsyncGenerator<CensusEvent, void, undefined> {
  const reader = new Reader();
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

function wrongStart(bytes: Uint8Array): string | undefined {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || a === 0 || b === 0) return `The file is written in UTF-16. ${saveAsUtf8}`;
  if (a === 0x50 && b === 0x4b) return 'The file is a ZIP archive. Unpack it and load the XML file inside.';
  return undefined;
}

type Decoded = { readonly text: string; readonly invalid: boolean };

function decode(decoder: TextDecoder, bytes: Uint8Array): Decoded {
  try {
    return { text: decoder.decode(bytes, { stream: true }), invalid: false };
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    const end = text.indexOf('\uFFFD');
    return { text: end < 0 ? '' : text.slice(0, end), invalid: true };
  }
}

class Reader {
  private readonly parser = new SaxesParser();
  private readonly open: Building[] = [];
  private ready: CensusEvent[] = [];
  private rootSeen = false;
  private headerSeen = false;
  private elements = 0;
  private sinceMarkup = 0;
  private prolog = '';

  constructor() {
    this.parser.on('error', (error) => this.stop(plain(error.message)));
    this.parser.on('xmldecl', ({ encoding }) => this.declared(encoding));
    this.parser.on('doctype', () => this.noDoctype());
    this.parser.on('opentagstart', (tag) => this.start(tag.name));
    this.parser.on('opentag', () => this.progressed());
    this.parser.on('text', (text) => this.text(text));
    this.parser.on('cdata', (text) => this.text(text));
    this.parser.on('comment', () => this.progressed());
    this.parser.on('closetag', (tag) => this.close(local(tag.name)));
  }

  *events(): Generator<CensusEvent> {
    const ready = this.ready;
    this.ready = [];
    yield* ready;
  }

  take(next: () => Decoded): CensusEvent | undefined {
    return this.guarded(() => {
      const { text, invalid } = next();
      this.lookForDoctype(text);
      this.sinceMarkup += text.length;
      this.parser.write(text);
      if (this.sinceMarkup > mostWithoutMarkup) this.stop('There is a text of more than 16 million characters.');
      if (invalid) this.stop(`There are bytes that are not UTF-8. ${saveAsUtf8}`);
    });
  }

  end(decoder: TextDecoder): CensusEvent | undefined {
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

  private guarded(work: () => void): CensusEvent | undefined {
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

  /** Before the parser sees it: a document type may be a bomb, and is never part of a census. */
  private lookForDoctype(text: string): void {
    if (this.rootSeen) return;
    this.prolog = this.prolog.slice(-16) + text;
    if (/<!(DOCTYPE|ENTITY)/i.test(this.prolog)) this.noDoctype();
  }

  private noDoctype(): never {
    return this.stop('The file declares a document type or entities. A census has none; for safety such a file is not read.');
  }

  private declared(encoding: string | undefined): void {
    if (encoding !== undefined && !/^(utf-?8|us-ascii)$/i.test(encoding))
      this.stop(`The file says that it is written in ${encoding.slice(0, 40)}. ${saveAsUtf8}`);
  }

  private start(name: string): void {
    this.progressed();
    const own = local(name);
    if (!this.rootSeen && own !== 'Message')
      this.stop(`This is not a CIN census: it begins with ${own.slice(0, 60)}, a census begins with Message.`);
    this.rootSeen = true;
    if (this.open.length >= deepest) this.stop('Elements are nested more deeply than in any census.');
    if (this.open.length > 0) this.count();
    if (own === 'Child' && !this.headerSeen)
      this.stop('This is not a CIN census: it has no Header with Collection CIN before the children.');
    this.open.push({ name: own, line: this.parser.line, text: '', length: 0, children: [] });
  }

  private count(): void {
    this.elements += 1;
    if (this.elements > mostElements) this.stop(`One child or header has more than ${mostElements.toLocaleString('en-GB')} elements.`);
  }

  private text(text: string): void {
    this.progressed();
    const element = this.open.at(-1);
    if (element === undefined || this.open.length < 3) return;
    element.length += text.length;
    if (element.length > longestText) element.text = (element.text + text.slice(0, kept)).slice(0, kept);
    else element.text += text;
  }

  private close(name: string): void {
    this.progressed();
    const built = this.open.pop();
    if (built === undefined) return;
    const element = finished(built);
    const parent = this.open.at(-1);
    if (name === 'Child' && parent?.name === 'Children') this.ready.push({ kind: 'child', line: element.line, child: element });
    else if (name === 'Header' && this.open.length === 1) this.header(element);
    else if (parent === undefined) this.last();
    else if (this.open.length > 1 && parent.name !== 'Children') parent.children.push(element);
    if (this.open.length <= 2) this.elements = 0;
  }

  private header(element: CensusElement): void {
    const collection = textOf(element, 'Collection');
    if (collection !== 'CIN')
      this.stop(`This is not a CIN census: its Collection is ${collection === undefined ? 'not given' : `"${collection.slice(0, 40)}"`}.`);
    this.headerSeen = true;
    const header: Record<string, string> = {};
    for (const [name, column] of Object.entries({
      year: 'Year',
      referenceDate: 'ReferenceDate',
      authority: 'LEA',
      software: 'SoftwareCode',
      dateTime: 'DateTime',
    })) {
      const text = textOf(element, column);
      if (text !== undefined) header[name] = text;
    }
    this.ready.push({ kind: 'header', line: element.line, header });
  }

  private last(): void {
    if (!this.headerSeen) this.stop('This is not a CIN census: it has no Header with Collection CIN.');
  }
}

function finished({ name, line, text, length, children }: Building): CensusElement {
  const element = { name, line, text: text.trim(), children };
  return length > longestText ? { ...element, tooLong: length } : element;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

const plain = (message: string): string => `The XML is broken: ${message.replace(/^(.*?:)?\d+:\d+: /, '')}`;

function textOf(element: CensusElement, name: string): string | undefined {
  if (element.name === name) return element.text === '' ? undefined : element.text;
  for (const child of element.children) {
    const text = textOf(child, name);
    if (text !== undefined) return text;
  }
  return undefined;
}
