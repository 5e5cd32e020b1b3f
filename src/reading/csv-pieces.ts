import { parse, type Parser } from 'csv-parse';
import { longestRow, notText, returnCsv } from './looked-after-files.ts';
import { readPlainCsv, type PlainRecord } from './plain-csv.ts';
import { decode, notUtf8, wrongStart } from './utf8.ts';

export type Fault = { readonly line: number; readonly message: string };
export const brokenRow = 'The row cannot be read: a quotation mark is not closed or stands where none can.';

export type CsvPiece =
  | { readonly kind: 'records'; readonly records: readonly PlainRecord[]; readonly faults: readonly Fault[] }
  /** This is no text that can be read, and nothing that came of it before counts. Always the last. */
  | ({ readonly kind: 'refused' } & Fault);

/** Large enough that what comes with every piece takes no time, small enough to be forgotten before the next. */
const pieceSize = 1 << 18;

/** Reads a CSV file of any size as it comes: the same rows on the same lines, and the same faults, as if all of it were read at once. */
export async function* readCsvPieces(source: AsyncIterable<Uint8Array>, size = pieceSize): AsyncGenerator<CsvPiece, void, undefined> {
  const texts = textsOf(source, size);
  const reading = new Reading();
  for (let next = await texts.next(); ; next = await texts.next()) {
    if (next.done === true) {
      const piece = next.value === undefined ? await reading.end() : { kind: 'refused' as const, ...next.value };
      return yield piece;
    }
    const piece = await reading.take(next.value);
    if (piece !== undefined) yield piece;
  }
}

/** The text as it comes. @returns why it is none */
async function* textsOf(source: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<string, Fault | undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let [isFirst, hasNull, line] = [true, false, 1];
  for await (const bytes of gathered(source, size)) {
    const wrong = isFirst ? wrongStart(bytes) : undefined;
    isFirst = false;
    if (wrong !== undefined) return { line: 1, message: wrong };
    const { text, invalid } = decode(decoder, bytes);
    if (invalid) return { line: line + newlinesIn(text), message: notUtf8 };
    line += newlinesIn(text);
    hasNull ||= text.includes('\u0000');
    if (!hasNull) yield text;
  }
  return hasNull ? { line: 1, message: notText } : undefined;
}

function newlinesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** What comes, in pieces of so many bytes at least; the first has whatever a file begins with. */
async function* gathered(source: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  let [held, length]: [Uint8Array[], number] = [[], 0];
  for await (const bytes of source) {
    held.push(bytes);
    length += bytes.length;
    if (length < Math.max(size, 4)) continue;
    yield Buffer.concat(held);
    [held, length] = [[], 0];
  }
  if (length > 0) yield Buffer.concat(held);
}

/** Reads lines without the parser as long as they are plain, and from the first that is not to the end by the parser. */
class Reading {
  private held = '';
  private linesBefore = 0;
  private ending: string | undefined;
  private parsing: Parsing | undefined;

  async take(text: string): Promise<CsvPiece | undefined> {
    if (this.parsing !== undefined) return this.parsing.take(text);
    this.held += text;
    const end = this.held.lastIndexOf('\n') + 1;
    if (end === 0) return this.held.length > longestRow ? this.parse() : undefined;
    const plain = this.plain(this.held.slice(0, end));
    if (plain === undefined) return this.parse();
    this.held = this.held.slice(end);
    return plain;
  }

  async end(): Promise<CsvPiece> {
    const last = this.parsing === undefined ? this.plain(this.held) : undefined;
    if (last !== undefined) return last;
    const before = this.parsing === undefined ? await this.parse() : nothing;
    const after = (await this.parsing?.end()) ?? nothing;
    return { kind: 'records', records: [...before.records, ...after.records], faults: [...before.faults, ...after.faults] };
  }

  private plain(text: string): Records | undefined {
    const ending = text.includes('\r') ? '\r\n' : '\n';
    if (text.includes('\n') && ending !== (this.ending ?? ending)) return undefined;
    const records = readPlainCsv(text);
    if (records === undefined) return undefined;
    const before = this.linesBefore;
    if (text.includes('\n')) this.ending = ending;
    this.linesBefore += newlinesIn(text);
    return {
      kind: 'records',
      records: before === 0 ? records : records.map(({ line, cells }) => ({ line: line + before, cells })),
      faults: [],
    };
  }

  private parse(): Promise<Records> {
    const { held } = this;
    this.held = '';
    this.parsing = new Parsing(this.linesBefore, this.ending);
    return this.parsing.take(held);
  }
}

type Records = Extract<CsvPiece, { readonly kind: 'records' }>;
const nothing: Records = { kind: 'records', records: [], faults: [] };

/** The parser, which is given a text bit by bit. */
class Parsing {
  private readonly parser: Parser;
  private records: PlainRecord[] = [];
  private faults: Fault[] = [];
  private error: Error | undefined;

  constructor(before: number, ending: string | undefined) {
    this.parser = parse({
      ...returnCsv,
      ...(ending === undefined ? {} : { record_delimiter: ending }),
      on_record: (cells: readonly string[], { lines }) => {
        this.records.push({ line: lines + before, cells });
        return null;
      },
      on_skip: (error) => {
        const line = error !== undefined && typeof error['lines'] === 'number' ? error['lines'] : 1;
        this.faults.push({ line: line + before, message: brokenRow });
        return undefined;
      },
    });
    this.parser.on('error', (error) => (this.error = error));
    this.parser.resume();
  }

  async take(text: string): Promise<Records> {
    await new Promise<void>((done) => this.parser.write(text, () => done()));
    return this.taken();
  }

  async end(): Promise<Records> {
    await new Promise<void>((done) => this.parser.once('close', done).end());
    return this.taken();
  }

  private taken(): Records {
    if (this.error !== undefined) throw this.error;
    const { records, faults } = this;
    [this.records, this.faults] = [[], []];
    return { kind: 'records', records, faults };
  }
}
