import type { Finding, Keyed, Part, WrongRow } from './part.ts';

/** A part as it goes from thread to thread: a long list and a long text are copied in a tenth of the time that as many small things take. */
export type Packed = Pick<Part, 'counts' | 'defects'> & {
  readonly numbers: Int32Array<ArrayBuffer>;
  /** One after the other; how long each is stands among the numbers. */
  readonly texts: string;
  readonly words: readonly string[];
};

/** How many rows of each table, and how many lines, stand before a part: in it both are counted from its own beginning. */
export type Before = { readonly rows: Readonly<Record<string, number>>; readonly lines: number };

/** Codes, tables and lists of fields: each once, by its place. */
class Words {
  private readonly known = new Map<string, number>();
  readonly list: string[] = [];

  of(word: string): number {
    const found = this.known.get(word);
    if (found !== undefined) return found;
    this.known.set(word, this.list.length);
    return this.list.push(word) - 1;
  }
}

const noLine = -1;
const noText = -1;

export function pack({ findings, keys, counts, defects }: Part): Packed {
  const packing = new Packing();
  packing.numbers.push(findings.length);
  for (const finding of findings) packing.finding(finding);
  packing.numbers.push(keys.length);
  for (const { key, finding } of keys) {
    packing.text(key);
    packing.finding(finding);
  }
  return { counts, defects, numbers: Int32Array.from(packing.numbers), texts: packing.texts, words: packing.words.list };
}

class Packing {
  readonly numbers: number[] = [];
  texts = '';
  readonly words = new Words();

  text(text: string | undefined): void {
    this.numbers.push(text?.length ?? noText);
    if (text !== undefined) this.texts += text;
  }

  finding({ code, child, rows }: Finding): void {
    this.numbers.push(this.words.of(code), rows.length);
    this.text(child);
    for (const { table, row, line, fields, values } of rows) {
      this.numbers.push(this.words.of(table), row, line ?? noLine, this.words.of(fields.join(' ')));
      for (const value of values) this.text(value);
    }
  }
}

/** @returns the part, with its rows and lines counted from the beginning of the file */
export function unpack(packed: Packed, before: Before): Part {
  const unpacking = new Unpacking(packed, before);
  const findings = Array.from({ length: unpacking.number() }, () => unpacking.finding());
  const keys = Array.from({ length: unpacking.number() }, (): Keyed => ({ key: unpacking.text() ?? '', finding: unpacking.finding() }));
  return { findings, keys, counts: packed.counts, defects: packed.defects };
}

class Unpacking {
  private at = 0;
  private textAt = 0;
  private readonly lists = new Map<string, readonly string[]>();
  private readonly packed: Packed;
  private readonly before: Before;

  constructor(packed: Packed, before: Before) {
    this.packed = packed;
    this.before = before;
  }

  number(): number {
    return this.packed.numbers[this.at++] ?? 0;
  }

  text(): string | undefined {
    const length = this.number();
    return length === noText ? undefined : this.packed.texts.slice(this.textAt, (this.textAt += length));
  }

  private word(): string {
    return this.packed.words[this.number()] ?? '';
  }

  finding(): Finding {
    const code = this.word();
    const rows: WrongRow[] = [];
    const length = this.number();
    const child = this.text();
    for (let at = 0; at < length; at += 1) rows.push(this.row());
    return { code, child, rows };
  }

  private fields(words: string): readonly string[] {
    const known = this.lists.get(words) ?? (words === '' ? [] : words.split(' '));
    this.lists.set(words, known);
    return known;
  }

  private row(): WrongRow {
    const table = this.word();
    const row = this.number() + (this.before.rows[table] ?? 0);
    const line = this.number();
    const fields = this.fields(this.word());
    const values: (string | undefined)[] = [];
    for (let at = 0; at < fields.length; at += 1) values.push(this.text());
    return { table, row, line: line === noLine ? undefined : line + this.before.lines, fields, values };
  }
}
