import type { Kin, Union } from './family-picture.ts';

/** A line that runs down between two boxes: to the right of the nth of its row (-1: to the left of the first). `for`: what it belongs to. */
export type Passage = {
  readonly row: number;
  readonly after: number;
  readonly for: string;
  /** Close to the box on its left or its right, to which it belongs; absent: in the middle. */
  readonly by?: 'left' | 'right';
};

/** How a union is drawn: side by side, joined from one symbol to the other; or apart, joined round those between; or one parent alone. */
export type Joint =
  | { readonly kind: 'beside'; readonly left: number; readonly right: number }
  | { readonly kind: 'round'; readonly left: number; readonly right: number }
  | { readonly kind: 'alone'; readonly parent: number }
  | { readonly kind: 'none' };

export type Passages = {
  readonly joints: readonly Joint[];
  readonly passages: readonly Passage[];
};

export const unionKey = (union: number, end = ''): string => `union ${union}${end}`;
export const looseKey = (tie: number): string => `loose ${tie}`;
export const throughKey = (whose: string, row: number): string => `${whose} through ${row}`;

/** Which lines pass between which boxes: decided before there are places, so that every gap is wide enough for its lines. */
export function passagesOf(kin: Kin, rows: readonly (readonly number[])[]): Passages {
  const at = new Map(rows.flatMap((row) => row.map((one, n) => [one, n] as const)));
  const placeOf = (one: number): number => at.get(one) ?? 0;
  const passages: Passage[] = [];
  const used = (row: number, after: number): number => passages.filter((one) => one.row === row && one.after === after).length;
  const beside = (one: number, towards: number, whose: string): void => {
    const row = kin.row[one] ?? 0;
    const [near, far] = towards >= placeOf(one) ? [placeOf(one), placeOf(one) - 1] : [placeOf(one) - 1, placeOf(one)];
    const after = used(row, near) <= used(row, far) + 1 ? near : far;
    passages.push({ row, after, for: whose, by: after === placeOf(one) ? 'left' : 'right' });
  };
  const through = (from: number, to: number, near: number, whose: string): void => {
    for (let row = from + 1; row < to; row += 1)
      passages.push({ row, after: Math.min(near, (rows[row]?.length ?? 1) - 1), for: throughKey(whose, row) });
  };
  const joints = kin.unions.map((union) => jointOf(union, placeOf));
  joints.forEach((joint, n) => {
    const children = kin.unions[n]?.children ?? [];
    if (joint.kind === 'beside' && children.length > 0)
      passages.push({ row: kin.row[joint.left] ?? 0, after: placeOf(joint.left), for: unionKey(n) });
    if (joint.kind === 'round') {
      beside(joint.left, Infinity, unionKey(n, ' left'));
      beside(joint.right, -1, unionKey(n, ' right'));
    }
    if (joint.kind === 'alone')
      beside(joint.parent, children.reduce((sum, one) => sum + placeOf(one), 0) / Math.max(1, children.length), unionKey(n));
    const top = kin.row[kin.unions[n]?.parents[0] ?? children[0] ?? 0] ?? 0;
    for (const child of children) through(top, kin.row[child] ?? 0, placeOf(child), `${unionKey(n)} ${child}`);
  });
  kin.loose.forEach(([upper, lower], n) => {
    if (kin.row[upper] === kin.row[lower]) return;
    beside(upper, placeOf(lower), looseKey(n));
    through(kin.row[upper] ?? 0, kin.row[lower] ?? 0, placeOf(lower), looseKey(n));
  });
  return { joints, passages };
}

function jointOf({ parents, children }: Union, placeOf: (one: number) => number): Joint {
  const [a, b] = parents;
  if (a === undefined) return { kind: 'none' };
  if (b === undefined) return children.length === 0 ? { kind: 'none' } : { kind: 'alone', parent: a };
  const [left, right] = placeOf(a) < placeOf(b) ? [a, b] : [b, a];
  return { kind: placeOf(right) - placeOf(left) === 1 ? 'beside' : 'round', left, right };
}
