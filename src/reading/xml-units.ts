import { decode, wrongStart } from './utf8.ts';
import { beginning, Reader, type Standing } from './xml-reader.ts';
import type { XmlElement, XmlEvent, XmlShape, XmlUnit } from './xml-shape.ts';

export type { Over, XmlElement, XmlEvent, XmlShape } from './xml-shape.ts';

const slice = 65_536;

/** Reads XML as it arrives, one unit at a time, in constant memory. Expected faults of the file are an event, never thrown. */
export async function* readUnits(
  source: AsyncIterable<Uint8Array>,
  shape: XmlShape,
  from: Standing = beginning,
): AsyncGenerator<XmlEvent, void, undefined> {
  const reader = new Reader(shape, from);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let first = from.inside.length === 0;
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

/** Reads a piece that stands by itself in the file. @returns its units, and where it ends; undefined: not all of it can be read, or not apart from the rest */
export function readPiece(
  bytes: Uint8Array,
  shape: XmlShape,
  from: Standing,
): { readonly units: readonly XmlUnit[]; readonly ends: Standing } | undefined {
  const reader = new Reader(shape, from);
  if (reader.take(() => decode(new TextDecoder('utf-8', { fatal: true }), bytes)) !== undefined) return undefined;
  const [units, ends]: [XmlUnit[], Standing | undefined] = [[], reader.standing];
  for (const event of reader.events())
    if (event.kind === 'unit') units.push(event);
    else return undefined;
  return ends && { units, ends };
}

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
