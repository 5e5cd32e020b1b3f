import { formatDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import { countSaid, number, shareSaid } from '../statistics/said.ts';
import { fewest, isSmall } from '../statistics/small-numbers.ts';
import type { Signal } from '../statistics/run-chart.ts';
import type { Comparison, Scale, Where } from './comparison.ts';
import type { Measure } from './measure.ts';
import type { Counted, MeasureReading } from './readings.ts';

/** A number of children, as it may be said. */
export const childrenSaid = (n: number): string => (isSmall(n) ? `fewer than ${fewest}` : number(n));

/** "60 of 200"; of a rate, how many. */
export const countOf = ({ per }: Measure, counted: Counted): string =>
  per === 'population' ? childrenSaid(counted.n) : counted.among === 0 ? 'nobody' : countSaid(counted, true);

export const shareOf = ({ per }: Measure, counted: Counted): string =>
  per === 'population' ? '' : counted.among === 0 ? '' : shareSaid(counted, true);

export const valueSaid = ({ per }: Pick<Scale, 'per'>, value: number): string =>
  per === 'share' ? `${value.toFixed(1)} %` : value.toLocaleString('en-GB', { maximumFractionDigits: 1 });

export const apartSaid = ({ apart }: Counted): string => (apart === 0 ? '' : `${childrenSaid(apart)} counted apart`);

const rules: Readonly<Record<Signal['rule'], string>> = {
  beyond: 'beyond the limits',
  twoOfThree: 'two of three near a limit',
  fourOfFive: 'four of five beyond a third of the way to a limit',
  eightOnOneSide: 'eight on one side of the middle',
  sixInARow: 'six rising or falling in a row',
};
export const ruleSaid = (rule: Signal['rule']): string => rules[rule];

/** Which months tell of a change, by which rules. */
export const signalsAt = ({ signals }: Pick<MeasureReading, 'signals'>, at: number): string =>
  signals
    .filter((one) => one.at === at)
    .map(({ rule }) => ruleSaid(rule))
    .join('; ');

/** What the months say, in one line. */
export function trendOf({ measure: { wished }, months, limits, signals }: MeasureReading): string {
  if (limits === undefined) return 'Too few months for limits';
  const last = signals.findLast(({ at }) => at >= months.length - 6);
  const on = last === undefined ? undefined : months[last.at]?.on;
  if (last === undefined || on === undefined) return 'No change beyond chance in six months';
  const isHigh = (months[last.at]?.value ?? 0) > limits.middle;
  const worth = wished === 'neither' ? '' : `, which is ${isHigh === (wished === 'more') ? 'better' : 'worse'}`;
  return `${isHigh ? 'Higher' : 'Lower'} than chance explains${worth}: ${ruleSaid(last.rule)}, ${monthSaid(on)}`;
}

/** "Oct 2026". */
export const monthSaid = (end: LocalDate): string => formatDate(end).split(' ').slice(-2).join(' ');

const where: Readonly<Record<Where, string>> = {
  within: 'within what chance alone gives',
  above: 'higher than 95 in 100 by chance',
  below: 'lower than 95 in 100 by chance',
  farAbove: 'far higher than chance gives',
  farBelow: 'far lower than chance gives',
};
export const whereSaid = (one: Where): string => where[one];

export function comparedSaid(measure: Pick<Scale, 'per'>, compared: Comparison | undefined): string {
  if (compared === undefined) return '';
  const own = compared.points.find(({ isOwn }) => isOwn);
  const here = own === undefined ? '' : `; here ${valueSaid(measure, own.value)}: ${where[own.where]}`;
  const neighbours = compared.neighbours === undefined ? '' : `, neighbours ${valueSaid(measure, compared.neighbours)}`;
  return `${compared.period}: ${compared.isEngland ? 'England' : 'all together'} ${valueSaid(measure, compared.middle)}${neighbours}${here}`;
}
