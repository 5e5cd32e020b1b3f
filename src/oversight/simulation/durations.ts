import type { Duration, Stage } from './model.ts';
import type { Random } from './random.ts';

/** A duration at this part of all durations, from 0 to 1. */
export function drawDuration({ table, tableUpTo, tail }: Duration, share: number, random: Random): number {
  if (share >= tableUpTo) return (table.at(-1) ?? 0) + tail * random.wait();
  const at = (share / tableUpTo) * (table.length - 1);
  const below = at | 0;
  const from = table[below] ?? 0;
  return from + (at - below) * ((table[below + 1] ?? from) - from);
}

/** The stage after one that lasted so long among all, as its part; -1: all work ends. */
export function nextAfter({ next }: Stage, share: number, random: Random): number {
  const chances = next[Math.min(next.length - 1, (share * next.length) | 0)] ?? [];
  const drawn = random.share();
  for (let stage = 0; stage < chances.length; stage += 1) if (drawn < (chances[stage] ?? 0)) return stage;
  return -1;
}

/** The part of all durations that are over within so many days. */
export function shareWithin({ table, tableUpTo, tail }: Duration, days: number): number {
  const last = table.at(-1) ?? 0;
  if (days >= last) return tail === 0 ? 1 : 1 - (1 - tableUpTo) * Math.exp(-(days - last) / tail);
  let [low, high] = [0, table.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((table[middle] ?? 0) <= days) low = middle;
    else high = middle;
  }
  const [from, to] = [table[low] ?? 0, table[high] ?? 0];
  const part = to > from ? Math.min(1, Math.max(0, (days - from) / (to - from))) : 0;
  return (tableUpTo * (low + part)) / Math.max(1, table.length - 1);
}

/** What is left to a child who has been in a stage for so many days, and what comes then: as of those who lasted at least so long. */
export function remainingOf(stage: Stage, days: number, random: Random): { readonly days: number; readonly next: number } {
  const from = shareWithin(stage.duration, days);
  const last = stage.duration.table.at(-1) ?? 0;
  if (from >= 1) return { days: random.share() * 28, next: nextAfter(stage, 0.999_999, random) };
  const share = from + (1 - from) * random.share();
  const next = nextAfter(stage, share, random);
  if (share >= stage.duration.tableUpTo && days > last) return { days: stage.duration.tail * random.wait(), next };
  return { days: Math.max(0, drawDuration(stage.duration, share, random) - days), next };
}
