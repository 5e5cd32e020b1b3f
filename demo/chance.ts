import { createHash } from 'node:crypto';

/** The same seed gives the same children on every machine. */
export type Chance = {
  /** 0 up to, not including, 1. */
  readonly next: () => number;
  /** A whole number from 0 up to, not including, `n`. */
  readonly below: (n: number) => number;
  /** A whole number from `least` to `most`. */
  readonly between: (least: number, most: number) => number;
  readonly oneOf: <T>(list: readonly [T, ...T[]]) => T;
  readonly happens: (share: number) => boolean;
};

/** Mulberry32: thirty-two bits of state are plenty for invented people. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number): number => Math.floor(next() * n);
  const between = (least: number, most: number): number => least + below(most - least + 1);
  return { next, below, between, oneOf: (list) => list[between(0, list.length - 1)] ?? list[0], happens: (share) => next() < share };
}

/** The chances that go with an id. */
export const chanceOf = (id: string): Chance => chanceFrom(Number.parseInt(id.slice(0, 8), 16));

/** A uuid made of words: the same words, the same id. */
export function idFrom(...words: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(words.join('|')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
