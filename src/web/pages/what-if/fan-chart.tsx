import type { Band } from '../../../oversight/simulation/summary.ts';
import { bandSaid, said, type Kind } from './said.ts';

const [width, height] = [260, 120];
const [left, right, top, bottom] = [44, 6, 8, 20];

type Props = {
  readonly title: string;
  readonly kind: Kind;
  readonly bands: readonly Band[];
  /** The scale ends here, the same for all that stand beside one another. */
  readonly most: number;
  /** What the first and the last month are called. */
  readonly ends: readonly [string, string];
};

/** What eight in ten replications lie within, and their middle, month by month, from nought; told apart by form and not by colour. The table says the same. */
export function FanChart({ title, kind, bands, most, ends: [first, last] }: Props) {
  const top100 = most === 0 ? 1 : most;
  const x = (n: number): number => left + (n * (width - left - right)) / Math.max(1, bands.length - 1);
  const y = (value: number): number => height - bottom - (value * (height - top - bottom)) / top100;
  const line = (values: readonly number[], from = 0, step = 1): string =>
    values.map((value, n) => `${n === 0 && from === 0 ? 'M' : 'L'}${x(from + step * n).toFixed(1)} ${y(value).toFixed(1)}`).join('');
  const area = `${line(bands.map(({ high }) => high))}${line(bands.map(({ low }) => low).toReversed(), bands.length - 1, -1)}Z`;
  const final = bands.at(-1) ?? { low: 0, middle: 0, high: 0 };
  return (
    <svg
      class="sl-fan"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${title}: ${bandSaid(kind, bands[0] ?? final)} at the end of ${first}, ${bandSaid(kind, final)} at the end of ${last}`}
    >
      {[0, top100 / 2, top100].map((value) => (
        <g key={value}>
          <path class="sl-fan__grid" d={`M${left} ${y(value).toFixed(1)}H${width - right}`} />
          <text class="sl-fan__text" x={left - 5} y={y(value) + 4} text-anchor="end">
            {kind === 'share' ? said('share', value) : said('number', value)}
          </text>
        </g>
      ))}
      <path class="sl-fan__area" d={area} />
      <path class="sl-fan__line" d={line(bands.map(({ middle }) => middle))} />
      <text class="sl-fan__text" x={left} y={height - 5}>
        {first}
      </text>
      <text class="sl-fan__text" x={width - right} y={height - 5} text-anchor="end">
        {last}
      </text>
    </svg>
  );
}

/** A round number that is no less than any of these. */
export function scaleOf(bands: readonly (readonly Band[])[], kind: Kind): number {
  const most = Math.max(0, ...bands.flat().map(({ high }) => high));
  if (kind === 'share') return most <= 0.1 ? 0.1 : most <= 0.25 ? 0.25 : most <= 0.5 ? 0.5 : 1;
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most)));
  return [1, 2, 4, 5, 10].map((n) => n * power).find((n) => n >= most) ?? most;
}
