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

/** A piece of children that is being read; how far, if all of it could be read, is known when the last has been taken. */
export type Reading = { readonly children: Iterable<GivenChild>; readonly after: () => Before | undefined };

/** The ways to read a piece, of which so much stands before it, the quick one first. Where none comes to its end, the file must be read from here on in one go. */
export function* readingsOf(bytes: Uint8Array, before: Before): Generator<Reading, void, undefined> {
  const line = before.lines + 1;
  const text = textIn(bytes);
  if (text !== undefined) yield reading(readPlain(text, 'Child', line), before);
  yield reading(readByParser(bytes, line), before);
}

function reading(units: Generator<XmlElement, number | undefined, undefined>, before: Before): Reading {
  const numbers: Numbers = { ...before.rows };
  let line: number | undefined;
  function* children(): Generator<GivenChild, void, undefined> {
    for (let next = units.next(); ; next = units.next()) {
      if (next.done === true) return void (line = next.value);
      yield readChild(next.value, numbers);
    }
  }
  return { children: children(), after: () => (line === undefined ? undefined : { rows: numbers, lines: line - 1 }) };
}

function* readByParser(bytes: Uint8Array, line: number): Generator<XmlElement, number | undefined, undefined> {
  const read = readPiece(bytes, shape, {
    line,
    inside: [
      { name: 'Message', line },
      { name: 'Children', line },
    ],
  });
  if (read === undefined || !isAmongChildren(read.ends)) return undefined;
  for (const { element } of read.units) yield element;
  return read.ends.line;
}
