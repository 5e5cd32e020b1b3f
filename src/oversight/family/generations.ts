type Pair = readonly [number, number];

export type Levels = {
  readonly count: number;
  readonly root: number;
  /** Parent, child; without circles. */
  readonly descent: readonly Pair[];
  /** Of one generation. */
  readonly level: readonly Pair[];
  /** The second is so many generations below the first. */
  readonly others: readonly (readonly [number, number, number])[];
};

/** The row of each, the eldest generation at 0. Descent always goes down; other ties are obeyed where they can be. */
export function rowsOf({ count, root, descent, level, others }: Levels): readonly number[] {
  const row = Array.from({ length: count }, (): number | undefined => undefined);
  const steps = [
    descent.flatMap(([a, b]) => [[a, b, 1] as const, [b, a, -1] as const]),
    level.flatMap(([a, b]) => [[a, b, 0] as const, [b, a, 0] as const]),
    others.flatMap(([a, b, n]) => [[a, b, n] as const, [b, a, -n] as const]),
  ];
  const next = (): Pair | undefined => {
    for (const ties of steps)
      for (const [from, to, by] of ties) {
        const at = row[from];
        if (at !== undefined && row[to] === undefined) return [to, at + by];
      }
    return undefined;
  };
  if (count > 0) row[root] = 0;
  for (let placed = 1; placed < count; placed += 1) {
    const [one, at] = next() ?? [row.indexOf(undefined), 0];
    row[one] = at;
  }
  return fromTheTop(
    settled(
      row.map((at) => at ?? 0),
      descent,
      level,
    ),
  );
}

/** Pushes children below their parents; then whoever has neither parent nor child in the picture beside the one whom they are level with. */
function settled(row: readonly number[], descent: readonly Pair[], level: readonly Pair[]): readonly number[] {
  const moved = [...row];
  for (let changed = true; changed;) {
    changed = false;
    for (const [parent, child] of descent) {
      const least = (moved[parent] ?? 0) + 1;
      if ((moved[child] ?? 0) >= least) continue;
      moved[child] = least;
      changed = true;
    }
  }
  const tied = new Set(descent.flat());
  for (const [a, b] of level) {
    if (!tied.has(b)) moved[b] = moved[a] ?? 0;
    else if (!tied.has(a)) moved[a] = moved[b] ?? 0;
  }
  return moved;
}

/** No row is empty: the rows that are used, counted from the top. */
function fromTheTop(row: readonly number[]): readonly number[] {
  const used = [...new Set(row)].sort((a, b) => a - b);
  const at = new Map(used.map((one, n) => [one, n]));
  return row.map((one) => at.get(one) ?? 0);
}
