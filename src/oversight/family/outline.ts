import { measures, type Kin, type Point } from './family-picture.ts';

type Rectangle = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

const around = 6;
const narrowest = 20;

/** Round whoever lives together, and round nobody else: closed lines of level and upright strokes. */
export function outlineOf(
  { household }: Kin,
  rows: readonly (readonly number[])[],
  x: readonly number[],
  tops: readonly number[],
): readonly (readonly Point[])[] {
  const runs = rows.map((row, r) => runsIn(row, household).map((run) => rectangleOf(run, x, tops[r] ?? 0)));
  const joints = runs.slice(1).flatMap((below, r) => below.flatMap((lower) => (runs[r] ?? []).flatMap((upper) => between(upper, lower))));
  return edgesOf([...runs.flat(), ...joints]);
}

/** Neighbours of one row who are all of the household. */
function runsIn(row: readonly number[], household: ReadonlySet<number>): readonly (readonly number[])[] {
  const runs: number[][] = [];
  row.forEach((one, n) => {
    if (!household.has(one)) return;
    const last = runs.at(-1);
    if (last !== undefined && n > 0 && last.at(-1) === row[n - 1]) last.push(one);
    else runs.push([one]);
  });
  return runs;
}

function rectangleOf(run: readonly number[], x: readonly number[], top: number): Rectangle {
  const half = measures.box.width / 2 + around;
  const places = run.map((one) => x[one] ?? 0);
  return {
    left: Math.min(...places) - half,
    right: Math.max(...places) + half,
    top: top - around,
    bottom: top + measures.box.height + around,
  };
}

function between(upper: Rectangle, lower: Rectangle): readonly Rectangle[] {
  const [left, right] = [Math.max(upper.left, lower.left), Math.min(upper.right, lower.right)];
  return right - left < narrowest ? [] : [{ left, right, top: upper.bottom, bottom: lower.top }];
}

/** The edge of all rectangles together: cells of the grid that their sides make, each side between inside and outside walked once. */
function edgesOf(rectangles: readonly Rectangle[]): readonly (readonly Point[])[] {
  const xs = [...new Set(rectangles.flatMap(({ left, right }) => [left, right]))].sort((a, b) => a - b);
  const ys = [...new Set(rectangles.flatMap(({ top, bottom }) => [top, bottom]))].sort((a, b) => a - b);
  const isInside = (column: number, row: number): boolean => {
    const [x0, x1, y0, y1] = [xs[column], xs[column + 1], ys[row], ys[row + 1]];
    if (x0 === undefined || x1 === undefined || y0 === undefined || y1 === undefined) return false;
    return rectangles.some(({ left, right, top, bottom }) => left <= x0 && right >= x1 && top <= y0 && bottom >= y1);
  };
  const sides = new Map<string, string[]>(); // clockwise, by where they begin
  const side = (from: Point, to: Point): void => void sides.set(`${from}`, [...(sides.get(`${from}`) ?? []), `${to}`]);
  for (let row = 0; row < ys.length - 1; row += 1)
    for (let column = 0; column < xs.length - 1; column += 1) {
      if (!isInside(column, row)) continue;
      const [x0, x1, y0, y1] = [xs[column] ?? 0, xs[column + 1] ?? 0, ys[row] ?? 0, ys[row + 1] ?? 0];
      if (!isInside(column, row - 1)) side([x0, y0], [x1, y0]);
      if (!isInside(column + 1, row)) side([x1, y0], [x1, y1]);
      if (!isInside(column, row + 1)) side([x1, y1], [x0, y1]);
      if (!isInside(column - 1, row)) side([x0, y1], [x0, y0]);
    }
  return walked(sides);
}

function walked(sides: Map<string, string[]>): readonly (readonly Point[])[] {
  const paths: Point[][] = [];
  for (let start = sides.keys().next().value; start !== undefined; start = sides.keys().next().value) {
    const path: Point[] = [];
    for (let at = start; ;) {
      const [next, ...others] = sides.get(at) ?? [];
      if (next === undefined) break;
      if (others.length === 0) sides.delete(at);
      else sides.set(at, others);
      const [x = 0, y = 0] = at.split(',').map(Number);
      path.push([x, y]);
      at = next;
    }
    paths.push(corners(path));
  }
  return paths;
}

/** Without the points that lie upon a straight line. */
const corners = (path: readonly Point[]): Point[] =>
  path.filter(([x, y], n) => {
    const [px, py] = path.at(n - 1) ?? [x, y];
    const [nx, ny] = path[(n + 1) % path.length] ?? [x, y];
    return !((px === x && nx === x) || (py === y && ny === y));
  });
