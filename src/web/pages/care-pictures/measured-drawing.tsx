import { daysBetween, formatDate } from '../../../kernel/calendar/dates.ts';
import type { Measured } from '../../../oversight/care-pictures/scores.ts';
import { Picture } from './picture.tsx';

const [width, height, left, right, top, foot] = [640, 210, 44, 24, 28, 28];

export type Band = { readonly from: number; readonly words: string };
type Props = {
  readonly title: string;
  readonly points: readonly Measured[];
  readonly lowest: number;
  readonly highest: number;
  /** Lines across, each with its words: from this value on. The lowest has them below it, so that they keep clear of the next. */
  readonly bands: readonly Band[];
};

/** The first number keeps clear of the scale beside it, the last of the edge. */
const anchorOf = (n: number, of: number): string => (of === 1 ? 'middle' : n === 0 ? 'start' : n === of - 1 ? 'end' : 'middle');

/** A measurement over time: each on its own day, with its number beside it; the table says the same. */
export function MeasuredDrawing({ title, points, lowest, highest, bands }: Props) {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return null;
  const whole = Math.max(1, daysBetween(first.on, last.on));
  const x = ({ on }: Measured): number => left + (points.length === 1 ? 0.5 : daysBetween(first.on, on) / whole) * (width - left - right);
  const y = (value: number): number => top + (1 - (value - lowest) / (highest - lowest)) * (height - top - foot);
  const said = points.map(({ on, value }) => `${value} on ${formatDate(on)}`).join(', ');
  return (
    <Picture of={title}>
      <svg class="sl-picture__svg sl-picture__svg--small" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${title}: ${said}`}>
        <g class="sl-picture__ticks">
          {[lowest, highest].map((value) => (
            <>
              <path d={`M${left} ${y(value).toFixed(1)}H${width - right}`} />
              <text x={left - 8} y={y(value) + 5} text-anchor="end">
                {value}
              </text>
            </>
          ))}
          {bands.map(({ from, words }, n) => (
            <>
              <path class="sl-picture__band" d={`M${left} ${y(from).toFixed(1)}H${width - right}`} />
              <text x={width - right} y={y(from) + (n === 0 ? 16 : -5)} text-anchor="end">
                {words}
              </text>
            </>
          ))}
          <text x={left} y={height - 6}>
            {formatDate(first.on)}
          </text>
          {points.length === 1 ? null : (
            <text x={width - right} y={height - 6} text-anchor="end">
              {formatDate(last.on)}
            </text>
          )}
        </g>
        <path
          class="sl-spark__line"
          d={points.map((one, n) => `${n === 0 ? 'M' : 'L'}${x(one).toFixed(1)} ${y(one.value).toFixed(1)}`).join('')}
        />
        {points.map((one, n) => (
          <>
            <circle class="sl-picture__mark" cx={x(one).toFixed(1)} cy={y(one.value).toFixed(1)} r="4" />
            <text
              class="sl-picture__value"
              x={x(one).toFixed(1)}
              y={(y(one.value) - 9).toFixed(1)}
              text-anchor={anchorOf(n, points.length)}
            >
              {one.value}
            </text>
          </>
        ))}
      </svg>
    </Picture>
  );
}
