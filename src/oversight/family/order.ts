import type { Kin, Union } from './family-picture.ts';

/** Who stand beside one another because they are, or were, couples: moved and turned round as one. */
type Cluster = readonly number[];
type Rows = readonly (readonly Cluster[])[];

/** Everybody of each row, from left to right: couples side by side, brothers and sisters by birth, few lines crossing. The same picture gives the same order. */
export function orderOf(kin: Kin): readonly (readonly number[])[] {
  const drops = dropsOf(kin);
  let best: Rows = firstOrder(kin);
  let least = costOf(kin, drops, best);
  const take = (rows: Rows): void => {
    const cost = costOf(kin, drops, rows);
    if (cost < least - 1e-9) [best, least] = [rows, cost];
  };
  for (let sweep = 0, rows = best; sweep < 6; sweep += 1) {
    rows = swept(kin, rows, sweep % 2 === 0);
    take(rows);
  }
  for (let before = Infinity, pass = 0; least < before - 1e-9 && pass < 8; pass += 1) {
    before = least;
    best.forEach((_, r) => {
      for (const change of changes(best[r] ?? [])) take(best.map((row, n) => (n === r ? change(best[r] ?? []) : row)));
    });
  }
  return best.map((row) => row.flat());
}

/** Clusters as a walk down from the eldest finds them. */
function firstOrder(kin: Kin): Rows {
  const height = Math.max(0, ...kin.row) + 1;
  const rows = Array.from({ length: height }, (): Cluster[] => []);
  const clusterOf = clusters(kin);
  const seen = new Set<Cluster>();
  const visit = (cluster: Cluster): void => {
    if (seen.has(cluster)) return;
    seen.add(cluster);
    rows[kin.row[cluster[0] ?? 0] ?? 0]?.push(cluster);
    const below = kin.unions.filter(({ parents }) => parents.some((one) => cluster.includes(one)));
    for (const union of below.toSorted((a, b) => placeIn(cluster, a) - placeIn(cluster, b)))
      for (const child of union.children) visit(clusterOf[child] ?? []);
  };
  const byRow = [...kin.ids.keys()].sort((a, b) => (kin.row[a] ?? 0) - (kin.row[b] ?? 0) || order(kin, a, b));
  for (const one of byRow) visit(clusterOf[one] ?? []);
  return rows;
}

const placeIn = (cluster: Cluster, { parents }: Union): number =>
  parents.reduce((sum, one) => sum + cluster.indexOf(one), 0) / parents.length;

/** Men before women, then the elder, then as they came. */
const order = (kin: Kin, a: number, b: number): number =>
  Number(kin.sex[a] !== 'M') - Number(kin.sex[b] !== 'M') || (kin.born[a] ?? '').localeCompare(kin.born[b] ?? '') || a - b;

/** For each, the couples that they are of: whoever has several partners stands beside the latest, the earliest outermost. */
function clusters(kin: Kin): readonly Cluster[] {
  const partners = kin.ids.map((): { readonly with: number; readonly since: string }[] => []);
  for (const { parents, since } of kin.unions) {
    const [a, b] = parents;
    if (a === undefined || b === undefined) continue;
    partners[a]?.push({ with: b, since });
    partners[b]?.push({ with: a, since });
  }
  const found: Cluster[] = [];
  const many = [...kin.ids.keys()].sort((a, b) => (partners[b]?.length ?? 0) - (partners[a]?.length ?? 0) || order(kin, a, b));
  for (const centre of many) {
    if (found[centre] !== undefined) continue;
    const cluster = around(kin, centre, partners);
    for (const one of cluster) found[one] = cluster;
  }
  return found;
}

function around(kin: Kin, centre: number, partners: readonly (readonly { readonly with: number; readonly since: string }[])[]): Cluster {
  const seen = new Set([centre]);
  const [left, right]: [number[], number[]] = [[], []];
  const place = (one: number, side: number[]): void => {
    seen.add(one);
    side.push(one);
    for (const { with: other } of partners[one] ?? []) if (!seen.has(other)) place(other, side);
  };
  const wanted = [...(partners[centre] ?? [])].sort((a, b) => a.since.localeCompare(b.since) || order(kin, a.with, b.with));
  const isMan = kin.sex[centre] === 'M';
  // The one whom they are with now on the right; before them, from right to left, each whom they were with earlier.
  for (const [n, { with: other }] of wanted.toReversed().entries()) {
    if (seen.has(other)) continue;
    const isRight = wanted.length === 1 ? isMan : n === 0;
    place(other, isRight ? right : left);
  }
  return [...left.reverse(), centre, ...right];
}

/** Sorts the rows one after another by where those whom they are tied to stand. */
function swept(kin: Kin, rows: Rows, isDown: boolean): Rows {
  const done = [...rows];
  const at = placesOf(kin, rows);
  const numbers = [...rows.keys()];
  for (const r of isDown ? numbers : numbers.reverse()) {
    const wanted = (cluster: Cluster): number => {
      const places = cluster.flatMap((one) => pulls(kin, one, at, isDown));
      return places.length === 0 ? middle(cluster, at) : places.reduce((sum, place) => sum + place, 0) / places.length;
    };
    const keyed = (done[r] ?? []).map((cluster, n) => ({ cluster, n, key: wanted(cluster) }));
    const sorted = keyed.sort((a, b) => a.key - b.key || a.n - b.n).map(({ cluster }) => cluster);
    done[r] = sorted;
    place(sorted, at);
  }
  return done;
}

function middle(cluster: Cluster, at: readonly number[]): number {
  let sum = 0;
  for (const one of cluster) sum += at[one] ?? 0;
  return sum / cluster.length;
}

/** Where the parents stand (the elder children to the left of it), or the children. */
function pulls({ unions }: Kin, one: number, at: readonly number[], isDown: boolean): readonly number[] {
  return unions.flatMap(({ parents, children }) => {
    if (isDown && children.includes(one) && parents.length > 0) {
      const age = children.indexOf(one) / Math.max(1, children.length) - 0.5;
      return [middle(parents, at) + age * 0.9];
    }
    return !isDown && parents.includes(one) && children.length > 0 ? [middle(children, at)] : [];
  });
}

function place(row: readonly Cluster[], at: number[]): void {
  let count = 0;
  for (const cluster of row) count += cluster.length;
  let n = (1 - count) / 2;
  for (const cluster of row)
    for (const one of cluster) {
      at[one] = n;
      n += 1;
    }
}

function placesOf(kin: Kin, rows: Rows): number[] {
  const at = kin.ids.map(() => 0);
  for (const row of rows) place(row, at);
  return at;
}

const dear = { crossing: 10, birth: 4, household: 3, length: 0.35, loose: 0.25, side: 0.3 } as const;

/** Lines of descent by the row at which they end: a union and a child each. */
type Drops = readonly (readonly (readonly [Union, number])[])[];

const dropsOf = (kin: Kin): Drops => {
  const rows: [Union, number][][] = [];
  for (const union of kin.unions) for (const child of union.children) (rows[kin.row[child] ?? 0] ??= []).push([union, child]);
  return rows.filter((row) => row.length > 0);
};

/** What is wrong with an order: lines that cross, brothers and sisters not by birth, a household torn apart, long lines. Asked some thousand times. */
function costOf(kin: Kin, drops: Drops, rows: Rows): number {
  const at = placesOf(kin, rows);
  let cost = 0;
  for (const row of drops) cost += lineCost(row, at);
  for (const { children } of kin.unions)
    for (let n = 1; n < children.length; n += 1) {
      const apart = (at[children[n] ?? 0] ?? 0) - (at[children[n - 1] ?? 0] ?? 0);
      if (apart < 0) cost += dear.birth - apart;
    }
  for (const [a, b] of kin.loose) cost += Math.abs((at[a] ?? 0) - (at[b] ?? 0)) * dear.loose;
  for (const [a, b] of kin.twins) cost += Math.max(0, Math.abs((at[a] ?? 0) - (at[b] ?? 0)) - 1) * dear.birth;
  return cost + tornCost(kin, rows, at) + sideCost(kin, at);
}

function lineCost(row: Drops[number], at: readonly number[]): number {
  const from = row.map(([{ parents, children }]) => middle(parents.length === 0 ? children : parents, at));
  const to = row.map(([, child]) => at[child] ?? 0);
  let cost = 0;
  for (let n = 0; n < row.length; n += 1) {
    const [above, below] = [from[n] ?? 0, to[n] ?? 0];
    cost += Math.abs(above - below) * dear.length;
    for (let m = n + 1; m < row.length; m += 1) if ((above - (from[m] ?? 0)) * (below - (to[m] ?? 0)) < 0) cost += dear.crossing;
  }
  return cost;
}

/** By custom the man of a couple stands on the left. */
function sideCost({ unions, sex }: Kin, at: readonly number[]): number {
  let cost = 0;
  for (const { parents } of unions) {
    const [a, b] = parents;
    if (a === undefined || b === undefined || sex[a] === sex[b]) continue;
    if ((sex[a] === 'M') !== (at[a] ?? 0) < (at[b] ?? 0)) cost += dear.side;
  }
  return cost;
}

function tornCost({ household, row }: Kin, rows: Rows, at: readonly number[]): number {
  if (household.size < 2) return 0;
  const spans = rows.map(() => ({ least: Infinity, most: -Infinity, count: 0 }));
  for (const one of household) {
    const span = spans[row[one] ?? 0];
    if (span === undefined) continue;
    span.least = Math.min(span.least, at[one] ?? 0);
    span.most = Math.max(span.most, at[one] ?? 0);
    span.count += 1;
  }
  return spans.reduce((cost, { least, most, count }) => (count < 2 ? cost : cost + (most - least + 1 - count) * dear.household), 0);
}

/** One cluster to another place, or turned round; or a stretch of the row turned round. */
function* changes(row: readonly Cluster[]): Generator<(now: readonly Cluster[]) => readonly Cluster[]> {
  for (let n = 0; n < row.length; n += 1) {
    if ((row[n]?.length ?? 0) > 1) yield (now) => now.map((cluster, m) => (m === n ? cluster.toReversed() : cluster));
    for (let to = 0; to < row.length; to += 1) {
      if (to !== n) yield (now) => now.toSpliced(n, 1).toSpliced(to, 0, now[n] ?? []);
      if (to > n + 1)
        yield (now) => [
          ...now.slice(0, n),
          ...now
            .slice(n, to + 1)
            .toReversed()
            .map((cluster) => cluster.toReversed()),
          ...now.slice(to + 1),
        ];
    }
  }
}
