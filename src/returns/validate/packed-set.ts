import { cellOf, type Cells } from '../rule/rows.ts';
import { postcodesNamed, type Postcodes } from '../ssda903/placements.ts';
import { readCsvInPieces, readXmlInPieces, type ReturnLine, type ReturnPiece } from '../ssda903/read-tables.ts';
import type { Found } from './found.ts';
import { PackedRows } from './packed-rows.ts';
import type { Reference } from './reference.ts';
import { isXml, type NamedFile } from './return-set.ts';

/** A file of a return as it comes. Each must be read to its end before the next is asked for. */
export type ComingFile = NamedFile & { readonly bytes: AsyncIterable<Uint8Array> };

/** How much of a set is held. */
export type Sizes = {
  /** Bytes of packed rows. */
  readonly packed: number;
  /** Bytes of rows of a return that is looked at as a whole, so that its findings come in the order of its files. */
  readonly inOrder: number;
  /** Of a larger one bytes of rows that are looked at together: the fewer, the sooner they are forgotten, and the less that costs. */
  readonly together: number;
  /** Bytes of the rows of one share of the children, which cannot be divided. */
  readonly ofAShare: number;
  /** Bytes of a file that are read at once. */
  readonly piece?: number;
};

/** A file that has been read, with what is in it: of each table how many rows, and the first. */
export type SeenFile = NamedFile & { readonly tables: Map<string, { readonly first: ReturnLine | undefined; readonly rows: number }> };

/** Where a row comes from, and how its cells are named. */
type Layout = { readonly file: SeenFile; readonly table: string; readonly fields: readonly string[] };
export type NumberedLine = ReturnLine & { readonly number: number };
export type Taken = { readonly file: SeenFile; readonly table: string; readonly line: NumberedLine };

type Held = { readonly sizes: Sizes; readonly before?: PackedSet; readonly asksPostcodes?: boolean };

/** Of so many postcodes all that there are in the country are held: names take more memory than the whole index does. */
const mostPostcodes = 200_000;

/** The rows of the files of a return, packed as they come. */
export class PackedSet {
  readonly files: SeenFile[];
  readonly rows: PackedRows;
  /** The shares of the children whose rows did not fit. */
  readonly left = new Set<number>();
  /** How many places could not be read. */
  faults = 0;
  private readonly isAgain: boolean;
  private readonly sizes: Sizes;
  private readonly layouts: Layout[] = [];
  private readonly places = new Map<string, number>();
  private latest: { readonly layout: Layout; readonly at: number } | undefined;
  /** Those that are named, where anybody asks; undefined: too many to be looked up. */
  private postcodes: Set<string> | undefined = new Set();
  private readonly asksPostcodes: boolean;

  /** @param before of the same files, read once more for what was left then */
  constructor({ sizes, before, asksPostcodes = false }: Held) {
    this.sizes = sizes;
    this.asksPostcodes = asksPostcodes;
    this.isAgain = before !== undefined;
    this.files = before?.files ?? [];
    this.rows = new PackedRows(before?.left);
  }

  /** Reads the files to their end, and tells of what cannot be read, the first time. @returns whether it is held, all but what is left */
  async *read(files: AsyncIterable<ComingFile>, mayLeave: boolean): AsyncGenerator<Found, boolean> {
    let at = 0;
    for await (const { name, file, isLast, bytes } of files) {
      const seen = this.files[at] ?? { name, file, isLast, tables: new Map() };
      this.files[at] = seen;
      at += 1;
      const counted = new Map<string, number>();
      for await (const piece of isXml(name) ? readXmlInPieces(bytes) : readCsvInPieces(bytes, this.sizes.piece)) {
        if (!this.isAgain) yield* this.see(seen, piece);
        this.pack(seen, piece, counted);
        if (!this.fits(mayLeave)) return false;
      }
    }
    return true;
  }

  private *see(file: SeenFile, { tables, faults, isNone }: ReturnPiece): Generator<Found> {
    this.faults += faults.length;
    for (const fault of faults) yield { kind: 'unreadable', file: file.file, ...fault };
    if (isNone === true) file.tables.clear();
    for (const [table, lines] of tables) {
      const known = file.tables.get(table);
      file.tables.set(table, { first: known?.first ?? lines[0], rows: (known?.rows ?? 0) + lines.length });
    }
    if (!this.asksPostcodes || this.postcodes === undefined) return;
    for (const code of postcodesNamed([{ tables, faults }])) this.postcodes.add(code);
    if (this.postcodes.size > mostPostcodes) this.postcodes = undefined;
  }

  private pack(file: SeenFile, { tables }: ReturnPiece, counted: Map<string, number>): void {
    for (const [table, lines] of tables) {
      let number = counted.get(table) ?? 0;
      for (const { line, cells } of lines) {
        this.rows.add(cellOf(cells, 'CHILD'), { layout: this.layoutOf(file, table, cells), number, line, values: cells.values });
        number += 1;
      }
      counted.set(table, number);
    }
  }

  private layoutOf(file: SeenFile, table: string, { fields }: Cells): number {
    const { latest } = this;
    if (latest?.layout.file === file && latest.layout.table === table && latest.layout.fields === fields) return latest.at;
    const layout = { file, table, fields };
    const key = `${this.files.indexOf(file)} ${table} ${fields.join(',')}`;
    const at = this.places.get(key) ?? this.layouts.push(layout) - 1;
    this.places.set(key, at);
    this.latest = { layout, at };
    return at;
  }

  private fits(mayLeave: boolean): boolean {
    while (this.rows.bytes > this.sizes.packed) {
      const left = mayLeave ? this.rows.leaveOne() : undefined;
      if (left === undefined) return false;
      this.left.add(left);
    }
    return true;
  }

  /** The rows of a share; they are then forgotten. Those of a file that turned out to be none are passed over. */
  *take(share: number): Generator<Taken> {
    for (const { layout, number, line, values } of this.rows.take(share)) {
      const known = this.layouts[layout];
      if (known?.file.tables.has(known.table) !== true) continue;
      const { file, table, fields } = known;
      yield { file, table, line: { line, number, cells: { fields, values } } };
    }
  }

  /** Where the postcodes lie that the files name, as far as the reference data know. */
  async postcodesIn({ postcodes, allPostcodes }: Reference): Promise<Pick<Postcodes, 'get'> | undefined> {
    return this.postcodes === undefined ? allPostcodes?.() : postcodes?.(this.postcodes);
  }
}
