import { piecesOf } from '../../reading/pieces.ts';
import { readPlain } from '../../reading/plain-xml.ts';
import { textIn } from '../../reading/utf8.ts';
import { beginning, type Standing } from '../../reading/xml-reader.ts';
import { readPiece, readUnits, type XmlElement } from '../../reading/xml-units.ts';
import type { GivenChild } from '../rule/given-tables.ts';
import type { Before } from '../rule/packed.ts';
import type { GivenRow } from '../rule/rows.ts';
import { readChild, readHeader, type Numbers } from './read-child.ts';

/** What is in a census, as it comes. */
export type CensusPiece =
  | { readonly kind: 'header'; readonly header: GivenRow; readonly line: number }
  | { readonly kind: 'children'; readonly children: readonly GivenChild[] }
  /** Reading ended here; or, with a child left out, something could not be looked at. */
  | { readonly kind: 'unreadable'; readonly line: number; readonly message: string };

const shape = { what: 'a CIN census', root: 'Message', units: new Set(['Header', 'Children/Child']) };
const atATime = 256;

/** How far reading has come: where it stands, whether there was a header, and how many rows of each table there were. */
export type Reached = { readonly standing: Standing; readonly isHeaded: boolean; readonly numbers: Numbers };
const atTheStart = (): Reached => ({ standing: beginning, isHeaded: false, numbers: {} });

/** Reads a census as it arrives, in constant memory. Faults of the file are pieces, never thrown. */
export async function* readCensus(source: AsyncIterable<Uint8Array>, from = atTheStart()): AsyncGenerator<CensusPiece, void, undefined> {
  const { numbers } = from;
  let children: GivenChild[] = [];
  let { isHeaded } = from;
  for await (const event of readUnits(source, shape, from.standing)) {
    const { line } = event;
    if (event.kind === 'unit' && event.path !== 'Header') children.push(readChild(event.element, numbers));
    if (children.length === atATime || (event.kind !== 'unit' && children.length > 0)) {
      yield { kind: 'children', children };
      children = [];
    }
    if (event.kind === 'stopped') return yield { kind: 'unreadable', line, message: event.message };
    if (event.kind === 'tooMuch')
      yield { kind: 'unreadable', line, message: `There is more here than one child can have: look for the end of ${event.element.name}.` };
    else if (event.path === 'Header') {
      isHeaded = true;
      yield { kind: 'header', header: readHeader(event.element), line };
    } else if (!isHeaded)
      return yield { kind: 'unreadable', line, message: 'This is no CIN census: there is no Header before the children.' };
  }
  if (children.length > 0) yield { kind: 'children', children };
  if (!isHeaded) yield { kind: 'unreadable', line: 1, message: 'This is no CIN census: there is no Header.' };
}

/** A census in pieces which can each be read by itself. */
export const piecesOfCensus = (source: AsyncIterable<Uint8Array>) => piecesOf(source, { within: 'Children', unit: 'Child' });

/** Reads what stands before the children. @returns undefined: not in this way */
export function readHead(bytes: Uint8Array): { readonly header: GivenRow; readonly line: number; readonly standing: Standing } | undefined {
  const head = readPiece(bytes, shape, beginning);
  const [unit, ...others] = head?.units ?? [];
  if (head === undefined || unit?.path !== 'Header' || others.length > 0 || !isAmongChildren(head.ends)) return undefined;
  return { header: readHeader(unit.element), line: unit.line, standing: head.ends };
}

/** Directly within Message/Children: the one place where a piece may begin and end. */
const isAmongChildren = ({ inside }: Standing): boolean => inside.map(({ name }) => name).join('/') === 'Message/Children';

/** Reads a piece of children, of which so much stands before it. @returns undefined: for something in it the file must be read from here on in one go */
export function readChildren(
  bytes: Uint8Array,
  before: Before,
): { readonly children: readonly GivenChild[]; readonly after: Before } | undefined {
  const line = before.lines + 1;
  const read = plainUnits(bytes, line) ?? parsedUnits(bytes, line);
  const numbers: Numbers = { ...before.rows };
  return read && { children: read.units.map((unit) => readChild(unit, numbers)), after: { rows: numbers, lines: read.line - 1 } };
}

type Units = { readonly units: readonly XmlElement[]; readonly line: number };

function plainUnits(bytes: Uint8Array, line: number): Units | undefined {
  const text = textIn(bytes);
  return text === undefined ? undefined : readPlain(text, 'Child', line);
}

function parsedUnits(bytes: Uint8Array, line: number): Units | undefined {
  const read = readPiece(bytes, shape, {
    line,
    inside: [
      { name: 'Message', line },
      { name: 'Children', line },
    ],
  });
  if (read === undefined || !isAmongChildren(read.ends)) return undefined;
  return { units: read.units.map(({ element }) => element), line: read.ends.line };
}
