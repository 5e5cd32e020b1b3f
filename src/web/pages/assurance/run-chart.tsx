import { formatDate } from '../../../kernel/calendar/dates.ts';
import { shareSaid } from '../../../oversight/statistics/said.ts';
import { floorOf, heightFrom } from '../../../outputs/document.ts';
import type { Reading } from '../../../governance/assurance/readings.ts';

const [width, height, edge] = [180, 48, 4];

/** Twelve months of a share, from the tens below it to 100, between what the process does of itself; the words beside it say the same. */
export function RunChart({ reading: { figure, months, limits } }: { readonly reading: Reading }) {
  const first = months[0];
  const last = months.at(-1);
  if (first === undefined || last === undefined || months.length < 2) return <span>–</span>;
  const points = months.map(({ n, among }) => ({ share: (100 * n) / among }));
  const floor = floorOf({ points, limits });
  const x = (at: number): string => (edge + (at * (width - 2 * edge)) / (months.length - 1)).toFixed(1);
  const y = (share: number): string => (height - edge - heightFrom(floor, share) * (height - 2 * edge)).toFixed(1);
  const line = points.map(({ share }, at) => `${at === 0 ? 'M' : 'L'}${x(at)} ${y(share)}`).join('');
  const across = (share: number): string => `M${edge} ${y(share)}H${width - edge}`;
  const label = `${shareSaid(first, figure.ofChildren)} on ${formatDate(first.on)}, ${shareSaid(last, figure.ofChildren)} on ${formatDate(last.on)}`;
  return (
    <svg class="sl-spark" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label}>
      {limits === undefined ? null : <path class="sl-spark__of" d={[limits.low, limits.high].map(across).join('')} />}
      <path class="sl-spark__line" d={line} />
      <circle class="sl-spark__end" cx={x(months.length - 1)} cy={y((100 * last.n) / last.among)} r="3" />
    </svg>
  );
}
