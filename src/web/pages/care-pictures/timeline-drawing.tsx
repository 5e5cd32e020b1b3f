import { formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import { shareOf, ticksOf, type Mark, type Stretch, type Timeline } from '../../../oversight/care-pictures/timeline.ts';
import { Picture } from './picture.tsx';

const [width, left, right] = [900, 110, 14];
const [barHeight, laneGap, top] = [34, 22, 24];
const laneOf = (n: number): number => top + n * (barHeight + laneGap);
const bottom = laneOf(3) - 6;

/** Placement, legal status, reviews and time missing over the years. Told apart by number, edge and hatching, never by colour alone; the table says the same. */
export function TimelineDrawing({ timeline }: { readonly timeline: Timeline }) {
  const { from, until, placements, statuses, marks } = timeline;
  const x = (day: LocalDate): number => left + shareOf(timeline, day) * (width - left - right);
  const label = `Timeline from ${formatDate(from)} to ${formatDate(until)}: ${placements.length} placements, ${statuses.length} legal statuses, ${marks.length} reviews and times missing. The tables below say the same.`;
  return (
    <Picture of="Timeline">
      <svg class="sl-picture__svg" viewBox={`0 0 ${width} ${bottom + 30}`} role="img" aria-label={label}>
        <defs>
          <pattern id="away" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path class="sl-picture__hatch" d="M0 0V6" />
          </pattern>
        </defs>
        <Ticks timeline={timeline} x={x} />
        <Lane title="Placement" n={0} stretches={placements} until={until} x={x} />
        <Lane title="Legal status" n={1} stretches={statuses} until={until} x={x} />
        <Marks marks={marks} x={x} />
      </svg>
    </Picture>
  );
}

type X = (day: LocalDate) => number;

const Ticks = ({ timeline, x }: { readonly timeline: Timeline; readonly x: X }) => (
  <g class="sl-picture__ticks">
    {ticksOf(timeline).map((day) => (
      <>
        <path d={`M${x(day).toFixed(1)} ${top - 6}V${bottom}`} />
        <text x={x(day).toFixed(1)} y={bottom + 18} text-anchor="middle">
          {day.endsWith('-01-01') ? day.slice(0, 4) : formatDate(day).slice(2)}
        </text>
      </>
    ))}
  </g>
);

type LaneProps = {
  readonly title: string;
  readonly n: number;
  readonly stretches: readonly Stretch[];
  readonly until: LocalDate;
  readonly x: X;
};

/** Each stretch with its number; its words too, where they fit: of what goes on today at its end, which a phone shows first. */
const Lane = ({ title, n, stretches, until, x }: LaneProps) => (
  <g>
    <text class="sl-picture__name" x="0" y={laneOf(n) + barHeight / 2 + 5}>
      {title}
    </text>
    {stretches.map((one) => {
      const [start, end] = [x(one.from), x(one.to ?? until)];
      const wide = Math.max(2, end - start);
      const isInWords = one.short.length * 7.2 + 34 < wide;
      const at =
        isInWords && one.to === undefined ? { x: (end - 6).toFixed(1), 'text-anchor': 'end' as const } : { x: (start + 6).toFixed(1) };
      return (
        <g>
          <rect
            class={`sl-picture__bar sl-picture__bar--${one.isTemporary ? 'away' : one.n % 2 === 0 ? 'even' : 'odd'}`}
            x={start.toFixed(1)}
            y={laneOf(n)}
            width={wide.toFixed(1)}
            height={barHeight}
          >
            <title>{`${one.n}: ${one.words}, ${formatDate(one.from)} to ${one.to === undefined ? 'now' : formatDate(one.to)}`}</title>
          </rect>
          {wide < 16 ? null : (
            <text
              class={`sl-picture__in${one.n % 2 === 0 || one.isTemporary ? '' : ' sl-picture__in--odd'}`}
              {...at}
              y={laneOf(n) + barHeight / 2 + 5}
            >
              {isInWords ? `${one.n} ${one.short}` : one.n}
            </text>
          )}
        </g>
      );
    })}
  </g>
);

/** A disc for a review that was held, a triangle for the day on which the child went missing. */
const Marks = ({ marks, x }: { readonly marks: readonly Mark[]; readonly x: X }) => {
  const y = laneOf(2) + 10;
  return (
    <g>
      <text class="sl-picture__name" x="0" y={y - 4}>
        ● Review
      </text>
      <text class="sl-picture__name" x="0" y={y + 14}>
        ▲ Missing
      </text>
      {marks.map(({ on, kind }) =>
        kind === 'review' ? (
          <circle class="sl-picture__mark" cx={x(on).toFixed(1)} cy={y - 8} r="4.5">
            <title>{`Review, ${formatDate(on)}`}</title>
          </circle>
        ) : (
          <path class="sl-picture__mark" d={`M${x(on).toFixed(1)} ${y + 3}l6 11h-12z`}>
            <title>{`Missing, ${formatDate(on)}`}</title>
          </path>
        ),
      )}
    </g>
  );
};
