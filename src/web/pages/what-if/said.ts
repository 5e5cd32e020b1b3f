import { fewest, isSmall } from '../../../oversight/statistics/small-numbers.ts';
import type { Band } from '../../../oversight/simulation/summary.ts';

/** How a number is written: children (1 to 4 are not said), plain, as days, in 100, or as money. */
export type Kind = 'children' | 'number' | 'days' | 'share' | 'pounds';

const whole = (value: number): string => Math.round(value).toLocaleString('en-GB');

function pounds(value: number): string {
  return Math.abs(value) >= 1_000_000 ? `£${(value / 1_000_000).toFixed(1)} m` : `£${whole(value / 1000)},000`;
}

export function said(kind: Kind, value: number): string {
  switch (kind) {
    case 'children':
      return isSmall(Math.round(value)) ? `under ${fewest}` : whole(value);
    case 'share':
      return `${whole(100 * value)} %`;
    case 'days':
    case 'number':
      return value < 10 ? (Math.round(10 * value) / 10).toLocaleString('en-GB') : whole(value);
    case 'pounds':
      return pounds(value);
  }
}

/** The middle, and in brackets what eight in ten replications lie within. */
export function bandSaid(kind: Kind, { low, middle, high }: Band): string {
  const [from, mid, to] = [low, middle, high].map((value) => said(kind, value));
  return from === to ? `${mid}` : `${mid} (${from} to ${to})`;
}
