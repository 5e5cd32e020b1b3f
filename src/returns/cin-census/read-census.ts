import { readUnits } from '../../reading/xml-units.ts';
import type { GivenChild } from '../rule/given-tables.ts';
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

/** Reads a census as it arrives, in constant memory. Faults of the file are pieces, never thrown. */
export async function* readCensus(source: AsyncIterable<Uint8Array>): AsyncGenerator<CensusPiece, void, undefined> {
  const numbers: Numbers = {};
  let children: GivenChild[] = [];
  let isHeaded = false;
  for await (const event of readUnits(source, shape)) {
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
