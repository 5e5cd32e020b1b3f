import type { PlacedFrom } from '../../../oversight/care-pictures/placed.ts';
import { Picture } from './picture.tsx';

const [width, left, right, row, top] = [900, 150, 20, 46, 10];
const marks = [0, 5, 10, 20, 50, 100, 200, 400] as const;

/** Miles grow fast: each step of the scale is about twice the one before, so that five miles can be told from ten. */
const along = (miles: number, farthest: number): number => Math.log2(1 + miles / 5) / Math.log2(1 + farthest / 5);

/** Each child a ring at the distance from home, a row for each area that they are from. No map: where a child lives is nobody’s to see here. */
export function SpreadDrawing({ rows }: { readonly rows: readonly PlacedFrom[] }) {
  const farthest = Math.max(20, ...rows.flatMap(({ miles }) => miles));
  const height = top + rows.length * row + 30;
  const x = (miles: number): string => (left + along(miles, farthest) * (width - left - right)).toFixed(1);
  const told = rows.reduce((sum, { miles }) => sum + miles.length, 0);
  return (
    <Picture of="Distances from home">
      <svg
        class="sl-picture__svg"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`How far from home ${told} children are placed, by the area that they are from. The table below says the same.`}
      >
        <g class="sl-picture__ticks">
          {marks
            .filter((miles) => miles <= farthest)
            .map((miles) => (
              <>
                <path d={`M${x(miles)} ${top}V${height - 26}`} />
                <text x={x(miles)} y={height - 8} text-anchor="middle">
                  {miles}
                  {miles === 0 ? ' miles' : ''}
                </text>
              </>
            ))}
        </g>
        {rows.map(({ from, miles }, n) => (
          <g>
            <text class="sl-picture__name" x="0" y={top + n * row + row / 2 + 5}>
              {from.length > 18 ? `${from.slice(0, 17)}…` : from}
            </text>
            {miles.map((one, at) => (
              <circle class="sl-picture__ring" cx={x(one)} cy={(top + n * row + row / 2 + ((at % 5) - 2) * 6).toFixed(1)} r="4" />
            ))}
          </g>
        ))}
      </svg>
    </Picture>
  );
}
