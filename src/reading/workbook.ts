import { SaxesParser } from 'saxes';
import { zipPart } from './zip-part.ts';

/** A cell as the sheet holds it: days are numbers, counted from the end of 1899. What is empty, or an error of the spreadsheet’s, is words. */
export type SheetCell = string | number | undefined;
export type SheetRow = { readonly at: number; readonly cells: readonly SheetCell[] };
export type ReadSheet = { readonly name: string; readonly rows: readonly SheetRow[] };
export type Workbook = { readonly sheets: readonly ReadSheet[]; readonly daysFrom1904: boolean };

/** More is in no list that an authority sends. */
const most = { columns: 200, rows: 500_000, sheets: 100, cells: 10_000_000, bytes: 120 * 1024 * 1024 } as const;
/** Of how many cells, and bytes as unpacked, in all sheets together, there is still room. */
type Room = { cells: number; bytes: number };

/** The sheets of a workbook (ISO/IEC 29500), each cell as its value: formulas are never worked out. @returns undefined: it is none, or is damaged */
export function readWorkbook(bytes: Buffer): Workbook | undefined {
  const [book, relations] = [zipPart(bytes, 'xl/workbook.xml'), zipPart(bytes, 'xl/_rels/workbook.xml.rels')];
  if (book === undefined || relations === undefined) return undefined;
  try {
    const words = zipPart(bytes, 'xl/sharedStrings.xml');
    const shared = words === undefined ? [] : sharedWords(words);
    const targets = new Map(tags(relations, 'Relationship').map((one) => [one['Id'], one['Target'] ?? '']));
    const named = tags(book, 'sheet').slice(0, most.sheets);
    const room: Room = { cells: most.cells, bytes: most.bytes };
    const sheets = named.map((sheet) => {
      const part = zipPart(bytes, pathOf(targets.get(sheet['r:id']) ?? ''));
      if (part === undefined) throw new Broken('a sheet is missing');
      room.bytes -= part.length;
      if (room.bytes < 0) throw new Broken('more than is read');
      return { name: sheet['name'] ?? '', rows: rowsIn(part, shared, room) };
    });
    return { sheets, daysFrom1904: tags(book, 'workbookPr').some(({ date1904 }) => date1904 === '1' || date1904 === 'true') };
  } catch (error) {
    if (error instanceof Broken) return undefined;
    throw error;
  }
}

class Broken extends Error {}

const pathOf = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`);

type Attributes = Readonly<Record<string, string | undefined>>;
type Heard = {
  readonly opened: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly closed?: (name: string) => void;
};

/** Names without a prefix, as all programs but a few write them. */
function hear(bytes: Buffer, { opened, text, closed }: Heard): void {
  const parser = new SaxesParser();
  const local = (name: string): string => name.slice(name.indexOf(':') + 1);
  parser.on('error', (error) => {
    throw new Broken(error.message);
  });
  parser.on('opentag', ({ name, attributes }) => opened(local(name), attributes));
  parser.on('text', (some) => text?.(some));
  parser.on('closetag', ({ name }) => closed?.(local(name)));
  parser.write(bytes.toString('utf8')).close();
}

function tags(bytes: Buffer, wanted: string): readonly Attributes[] {
  const found: Attributes[] = [];
  hear(bytes, { opened: (name, attributes) => void (name === wanted && found.push(attributes)) });
  return found;
}

/** Phonetic signs beside a word are not part of it. */
function sharedWords(bytes: Buffer): readonly string[] {
  const words: string[] = [];
  let [isText, isBeside] = [false, false];
  hear(bytes, {
    opened: (name) => {
      if (name === 'si') words.push('');
      if (name === 'rPh') isBeside = true;
      isText = name === 't';
    },
    text: (some) => {
      if (isText && !isBeside) words[words.length - 1] += some;
    },
    closed: (name) => {
      if (name === 't') isText = false;
      if (name === 'rPh') isBeside = false;
    },
  });
  return words;
}

const columnAt = (name: string): number => [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

function rowsIn(bytes: Buffer, shared: readonly string[], room: Room): readonly SheetRow[] {
  const rows: { at: number; cells: SheetCell[] }[] = [];
  let cell = { column: 0, kind: '', text: '' };
  let isValue = false;
  hear(bytes, {
    opened: (name, attributes) => {
      const row = rows.at(-1);
      if (name === 'row') rows.push({ at: Number(attributes['r'] ?? (row?.at ?? 0) + 1), cells: [] });
      if (name === 'c') {
        const place = /^([A-Z]{1,3})\d+$/.exec(attributes['r'] ?? '')?.[1];
        cell = { column: place === undefined ? (row?.cells.length ?? 0) : columnAt(place), kind: attributes['t'] ?? 'n', text: '' };
      }
      isValue = name === 'v' || name === 't';
      if (rows.length > most.rows) throw new Broken('more rows than are read');
    },
    text: (some) => {
      if (isValue) cell.text += some;
    },
    closed: (name) => {
      if (name === 'v' || name === 't') isValue = false;
      if (name === 'c' && cell.column < most.columns) put(rows.at(-1)?.cells ?? [], cell.column, valueOf(cell, shared));
      // A row is as wide as its last cell, however few it has.
      if (name === 'row') room.cells -= rows.at(-1)?.cells.length ?? 0;
      if (room.cells < 0) throw new Broken('more cells than are read');
    },
  });
  return rows;
}

function put(cells: SheetCell[], column: number, value: SheetCell): void {
  while (cells.length < column) cells.push(undefined);
  cells[column] = value;
}

function valueOf({ kind, text }: { readonly kind: string; readonly text: string }, shared: readonly string[]): SheetCell {
  if (text === '') return undefined;
  if (kind === 's') return shared[Number(text)];
  if (kind === 'b') return text === '1' ? 'TRUE' : 'FALSE';
  const number = Number(text);
  return kind === 'n' && Number.isFinite(number) ? number : text;
}
