import { formatDate, type LocalDate } from '../../kernel/calendar/dates.ts';

export type Point = { readonly on: LocalDate; readonly value: number; readonly of?: number };

const [width, height, edge] = [220, 44, 4];

/** A line from the first to the last of a few points, its scale from nought; the table beside it says the same in numbers. */
export function Sparkline({ title, points }: { readonly title: string; readonly points: readonly Point[] }) {
  const most = Math.max(1, ...points.map(({ value, of }) => of ?? value));
  const x = (index: number): number => edge + (index * (width - 2 * edge)) / Math.max(1, points.length - 1);
  const y = (value: number): number => height - edge - (value * (height - 2 * edge)) / most;
  const path = (values: readonly number[]): string =>
    values.map((value, n) => `${n === 0 ? 'M' : 'L'}${x(n).toFixed(1)} ${y(value).toFixed(1)}`).join('');
  const last = points.at(-1);
  return (
    <svg class="sl-spark" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={labelOf(title, points)}>
      {points.some(({ of }) => of !== undefined) ? (
        <path class="sl-spark__of" d={path(points.map(({ value, of }) => of ?? value))} />
      ) : null}
      <path class="sl-spark__line" d={path(points.map(({ value }) => value))} />
      {last === undefined ? null : (
        <circle class="sl-spark__end" cx={x(points.length - 1).toFixed(1)} cy={y(last.value).toFixed(1)} r="3" />
      )}
    </svg>
  );
}

function labelOf(title: string, points: readonly Point[]): string {
  const [first, last] = [points.at(0), points.at(-1)];
  if (first === undefined || last === undefined) return title;
  return `${title}: ${said(first)} on ${formatDate(first.on)}, ${said(last)} on ${formatDate(last.on)}`;
}

export const said = ({ value, of }: Point): string => (of === undefined ? value.toLocaleString('en-GB') : `${value} of ${of}`);
