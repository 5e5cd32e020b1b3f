import { chanceAt, far, usual, type Comparison, type Scale } from '../../../oversight/measures/comparison.ts';
import { valueSaid } from '../../../oversight/measures/words.ts';

const [width, height, left, edge] = [760, 300, 56, 18];
const steps = 60;

/** Each area by its size: the middle as a line, 95 and 99.8 in 100 of chance as curves, this authority as a filled square, the others as rings, and who is not named as dots. The table beside it says the same. */
export function FunnelPlot({
  measure,
  compared: { middle, points, period, rest = [] },
}: {
  readonly measure: Scale;
  readonly compared: Comparison;
}) {
  if (points.length === 0) return null;
  const largest = 1.1 * Math.max(...[...points, ...rest].map(({ denominator }) => denominator));
  const smallest = largest / steps;
  const sizes = Array.from({ length: steps }, (_, n) => smallest + (n * (largest - smallest)) / (steps - 1));
  const values = [...points, ...rest].map(({ value }) => value);
  const reach =
    Math.max(...values.map((value) => Math.abs(value - middle)), middle - chanceAt(measure, middle, largest / 4, far).low) * 1.15;
  const [floor, top] = [Math.max(0, middle - reach), measure.per === 'share' ? Math.min(100, middle + reach) : middle + reach];
  const x = (size: number): number => left + (size / largest) * (width - left - edge);
  const y = (value: number): number =>
    height - edge - ((Math.min(top, Math.max(floor, value)) - floor) / Math.max(0.001, top - floor)) * (height - 2 * edge);
  const curve = (confidence: number, side: 'low' | 'high'): string =>
    sizes
      .map((size, n) => `${n === 0 ? 'M' : 'L'}${x(size).toFixed(1)} ${y(chanceAt(measure, middle, size, confidence)[side]).toFixed(1)}`)
      .join('');
  return (
    <svg
      class="sl-trend"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={`${measure.title}, ${period}: ${points.length} areas by their size`}
    >
      <path class="sl-spark__of" d={[curve(usual, 'low'), curve(usual, 'high')].join('')} />
      <path class="sl-trend__far" d={[curve(far, 'low'), curve(far, 'high')].join('')} />
      <path class="sl-trend__middle" d={`M${left} ${y(middle).toFixed(1)}H${width - edge}`} />
      {rest.map(({ value, denominator }, n) => (
        <circle key={n} class="sl-trend__rest" cx={x(denominator).toFixed(1)} cy={y(value).toFixed(1)} r="2" />
      ))}
      {points.map(({ area, value, denominator, isOwn }) =>
        isOwn ? (
          <rect key={area} class="sl-trend__signal" x={x(denominator) - 6} y={y(value) - 6} width="12" height="12" />
        ) : (
          <circle key={area} class="sl-trend__other" cx={x(denominator)} cy={y(value)} r="5" />
        ),
      )}
      {[floor, middle, top].map((value) => (
        <text key={value} class="sl-trend__words sl-trend__scale" x="50" y={y(value) + 4} text-anchor="end">
          {valueSaid(measure, value)}
        </text>
      ))}
      <text class="sl-trend__words" x={left} y={height - 2}>
        of few
      </text>
      <text class="sl-trend__words" x={width - edge} y={height - 2} text-anchor="end">
        of {Math.round(largest).toLocaleString('en-GB')}
      </text>
    </svg>
  );
}
