import { returnXml } from '../reading/looked-after-files.ts';
import { readUnits, textOf, type XmlElement, type XmlShape } from '../reading/xml-units.ts';
import type { ReturnName } from './child-finding.ts';
import { withoutThose } from './taken-away.ts';

/** What a return said of a child, and what it says now: what stands in both is left out. Of one who is in one of them alone, the other is empty. */
export type ChildChange = { readonly child: string; readonly was: readonly string[]; readonly now: readonly string[] };

/** How many there are of one kind in each: children, and what is told of them. */
export type Total = { readonly what: string; readonly was: number; readonly now: number };
/** `problem`: where a file could not be read to its end, and why; what came before is compared. */
export type Changes = { readonly children: readonly ChildChange[]; readonly totals: readonly Total[]; readonly problem?: string };

const shapes: Readonly<Record<ReturnName, { readonly shape: XmlShape; readonly id: string }>> = {
  cin: { shape: { what: 'a CIN census', root: 'Message', units: new Set(['Children/Child']) }, id: 'LAchildID' },
  ssda903: { shape: returnXml, id: 'CHILDID' },
};

type Said = {
  readonly children: Lines;
  readonly counts: ReadonlyMap<string, number>;
  readonly problem?: string;
};
type Bytes = AsyncIterable<Uint8Array>;
type Lines = ReadonlyMap<string, readonly string[]>;

const itself = (line: string): string => line;

/** Child by child in the order of their numbers, what was said and is not, and what is said and was not. */
export const changedLines = (was: Lines, now: Lines): readonly ChildChange[] =>
  [...new Set([...was.keys(), ...now.keys()])].toSorted().flatMap((child) => {
    const [one, other] = [was.get(child) ?? [], now.get(child) ?? []];
    const change = { child, was: withoutThose(one, other, itself), now: withoutThose(other, one, itself) };
    return change.was.length + change.now.length === 0 ? [] : [change];
  });

/** Compares two files of one return in totals, and child by child in the order of their numbers. */
export async function changesBetween(of: ReturnName, before: Bytes, after: Bytes): Promise<Changes> {
  const [was, now] = [await saidIn(of, before), await saidIn(of, after)];
  const totals = [...new Set([...was.counts.keys(), ...now.counts.keys()])].map((what) => ({
    what,
    was: was.counts.get(what) ?? 0,
    now: now.counts.get(what) ?? 0,
  }));
  const problem = was.problem ?? now.problem;
  return {
    children: changedLines(was.children, now.children),
    totals: [{ what: 'Children', was: was.children.size, now: now.children.size }, ...totals],
    ...(problem === undefined ? {} : { problem }),
  };
}

async function saidIn(of: ReturnName, bytes: Bytes): Promise<Said> {
  const { shape, id } = shapes[of];
  const children = new Map<string, readonly string[]>();
  const counts = new Map<string, number>();
  for await (const event of readUnits(bytes, shape)) {
    if (event.kind === 'stopped') return { children, counts, problem: `Line ${event.line}: ${event.message}` };
    if (event.kind === 'unit') {
      const child = textOf(event.element, id) ?? '';
      children.set(child, [...(children.get(child) ?? []), ...linesOf(event.element)]);
      for (const one of event.element.children) countIn(one, counts);
    }
  }
  return { children, counts };
}

/** What holds others counts as one of its name. */
function countIn({ name, children }: XmlElement, counts: Map<string, number>): void {
  if (children.length === 0) return;
  counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const one of children) countIn(one, counts);
}

/** Each value with the names of what it stands in; of several alike, by their first value, so that a line says whose it is. */
function linesOf({ name, text, children }: XmlElement, inside = ''): readonly string[] {
  if (children.length === 0) return text === '' ? [] : [`${inside}${name}: ${text}`];
  const isUnit = inside === '' && (name === 'Child' || name === 'CHILD' || name === 'HEADER');
  const [first] = children;
  const of = isUnit ? '' : `${name}${first !== undefined && first.children.length === 0 && first.text !== '' ? ` of ${first.text}` : ''}, `;
  return children.flatMap((child) => linesOf(child, of));
}
