import { childrenSaid } from '../measures/words.ts';
import { isSmall } from '../statistics/small-numbers.ts';
import { arrivalKinds } from './arrivals.ts';
import type { Demand } from './demand.ts';

export const demandHeads = [
  'What',
  'Week from',
  'Came',
  'Working days',
  'As in an ordinary week',
  'Usual',
  'Low limit',
  'High limit',
  'Rule',
] as const;

const round = (value: number | undefined): number | undefined => (value === undefined ? undefined : Math.round(10 * value) / 10);

/** Each week to be carried away; one to four are not told. */
export const demandRows = ({
  kind,
  found: { weeks, adjusted, limits, signals },
}: Demand): readonly (readonly (string | number | undefined)[])[] =>
  weeks.map(({ from, count, workingDays }, at) => {
    const isFew = isSmall(count);
    return [
      arrivalKinds[kind],
      from,
      isFew ? childrenSaid(count) : count,
      workingDays,
      isFew ? undefined : round(adjusted[at]),
      round(limits?.middle),
      limits === undefined ? undefined : round(Math.max(0, limits.low)),
      round(limits?.high),
      signals
        .filter((one) => one.at === at)
        .map(({ rule }) => rule)
        .join(' '),
    ];
  });
