import { formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { RunLimits } from '../../../oversight/statistics/run-chart.ts';

export type ChartPoint = { readonly on: LocalDate; readonly value: number; readonly isSignal?: boolean };
type Props = {
  readonly title: string;
  readonly points: readonly ChartPoint[];
  readonly limits: Pick<RunLimits, 'low' | 'middle' | 'high'> | undefined;
  readonly said: (value: number) => string;
  /** Small: a line beside words; else with a scale. */
  readonly isSmall?: boolean;
  /** No value lies beyond it. */
  readonly most?: number;
};

/** `foot`: for the first and the last day, beneath the values. */
const sizes = {
  small: { width: 180, height: 48, left: 4, edge: 4, foot: 0 },
  large: { width: 760, height: 240, left: 56, edge: 14, foot: 16 },
} as const;

/** Values from month to month or week to week, between what the process does of itself: a broken line for each limit, a square where a rule tells of a change. The table beside it says the same. */
export function TrendChart({ title, points, limits, said, isSmall = false, most = Infinity }: Props) {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.length < 2) return <span>–</span>;
  const { width, height, left, edge, foot } = isSmall ? sizes.small : sizes.large;
  const values = [...points.map(({ value }) => value), ...(limits === undefined ? [] : [limits.low, limits.high])].map((value) =>
    Math.min(most, Math.max(0, value)),
  );
  const [floor, top] = [Math.min(...values), Math.max(...values, Math.min(...values) + 1)];
  const x = (at: number): string => (left + (at * (width - left - edge)) / (points.length - 1)).toFixed(1);
  const y = (value: number): string =>
    (height - edge - ((Math.min(most, Math.max(0, value)) - floor) / (top - floor)) * (height - 2 * edge)).toFixed(1);
  const line = points.map(({ value }, at) => `${at === 0 ? 'M' : 'L'}${x(at)} ${y(value)}`).join('');
  const across = (value: number): string => `M${left} ${y(value)}H${width - edge}`;
  const label = `${title}: ${said(first.value)} on ${formatDate(first.on)}, ${said(last.value)} on ${formatDate(last.on)}`;
  return (
    <svg
      class={isSmall ? 'sl-spark' : 'sl-trend'}
      viewBox={`0 0 ${width} ${height + foot}`}
      width={width}
      height={height + foot}
      role="img"
      aria-label={label}
    >
      {limits === undefined ? null : <path class="sl-spark__of" d={[limits.low, limits.high].map(across).join('')} />}
      {limits === undefined || isSmall ? null : <path class="sl-trend__middle" d={across(limits.middle)} />}
      <path class="sl-spark__line" d={line} />
      {points.map(({ value, isSignal }, at) =>
        isSignal === true ? <rect class="sl-trend__signal" x={Number(x(at)) - 4} y={Number(y(value)) - 4} width="8" height="8" /> : null,
      )}
      {isSmall ? (
        <circle class="sl-spark__end" cx={x(points.length - 1)} cy={y(last.value)} r="3" />
      ) : (
        <>
          <Scale floor={floor} top={top} y={y} said={said} />
          <text class="sl-trend__words" x={left} y={height + foot - 2}>
            {formatDate(first.on)}
          </text>
          <text class="sl-trend__words" x={width - edge} y={height + foot - 2} text-anchor="end">
            {formatDate(last.on)}
          </text>
        </>
      )}
    </svg>
  );
}

type ScaleProps = {
  readonly floor: number;
  readonly top: number;
  readonly y: (value: number) => string;
  readonly said: (value: number) => string;
};

const Scale = ({ floor, top, y, said }: ScaleProps) => (
  <>
    {[floor, (floor + top) / 2, top].map((value) => (
      <text class="sl-trend__words sl-trend__scale" x="50" y={Number(y(value)) + 4} text-anchor="end">
        {said(value)}
      </text>
    ))}
  </>
);
