import { valueIn100 } from './value.ts';
import type { Comparison } from './comparison.ts';
import type { MeasureReading } from './readings.ts';
import { apartSaid, countOf, shareOf, trendOf } from './words.ts';

export type MeasureRow = readonly (string | number | undefined)[];

export const measureHeads = [
  'Measure',
  'Title',
  'Period',
  'To',
  'Counted',
  'In 100',
  'Counted apart',
  'Change',
  'England',
  'Neighbours',
  'Numerator',
  'Denominator',
  'Published as',
] as const;

/** A measure as rows to be carried away: now, each year to 31 March, and each month; of children no small number. */
export function measureRows(
  { reading, compared }: { readonly reading: MeasureReading; readonly compared: Comparison | undefined },
  on: string,
): readonly MeasureRow[] {
  const { measure, now, years, months } = reading;
  const defined = [measure.numerator, measure.denominator, measure.published];
  const row = (period: string, to: string, counted: typeof now, more: readonly (string | number | undefined)[]): MeasureRow => [
    measure.name,
    measure.title,
    period,
    to,
    countOf(measure, counted),
    valueIn100(measure, counted) ?? shareOf(measure, counted),
    apartSaid(counted),
    ...more,
    ...defined,
  ];
  const published = (period: string): readonly (number | undefined)[] =>
    compared?.period === period ? [compared.isEngland ? compared.middle : undefined, compared.neighbours] : [undefined, undefined];
  return [
    row(measure.counts === 'events' ? 'Twelve months' : 'On the day', on, now, [trendOf(reading), undefined, undefined]),
    ...years.map((year) => row(year.period, `${Number(year.period.slice(0, 4)) + 1}-03-31`, year, ['', ...published(year.period)])),
    ...months.map((month) => row(measure.counts === 'events' ? 'Month' : 'End of month', month.on, month, ['', undefined, undefined])),
  ];
}
