import type { Duration } from './model.ts';

/** Children of one stage: so many were in it for `days`, are known of from their day `entered` on, and went on to `next`; `next` null: are in it still. */
export type Spell = { readonly next: string | null; readonly entered: number; readonly days: number; readonly n: number };

const steps = 128;
const parts = 4;
/** Of fewer that came to an end nothing is said. */
export const fewestSpells = 10;

type Point = { readonly days: number; readonly survival: number };

/** Kaplan and Meier (JASA 53, 1958), where some were first seen late and some are in it still: how many of all would last longer than each number of days. */
export function survivalOf(spells: readonly Spell[]): readonly Point[] {
  const ended = new Map<number, number>();
  for (const { next, entered, days, n } of spells)
    if (next !== null && (entered === 0 || entered < days)) ended.set(days, (ended.get(days) ?? 0) + n);
  const entries = spells.flatMap(({ entered, n }) => (entered > 0 ? [{ at: entered, n }] : [])).toSorted((a, b) => a.at - b.at);
  const leaving = spells.map(({ days, n }) => ({ at: days, n })).toSorted((a, b) => a.at - b.at);
  let atRisk = spells.reduce((sum, { entered, n }) => sum + (entered === 0 ? n : 0), 0);
  let [survival, come, gone] = [1, 0, 0];
  const points: Point[] = [{ days: 0, survival: 1 }];
  for (const days of [...ended.keys()].sort((a, b) => a - b)) {
    for (let entry = entries[come]; entry !== undefined && entry.at < days; entry = entries[(come += 1)]) atRisk += entry.n;
    for (let one = leaving[gone]; one !== undefined && one.at < days; one = leaving[(gone += 1)]) atRisk -= one.n;
    if (atRisk > 0) survival *= Math.max(0, 1 - (ended.get(days) ?? 0) / atRisk);
    points.push({ days, survival });
  }
  return points;
}

/** The days that a share of all have ended within. */
function daysAt(points: readonly Point[], share: number): number {
  return points.find(({ survival }) => 1 - survival >= share - 1e-9)?.days ?? points.at(-1)?.days ?? 0;
}

/** Days of everybody in it over how many came to an end: what the rest will last, beyond what was seen of any. */
function meanOfAll(spells: readonly Spell[]): number {
  const exposure = spells.reduce((sum, { entered, days, n }) => sum + n * Math.max(0.5, days - entered), 0);
  const endings = spells.reduce((sum, { next, n }) => sum + (next === null ? 0 : n), 0);
  return exposure / Math.max(1, endings);
}

/** How long a stage lasts, also for those who are in it still. */
export function durationOf(spells: readonly Spell[]): Duration {
  const points = survivalOf(spells);
  const tableUpTo = Math.min(1, 1 - (points.at(-1)?.survival ?? 1));
  const table = Array.from({ length: steps }, (_, n) => daysAt(points, (tableUpTo * n) / (steps - 1)));
  return { table, tableUpTo: tableUpTo > 0.999 ? 1 : tableUpTo, tail: meanOfAll(spells) };
}

/** What came next, in each quarter of the durations: who is closed early is seldom looked after. */
export function nextOf(spells: readonly Spell[], order: readonly string[]): readonly (readonly number[])[] {
  const ended = spells.filter(({ next }) => next !== null).toSorted((a, b) => a.days - b.days);
  const total = ended.reduce((sum, { n }) => sum + n, 0);
  const counts = Array.from({ length: parts }, () => new Map<string, number>());
  let before = 0;
  for (const { next, n } of ended)
    for (let one = 0; one < n; one += 1) {
      const part = counts[Math.min(parts - 1, Math.floor((parts * before) / Math.max(1, total)))];
      part?.set(next ?? '', (part.get(next ?? '') ?? 0) + 1);
      before += 1;
    }
  return counts.map((part) => {
    const all = [...part.values()].reduce((sum, n) => sum + n, 0);
    let sum = 0;
    return order.map((name) => (sum += (part.get(name) ?? 0) / Math.max(1, all)));
  });
}
