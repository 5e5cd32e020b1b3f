import { pointsAtSomebody } from '../statistics/small-numbers.ts';
import type { Measure } from './measure.ts';
import type { Counted } from './readings.ts';

/** The share in 100 to one decimal, where nobody could be found by it. */
export const valueIn100 = ({ per }: Measure, counted: Counted): number | undefined =>
  per === 'population' || counted.among === 0 || pointsAtSomebody(counted)
    ? undefined
    : Math.round((1000 * counted.n) / counted.among) / 10;
