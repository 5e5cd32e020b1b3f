import { measures, type Kin, type Line, type Point } from './family-picture.ts';
import { looseKey, throughKey, unionKey, type Joint, type Passages } from './passages.ts';
import type { Places } from './places.ts';

/** A height that is known only when every channel between the rows has its tracks. */
type Height =
  | { readonly at: 'symbol'; readonly row: number; readonly by: number }
  | { readonly at: 'top'; readonly row: number }
  | { readonly at: 'track'; readonly key: string };
type Corner = readonly [x: number, y: Height];
type Draft = Omit<Line, 'paths' | 'at'> & { readonly paths: readonly (readonly Corner[])[]; readonly at?: Corner };

/** A stretch of a channel (the space below a row; -1: above the first) that no other line may lie upon. `layer` 0 is above 1. */
export type Track = { readonly key: string; readonly channel: number; readonly layer: 0 | 1; readonly from: number; readonly to: number };

export type Drafts = { readonly lines: readonly Draft[]; readonly tracks: readonly Track[] };

/** Where a tie that is no descent meets a symbol from above: beside the line of descent. */
const aside = 12;

type Work = {
  readonly kin: Kin;
  readonly places: Places;
  readonly lines: Draft[];
  readonly tracks: Track[];
  /** How many lines already leave a symbol at its side. */
  readonly stubs: Map<number, number>;
};

/** Every tie as a line of level and upright strokes, through the gaps between the boxes and the channels between the rows. */
export function draftLines(kin: Kin, { joints }: Passages, places: Places): Drafts {
  const work: Work = { kin, places, lines: [], tracks: [], stubs: new Map() };
  joints.forEach((joint, n) => {
    const start = drawCouple(work, joint, n);
    drawDescent(work, n, start);
  });
  kin.loose.forEach((tie, n) => drawLoose(work, tie, n));
  return work;
}

const xOf = ({ places }: Work, one: number): number => places.x[one] ?? 0;
const rowOf = ({ kin }: Work, one: number): number => kin.row[one] ?? 0;
const idsOf = ({ kin }: Work, all: readonly number[]): readonly string[] => all.map((one) => kin.ids[one] ?? '');

/** From the side of a symbol, each line at its own height. */
function sideOf(work: Work, one: number): Height {
  const before = work.stubs.get(one) ?? 0;
  work.stubs.set(one, before + 1);
  return { at: 'symbol', row: rowOf(work, one), by: [10, -10, 15, -15][before % 4] ?? 10 };
}

const level = (from: number, to: number, y: Height): readonly Corner[] => [
  [from, y],
  [to, y],
];

/** Draws the couple; gives where the line to the children begins. */
function drawCouple(work: Work, joint: Joint, n: number): Corner | undefined {
  const { couple = '', parents = [] } = work.kin.unions[n] ?? {};
  const ids = idsOf(work, parents);
  switch (joint.kind) {
    case 'none':
      return undefined;
    case 'alone': {
      const [y, x] = [sideOf(work, joint.parent), work.places.passageX(unionKey(n))];
      work.lines.push({ kind: 'descent', ids, paths: [level(xOf(work, joint.parent), x, y)] });
      return [x, y];
    }
    case 'beside': {
      const [left, right] = [xOf(work, joint.left), xOf(work, joint.right)];
      const y: Height = { at: 'symbol', row: rowOf(work, joint.left), by: 0 };
      work.lines.push({ kind: 'couple', ids, couple, paths: [level(left, right, y)], at: [left + (right - left) * 0.3, y] });
      return [work.places.passageX(unionKey(n)), y];
    }
    case 'round':
      return drawRound(work, joint, n, { kind: 'couple', ids, couple });
  }
}

/** A couple with somebody between them: down beside each, and along the channel below. */
function drawRound(
  work: Work,
  { left, right }: { readonly left: number; readonly right: number },
  n: number,
  line: Omit<Draft, 'paths'>,
): Corner {
  const [from, to] = [work.places.passageX(unionKey(n, ' left')), work.places.passageX(unionKey(n, ' right'))];
  const [leftSide, rightSide] = [sideOf(work, left), sideOf(work, right)];
  const track: Height = { at: 'track', key: `couple ${n}` };
  work.tracks.push({ key: `couple ${n}`, channel: rowOf(work, left), layer: 0, from, to });
  const path: readonly Corner[] = [
    [xOf(work, left), leftSide],
    [from, leftSide],
    [from, track],
    [to, track],
    [to, rightSide],
    [xOf(work, right), rightSide],
  ];
  work.lines.push({ ...line, paths: [path], at: [from + (to - from) * 0.25, track] });
  return [(from + to) / 2, track];
}

function drawDescent(work: Work, n: number, start: Corner | undefined): void {
  const { parents = [], children = [] } = work.kin.unions[n] ?? {};
  const [first] = children;
  if (first === undefined) return;
  const channel = parents[0] === undefined ? rowOf(work, first) - 1 : rowOf(work, parents[0]);
  const bar: Height = { at: 'track', key: `bar ${n}` };
  const meets = children.map((child) => meetingAt(work, n, child, channel));
  const points = [...meets, ...(start === undefined ? [] : [start[0]])];
  const [from, to] = [Math.min(...points), Math.max(...points)];
  work.tracks.push({ key: `bar ${n}`, channel, layer: 1, from, to });
  const stem: Corner[][] = start === undefined ? [] : [[start, [start[0], bar]]];
  if (to > from)
    stem.push([
      [from, bar],
      [to, bar],
    ]);
  const kind = parents.length === 0 ? 'siblings' : 'descent';
  work.lines.push({ kind, ids: idsOf(work, parents.length === 0 ? children : parents), paths: stem });
  children.forEach((child, at) => {
    const x = meets[at] ?? 0;
    const ids = idsOf(work, [...parents, child]);
    if (rowOf(work, child) === channel + 1)
      work.lines.push({
        kind,
        ids,
        paths: [
          [
            [x, bar],
            [xOf(work, child), { at: 'top', row: channel + 1 }],
          ],
        ],
      });
    else work.lines.push({ kind, ids, paths: [downTo(work, [x, bar], channel, child, 0, `${unionKey(n)} ${child}`)] });
  });
}

/** Where on the bar a child's own line begins: above the child; for twins, one point between them. */
function meetingAt(work: Work, n: number, child: number, channel: number): number {
  if (rowOf(work, child) !== channel + 1) return work.places.passageX(throughKey(`${unionKey(n)} ${child}`, channel + 1));
  const born = new Set([child]);
  for (let size = 0; size < born.size;) {
    size = born.size;
    for (const [a, b] of work.kin.twins) if (born.has(a) || born.has(b)) born.add(a).add(b);
  }
  const children = work.kin.unions[n]?.children ?? [];
  const together = [...born].filter((one) => children.includes(one) && rowOf(work, one) === channel + 1);
  return together.reduce((sum, one) => sum + xOf(work, one), 0) / together.length;
}

/** Down past the rows between, through their gaps, to the top of a symbol. */
function downTo(work: Work, from: Corner, channel: number, one: number, beside: number, whose: string): readonly Corner[] {
  const path = [from];
  let [x] = from;
  for (let row = channel + 1; row < rowOf(work, one); row += 1) {
    const next = row + 1 < rowOf(work, one) ? work.places.passageX(throughKey(whose, row + 1)) : xOf(work, one) + beside;
    const key = `${whose} below ${row}`;
    const track: Height = { at: 'track', key };
    work.tracks.push({ key, channel: row, layer: 1, from: Math.min(x, next), to: Math.max(x, next) });
    path.push([x, track], [next, track]);
    x = next;
  }
  return [...path, [x, { at: 'top', row: rowOf(work, one) }]];
}

function drawLoose(work: Work, [upper, lower]: readonly [number, number], n: number): void {
  const ids = idsOf(work, [upper, lower]);
  const [from, to] = [rowOf(work, upper), rowOf(work, lower)];
  const key = looseKey(n);
  const track: Height = { at: 'track', key };
  if (from === to) {
    const [a, b] = [xOf(work, upper) + aside, xOf(work, lower) + aside];
    const top: Height = { at: 'top', row: from };
    work.tracks.push({ key, channel: from - 1, layer: 1, from: Math.min(a, b), to: Math.max(a, b) });
    work.lines.push({
      kind: 'loose',
      ids,
      paths: [
        [
          [a, top],
          [a, track],
          [b, track],
          [b, top],
        ],
      ],
    });
    return;
  }
  const [x, y] = [work.places.passageX(key), sideOf(work, upper)];
  const next = to === from + 1 ? xOf(work, lower) + aside : work.places.passageX(throughKey(key, from + 1));
  work.tracks.push({ key, channel: from, layer: 1, from: Math.min(x, next), to: Math.max(x, next) });
  const path: readonly Corner[] = [
    [xOf(work, upper), y],
    [x, y],
    [x, track],
    [next, track],
  ];
  const end: Corner = [next, { at: 'top', row: to }];
  const rest = to === from + 1 ? [end] : downTo(work, [next, track], from, lower, aside, key).slice(1);
  work.lines.push({ kind: 'loose', ids, paths: [[...path, ...rest]] });
}

/** The lines with every height known. */
export const resolved = (drafts: Drafts, heightOf: (height: Height) => number): readonly Line[] =>
  drafts.lines.map(({ paths, at, ...line }) => ({
    ...line,
    paths: paths.map((path) => path.map(([x, y]): Point => [Math.round(x), heightOf(y)])),
    ...(at === undefined ? {} : { at: [Math.round(at[0]), heightOf(at[1])] satisfies Point }),
  }));

/** The heights of rows and tracks: a channel is as high as its tracks need. */
export function heights(
  count: number,
  tracks: readonly Track[],
): { readonly tops: readonly number[]; readonly height: number; readonly of: (height: Height) => number } {
  const at = new Map<string, number>();
  const tops: number[] = [];
  let y: number = measures.margin;
  for (let channel = -1; channel < count; channel += 1) {
    const here = tracks.filter((track) => track.channel === channel);
    if (channel >= 0) {
      tops.push(y);
      y += measures.box.height;
    }
    if (here.length > 0) y += channel < 0 ? 0 : clear;
    for (const layer of [0, 1] as const) {
      const lanes = inLanes(here.filter((track) => track.layer === layer));
      lanes.forEach((lane, n) => lane.forEach(({ key }) => at.set(key, y + n * measures.track)));
      y += lanes.length * measures.track;
    }
    if (channel < count - 1) y += here.length > 0 ? landing : channel < 0 ? 0 : clear * 2;
  }
  const of = (height: Height): number => {
    if (height.at === 'track') return at.get(height.key) ?? 0;
    const top = tops[height.row] ?? 0;
    return height.at === 'top' ? top : top + measures.symbol / 2 + height.by;
  };
  return { tops, height: y + measures.margin, of };
}

/** Below a row before its first track; and below the last track, where lines come down to their symbols. */
const clear = 14;
const landing = 20;

/** Tracks that would lie upon one another get lanes of their own. */
function inLanes(tracks: readonly Track[]): readonly (readonly Track[])[] {
  const lanes: Track[][] = [];
  for (const track of tracks.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const lane = lanes.find((each) => each.every((other) => other.to + 6 < track.from));
    if (lane === undefined) lanes.push([track]);
    else lane.push(track);
  }
  return lanes;
}
