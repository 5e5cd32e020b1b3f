import { measures, type Kin } from './family-picture.ts';
import type { Joint, Passages } from './passages.ts';

export type Places = {
  /** The middle of each box. */
  readonly x: readonly number[];
  readonly left: number;
  readonly width: number;
  /** Where a passage runs. */
  readonly passageX: (whose: string) => number;
};

const rounds = 40;

/** Everybody's place in their row: children beneath their parents and parents above their children, as nearly as the boxes allow. */
export function placesOf(kin: Kin, rows: readonly (readonly number[])[], { joints, passages }: Passages): Places {
  const beside = new Set(joints.flatMap((joint) => (joint.kind === 'beside' ? [`${joint.left} ${joint.right}`] : [])));
  const gaps = rows.map((row, r) =>
    row.slice(1).map((one, n) => {
      const lines = passages.filter((each) => each.row === r && each.after === n).length;
      const apart = beside.has(`${row[n]} ${one}`) ? 0 : measures.apart;
      return measures.gap + Math.max(0, lines - 1) * measures.pass + apart;
    }),
  );
  const x = kin.ids.map(() => 0);
  const withBoth = [...kin.unions.keys()].filter((n) => kin.unions[n]?.children.length !== 0 && kin.unions[n]?.parents.length !== 0);
  const asChild = kin.ids.map((_, one) => withBoth.filter((n) => kin.unions[n]?.children.includes(one)));
  const asParent = kin.ids.map((_, one) => withBoth.filter((n) => kin.unions[n]?.parents.includes(one)));
  for (const [r, row] of rows.entries()) pack(row, gaps[r] ?? [], x);
  for (let round = 0; round < rounds; round += 1) {
    const isDown = round % 2 === 0;
    const numbers = [...rows.keys()];
    for (const r of isDown ? numbers : numbers.reverse())
      settle(rows[r] ?? [], gaps[r] ?? [], x, (one) => pullOn(kin, joints, one, x, (isDown ? asChild : asParent)[one] ?? [], isDown));
  }
  return measured(rows, x, passages);
}

const pitch = (gap: number): number => measures.box.width + gap;

function pack(row: readonly number[], gaps: readonly number[], x: number[]): void {
  const width = gaps.reduce((sum, gap) => sum + pitch(gap), 0);
  row.reduce((at, one, n) => {
    x[one] = at;
    return at + pitch(gaps[n] ?? 0);
  }, -width / 2);
}

type Pull = { readonly to: number; readonly weight: number };
const rest = 0.02;

/** Nearest to where each is pulled, in this order and with these gaps: weighted isotonic regression, which is exact. */
function settle(row: readonly number[], gaps: readonly number[], x: number[], pull: (one: number) => Pull): void {
  let before = 0;
  const blocks: { to: number; weight: number; count: number }[] = [];
  const starts = row.map((one, n) => {
    before += n === 0 ? 0 : pitch(gaps[n - 1] ?? 0);
    const { to, weight } = pull(one);
    blocks.push({ to: to - before, weight, count: 1 });
    for (
      let last = blocks.at(-1), prior = blocks.at(-2);
      last !== undefined && prior !== undefined && prior.to > last.to;
      last = blocks.at(-1), prior = blocks.at(-2)
    ) {
      const whole = prior.weight + last.weight;
      blocks.splice(-2, 2, {
        to: (prior.to * prior.weight + last.to * last.weight) / whole,
        weight: whole,
        count: prior.count + last.count,
      });
    }
    return before;
  });
  let n = 0;
  for (const { to, count } of blocks) for (let each = 0; each < count; each += 1, n += 1) x[row[n] ?? 0] = to + (starts[n] ?? 0);
}

/** A child is pulled beneath its parents, with its brothers and sisters; a parent above the children. `unions`: by number. */
function pullOn(kin: Kin, joints: readonly Joint[], one: number, x: readonly number[], unions: readonly number[], isDown: boolean): Pull {
  const here = x[one] ?? 0;
  let wanted = 0;
  for (const n of unions) {
    const shift = anchorOf(joints[n], x) - middleOf(kin.unions[n]?.children ?? [], x);
    wanted += isDown ? here + shift : here - shift;
  }
  return unions.length === 0 ? { to: here, weight: rest } : { to: wanted / unions.length, weight: unions.length };
}

/** Where the line to the children comes down. */
function anchorOf(joint: Joint | undefined, x: readonly number[]): number {
  if (joint?.kind === 'alone') return x[joint.parent] ?? 0;
  return joint === undefined || joint.kind === 'none' ? 0 : ((x[joint.left] ?? 0) + (x[joint.right] ?? 0)) / 2;
}

function middleOf(people: readonly number[], x: readonly number[]): number {
  let sum = 0;
  for (const one of people) sum += x[one] ?? 0;
  return sum / Math.max(1, people.length);
}

/** Whole pixels from the left edge, and the places of the lines in their gaps. */
function measured(rows: readonly (readonly number[])[], x: number[], passages: Passages['passages']): Places {
  const half = measures.box.width / 2;
  const least = Math.min(0, ...x.map((at) => at - half));
  const whole = rows.map((row) => row.map((one) => Math.round((x[one] ?? 0) - least)));
  for (const [r, row] of rows.entries()) {
    let edge = -Infinity; // rounding may not push two boxes into one another
    row.forEach((one, n) => {
      const at = Math.max(whole[r]?.[n] ?? 0, edge);
      x[one] = at;
      edge = at + measures.box.width + measures.gap;
    });
  }
  const between = passagesBetween(rows, x, passages);
  const edges = [...between.values(), ...x.flatMap((at) => [at - half, at + half])];
  return {
    x,
    left: Math.min(...edges),
    width: Math.max(...edges) - Math.min(...edges),
    passageX: (whose) => between.get(whose) ?? 0,
  };
}

/** The lines of each gap: those of the box on its left close to it, those of the box on its right close to that, the others in the middle. */
function passagesBetween(
  rows: readonly (readonly number[])[],
  x: readonly number[],
  passages: Passages['passages'],
): ReadonlyMap<string, number> {
  const half = measures.box.width / 2 + measures.gap / 2;
  const found = new Map<string, number>();
  for (const [r, row] of rows.entries())
    for (let after = -1; after < row.length; after += 1) {
      const here = passages.filter((one) => one.row === r && one.after === after);
      const [left, right] = [x[row[after] ?? -1], x[row[after + 1] ?? -1]];
      const room = (here.length - 1) * measures.pass;
      const from = left === undefined ? (right ?? 0) - half - room : left + half;
      const to = right === undefined ? from + room : right - half;
      const put = (all: typeof here, first: number): void => all.forEach((one, n) => void found.set(one.for, first + n * measures.pass));
      const [lefts, middles, rights] = [
        here.filter(({ by }) => by === 'left'),
        here.filter(({ by }) => by === undefined),
        here.filter(({ by }) => by === 'right'),
      ];
      put(lefts, from);
      put(middles, from + lefts.length * measures.pass + (to - from - room) / 2);
      put(rights, to - (rights.length - 1) * measures.pass);
    }
  return found;
}
