import type { Random } from '../simulation/random.ts';
import type { Band } from '../simulation/summary.ts';
import { outOfCare, type CareFlows } from './care-flows.ts';
import { midBand } from './mid-quantile.ts';
import { adultFrom, ageBands, bandOfMonths, groupOrder } from './placement-groups.ts';

/** Children looked after at the end of each month to come, within what eight in ten replications say. */
export type Forecast = {
  readonly all: readonly Band[];
  readonly byGroup: readonly (readonly Band[])[];
  readonly byAge: readonly (readonly Band[])[];
};

/** A gamma variate with this shape and scale 1. */
const gammaOf = (random: Random, shape: number): number => shape * random.gamma(shape);

/**
 * Where somebody may be next, likeliest first: chances added up, as they may be after so many of each were seen (Dirichlet, with half of one beforehand shared out among
 * those that were ever seen).
 */
type Choice = { readonly added: Float64Array; readonly to: Int8Array };

function choiceOf(random: Random, seen: readonly number[], pooled: readonly number[]): Choice {
  const all = pooled.reduce((sum, one) => sum + one, 0);
  const drawn = seen.map((n, at) => {
    const shape = n + (all === 0 ? 0 : (0.5 * (pooled[at] ?? 0)) / all);
    return { at, chance: shape === 0 ? 0 : gammaOf(random, shape) };
  });
  const total = drawn.reduce((sum, { chance }) => sum + chance, 0);
  const inOrder = drawn.toSorted((a, b) => b.chance - a.chance);
  let sum = 0;
  return {
    added: Float64Array.from(inOrder, ({ chance }) => (total === 0 ? 1 : (sum += chance / total))),
    to: Int8Array.from(inOrder, ({ at }) => at),
  };
}

function pick(random: Random, { added, to }: Choice): number {
  const drawn = random.share();
  let at = 0;
  while (at < added.length - 1 && drawn >= (added[at] ?? 1)) at += 1;
  return to[at] ?? 0;
}

const sumOver = (rows: readonly (readonly number[])[]): readonly number[] =>
  (rows[0] ?? []).map((_, at) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0));

/** How much more the months differ than by chance: of a gamma factor with mean 1; undefined: no more. */
function monthlyShape(perMonth: readonly number[]): number | undefined {
  const mean = perMonth.reduce((sum, one) => sum + one, 0) / perMonth.length;
  const variance = perMonth.reduce((sum, one) => sum + (one - mean) ** 2, 0) / Math.max(1, perMonth.length - 1);
  return variance <= mean ? undefined : Math.max(2, mean ** 2 / (variance - mean));
}

type Chances = {
  readonly perMonth: readonly number[];
  readonly into: readonly Choice[];
  /** By band and group. */
  readonly moving: readonly Choice[];
};

/** What may be the case, given what was seen: drawn anew for each replication, since what was seen leaves it open. */
function drawChances(flows: CareFlows, random: Random): Chances {
  const everywhere = sumOver(flows.came);
  return {
    perMonth: flows.came.map((row) => gammaOf(random, row.reduce((sum, one) => sum + one, 0) + 0.5) / flows.seen),
    into: flows.came.map((row) => choiceOf(random, row, everywhere)),
    moving: flows.moved.flatMap((byGroup) =>
      byGroup.map((row, group) => choiceOf(random, row, sumOver(flows.moved.map((one) => one[group] ?? [])))),
    ),
  };
}

/** The band of each age in months. */
const bandAt = Int8Array.from({ length: 12 * adultFrom }, (_, months) => bandOfMonths(months));

/** Whoever is looked after in one replication, in arrays: the first `size` of them. */
class InCare {
  size = 0;
  age = new Int16Array(1024);
  group = new Int8Array(1024);

  add(age: number, group: number): void {
    if (this.size === this.age.length) {
      const [ages, groups] = [this.age, this.group];
      this.age = new Int16Array(2 * this.size);
      this.group = new Int8Array(2 * this.size);
      this.age.set(ages);
      this.group.set(groups);
    }
    this.age[this.size] = age;
    this.group[this.size] = group;
    this.size += 1;
  }

  /** A month on: who becomes eighteen leaves, the others stay, move or leave. */
  live(moving: readonly Choice[], random: Random): void {
    let still = 0;
    for (let child = 0; child < this.size; child += 1) {
      const age = this.age[child] ?? 0;
      const choice = moving[(bandAt[age] ?? 0) * groupOrder.length + (this.group[child] ?? 0)];
      if (age + 1 >= 12 * adultFrom || choice === undefined) continue;
      const next = pick(random, choice);
      if (next === outOfCare) continue;
      this.age[still] = age + 1;
      this.group[still] = next;
      still += 1;
    }
    this.size = still;
  }

  come(into: readonly Choice[], perMonth: readonly number[], factor: number, random: Random): void {
    for (let band = 0; band < ageBands.length; band += 1) {
      const from = ageBands[band]?.from ?? 0;
      const years = (ageBands[band + 1]?.from ?? adultFrom) - from;
      const choice = into[band];
      if (choice === undefined) continue;
      for (let left = random.count((perMonth[band] ?? 0) * factor); left > 0; left -= 1)
        this.add(Math.floor(12 * (from + years * random.share())), pick(random, choice));
    }
  }
}

const series = 1 + groupOrder.length + ageBands.length;

/** One replication: counts of each month, of all, of groups, then of ages. */
function replicate(flows: CareFlows, months: number, random: Random): Int32Array {
  const { perMonth, into, moving } = drawChances(flows, random);
  const shape = monthlyShape(flows.perMonth);
  const children = new InCare();
  for (const { months: age, group } of flows.stock) children.add(age, group);
  const counts = new Int32Array(months * series);
  for (let month = 0; month < months; month += 1) {
    children.live(moving, random);
    children.come(into, perMonth, shape === undefined ? 1 : random.gamma(shape), random);
    const at = month * series;
    counts[at] = children.size;
    for (let child = 0; child < children.size; child += 1) {
      const [group, age] = [at + 1 + (children.group[child] ?? 0), at + 1 + groupOrder.length + (bandAt[children.age[child] ?? 0] ?? 0)];
      counts[group] = (counts[group] ?? 0) + 1;
      counts[age] = (counts[age] ?? 0) + 1;
    }
  }
  return counts;
}

/** Children looked after in each of the months to come, by placement and by age. */
export function forecast(flows: CareFlows, months: number, replications: number, random: Random): Forecast {
  const runs = Array.from({ length: replications }, () => replicate(flows, months, random));
  const bands = (at: number): readonly Band[] =>
    Array.from({ length: months }, (_, month) => midBand(Float64Array.from(runs, (counts) => counts[month * series + at] ?? 0)));
  return {
    all: bands(0),
    byGroup: groupOrder.map((_, group) => bands(1 + group)),
    byAge: ageBands.map((_, band) => bands(1 + groupOrder.length + band)),
  };
}
