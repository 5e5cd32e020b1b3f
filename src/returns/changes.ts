import { returnXml } from '../reading/looked-after-files.ts';
import { readUnits, textOf, type XmlElement, type XmlShape } from '../reading/xml-units.ts';
import type { ReturnName } from './child-finding.ts';

/** What a return said of a child, and what it says now: what stands in both is left out. Of one who is in one of them alone, the other is empty. */
export type ChildChange = { readonly child: string; readonly was: readonly string[]; readonly now: readonly string[] };

const shapes: Readonly<Record<ReturnName, { readonly shape: XmlShape; readonly id: string }>> = {
  cin: { shape: { what: 'a CIN census', root: 'Message', units: new Set(['Children/Child']) }, id: 'LAchildID' },
  ssda903: { shape: returnXml, id: 'CHILDID' },
};

type Said = ReadonlyMap<string, readonly string[]>;
type Bytes = AsyncIterable<Uint8Array>;

/** Compares two files of one return child by child, in the order of their numbers. */
export async function changesBetween(of: ReturnName, before: Bytes, after: Bytes): Promise<readonly ChildChange[]> {
  const [was, now] = [await saidIn(of, before), await saidIn(of, after)];
  return [...new Set([...was.keys(), ...now.keys()])].toSorted().flatMap((child) => {
    const [one, other] = [was.get(child) ?? [], now.get(child) ?? []];
    const change = { child, was: without(one, other), now: without(other, one) };
    return change.was.length + change.now.length === 0 ? [] : [change];
  });
}

async function saidIn(of: ReturnName, bytes: Bytes): Promise<Said> {
  const { shape, id } = shapes[of];
  const said = new Map<string, readonly string[]>();
  for await (const event of readUnits(bytes, shape))
    if (event.kind === 'unit') {
      const child = textOf(event.element, id) ?? '';
      said.set(child, [...(said.get(child) ?? []), ...linesOf(event.element)]);
    }
  return said;
}

/** Each value with the names of what it stands in; of several alike, by their first value, so that a line says whose it is. */
function linesOf({ name, text, children }: XmlElement, inside = ''): readonly string[] {
  if (children.length === 0) return text === '' ? [] : [`${inside}${name}: ${text}`];
  const isUnit = inside === '' && (name === 'Child' || name === 'CHILD' || name === 'HEADER');
  const [first] = children;
  const of = isUnit ? '' : `${name}${first !== undefined && first.children.length === 0 && first.text !== '' ? ` of ${first.text}` : ''}, `;
  return children.flatMap((child) => linesOf(child, of));
}

/** What stands in the one and not in the other; what stands twice is taken away once for each. */
function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}
