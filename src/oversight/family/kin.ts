import type { FamilyPicture, Kin, Union } from './family-picture.ts';
import { rowsOf } from './generations.ts';

type Pair = readonly [number, number];

type Numbered<T> = readonly (readonly [number, number, T])[];
const justPairs = (all: Numbered<object>): readonly Pair[] => all.map(([a, b]): Pair => [a, b]);

/** Numbers instead of ids, parents joined to unions, everybody in a row. Ties to whoever is not in the picture are left out. */
export function kinOf(picture: FamilyPicture): Kin {
  const number = new Map(picture.members.map(({ id }, n) => [id, n]));
  const numbered = <T extends { readonly a: string; readonly b: string }>(all: readonly T[]): Numbered<T> =>
    all.flatMap((one) => {
      const [from, to] = [number.get(one.a), number.get(one.b)];
      return from === undefined || to === undefined || from === to ? [] : [[from, to, one] as const];
    });
  const { descent, turned } = withoutCircles(numbered(picture.parents.map(({ parent, child }) => ({ a: parent, b: child }))));
  const [couples, siblings, others] = [numbered(picture.couples), numbered(picture.siblings), numbered(picture.others)];
  const twins = justPairs(numbered(picture.twins));
  const root = number.get(picture.root) ?? 0;
  const row = rowsOf({
    count: picture.members.length,
    root,
    descent,
    level: [...justPairs(couples), ...justPairs(siblings), ...twins],
    others: others.map(([a, b, { generation }]) => [a, b, generation]),
  });
  const born = picture.members.map(({ bornOn }) => bornOn ?? '9999');
  const { unions, uneven } = unionsOf(descent, couples.map(toldCouple), row, born);
  const hasParents = new Set(descent.map(([, child]) => child));
  const groups = siblingGroups(
    justPairs(siblings).filter(([a, b]) => !hasParents.has(a) && !hasParents.has(b)),
    row,
    born,
  );
  const joined = new Set(groups.flatMap(({ children }) => pairsWithin(children)));
  const apart = justPairs(siblings).filter(([a, b]) => !joined.has(key(a, b)));
  return {
    ids: picture.members.map(({ id }) => id),
    root,
    born,
    sex: picture.members.map(({ sex }) => sex ?? ''),
    unions: [...unions, ...groups],
    twins: twins.filter(([a, b]) => [...unions, ...groups].some(({ children }) => children.includes(a) && children.includes(b))),
    loose: once([...apart, ...justPairs(others), ...turned, ...uneven]).map(([a, b]) => ((row[a] ?? 0) <= (row[b] ?? 0) ? [a, b] : [b, a])),
    household: new Set(picture.household.flatMap((id) => number.get(id) ?? [])),
    row,
  };
}

const toldCouple = ([a, b, { couple, since }]: readonly [number, number, FamilyPicture['couples'][number]]): ToldCouple => ({
  a,
  b,
  couple,
  since: since ?? '',
});

const key = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
const pairsWithin = (all: readonly number[]): readonly string[] => all.flatMap((a, n) => all.slice(n + 1).map((b) => key(a, b)));

function once(pairs: readonly Pair[]): readonly Pair[] {
  return [...new Map(pairs.map((pair) => [key(...pair), pair])).values()];
}

/** A statement that would make somebody their own forebear is drawn, but not as descent. */
function withoutCircles(links: Numbered<object>): { descent: readonly Pair[]; turned: readonly Pair[] } {
  const below = new Map<number, number[]>();
  const reaches = (from: number, to: number): boolean => from === to || (below.get(from) ?? []).some((next) => reaches(next, to));
  const descent: Pair[] = [];
  const turned: Pair[] = [];
  for (const [parent, child] of links) {
    if (reaches(child, parent)) {
      turned.push([parent, child]);
      continue;
    }
    if (below.get(parent)?.includes(child) === true) continue;
    below.set(parent, [...(below.get(parent) ?? []), child]);
    descent.push([parent, child]);
  }
  return { descent, turned };
}

type ToldCouple = { readonly a: number; readonly b: number; readonly couple: string; readonly since: string };

/** Parents whose children they have together, and couples without children. More than two parents are two unions over one child. */
function unionsOf(
  descent: readonly Pair[],
  couples: readonly ToldCouple[],
  row: readonly number[],
  born: readonly string[],
): { readonly unions: readonly Union[]; readonly uneven: readonly Pair[] } {
  const parentsOf = Map.groupBy(descent, ([, child]) => child);
  const told = new Map(couples.map((one) => [key(one.a, one.b), one]));
  const groups = new Map<string, { parents: number[]; children: number[] }>();
  const add = (parents: readonly number[], child?: number): void => {
    const sorted = [...parents].sort((a, b) => a - b);
    const group = groups.get(sorted.join(' ')) ?? { parents: sorted, children: [] };
    if (child !== undefined) group.children.push(child);
    groups.set(sorted.join(' '), group);
  };
  for (const [child, links] of parentsOf)
    for (const pair of pairedParents(
      links.map(([parent]) => parent),
      row,
      told,
    ))
      add(pair, child);
  const uneven: Pair[] = [];
  for (const { a, b } of couples) {
    if (row[a] === row[b]) add([a, b]);
    else uneven.push([a, b]);
  }
  const unions = [...groups.values()].map(({ parents, children }) => {
    const couple = told.get(parents.join(' '));
    return { parents, children: byBirth(children, born), couple: couple?.couple ?? 'parents', since: couple?.since ?? '' };
  });
  return { unions, uneven };
}

/** A child's parents in pairs of one row: those who are said to be a couple first, then as they come. */
function pairedParents(
  parents: readonly number[],
  row: readonly number[],
  told: ReadonlyMap<string, ToldCouple>,
): readonly (readonly number[])[] {
  const left = [...parents];
  const pairs: number[][] = [];
  for (const isWanted of [(a: number, b: number) => told.has(key(a, b)), () => true])
    for (let n = 0; n < left.length; n += 1) {
      const a = left[n] ?? 0;
      const other = left.findIndex((b, m) => m > n && row[a] === row[b] && isWanted(a, b));
      if (other < 0) continue;
      pairs.push([a, left[other] ?? 0]);
      left.splice(other, 1);
      left.splice(n, 1);
      n -= 1;
    }
  return [...pairs, ...left.map((one) => [one])];
}

const byBirth = (children: readonly number[], born: readonly string[]): readonly number[] =>
  [...children].sort((a, b) => (born[a] ?? '').localeCompare(born[b] ?? '') || a - b);

/** Brothers and sisters without parents in the picture, of one row, as unions of nobody. */
function siblingGroups(pairs: readonly Pair[], row: readonly number[], born: readonly string[]): readonly Union[] {
  const groups: Set<number>[] = [];
  for (const [a, b] of pairs.filter(([one, other]) => row[one] === row[other])) {
    const met = groups.filter((group) => group.has(a) || group.has(b));
    const whole = new Set([a, b, ...met.flatMap((group) => [...group])]);
    for (const group of met) groups.splice(groups.indexOf(group), 1);
    groups.push(whole);
  }
  return groups.map((group) => ({ parents: [], children: byBirth([...group], born), couple: 'siblings', since: '' }));
}
