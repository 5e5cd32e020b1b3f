import { addDays } from '../kernel/calendar/dates.ts';
import type { History, Statement } from '../kernel/step/history.ts';

/*
 * Of rows that are told from a whole history, why each value is as it is: the entries without which it would be another. They are found by asking the same builder again without each
 * entry, so that the answer cannot drift from what is built. Where the row itself stands because of an entry, its answers and its day are taken away one by one.
 */

export type ToldRow = { readonly name: string; readonly cells: readonly (readonly [field: string, value: string | number | undefined])[] };
/** A row, and by field the entries from which its value follows; none: it is what the lack of any says. */
export type WhyRow = ToldRow & { readonly from: ReadonlyMap<string, readonly string[]> };

type RowsOf = (history: History) => readonly ToldRow[];
type Found = { readonly cells: Map<string, Set<string>>; readonly row: Set<string> };

export function whyRows(history: History, rowsOf: RowsOf): readonly WhyRow[] {
  const base = rowsOf(history);
  const found: readonly Found[] = base.map(() => ({ cells: new Map(), row: new Set() }));
  for (const one of history) note(base, rowsOf(history.filter((other) => other !== one)), found, one.entry);
  noteAnswers(history, rowsOf, base, found);
  noteSteps(history, rowsOf, base, found);
  noteCounts(history, base, found);
  const order = new Map(history.map(({ entry }, n) => [entry, n]));
  return base.map((row, n) => ({
    ...row,
    from: new Map(
      row.cells.map(([field]) => [
        field,
        [...(found[n]?.cells.get(field) ?? [])].toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
      ]),
    ),
  }));
}

/** What differs without an entry follows from it; a row that is gone stands because of it. */
function note(base: readonly ToldRow[], without: readonly ToldRow[], found: readonly Found[], entry: string): void {
  const left = aligned(base, without);
  for (const [n, row] of base.entries()) {
    const other = left.get(n);
    if (other === undefined) found[n]?.row.add(entry);
    else for (const field of differing(row, other)) noteCell(found[n], field, entry);
  }
}

function noteCell(found: Found | undefined, field: string, entry: string): void {
  const known = found?.cells.get(field) ?? new Set();
  found?.cells.set(field, known.add(entry));
}

const differing = (one: ToldRow, other: ToldRow): readonly string[] =>
  one.cells.flatMap(([field, value], n) => (other.cells[n]?.[1] === value ? [] : [field]));

/** By the place of a row, which one it is in another state: the most alike first. */
function aligned(base: readonly ToldRow[], others: readonly ToldRow[]): ReadonlyMap<number, ToldRow> {
  const pairs = base.flatMap((row, n) =>
    others.flatMap((other, m) =>
      row.name === other.name ? [{ n, m, other, differ: differing(row, other).length, apart: Math.abs(n - m) }] : [],
    ),
  );
  const [left, taken] = [new Map<number, ToldRow>(), new Set<number>()];
  for (const { n, m, other } of pairs.toSorted((a, b) => a.differ - b.differ || a.apart - b.apart)) {
    if (left.has(n) || taken.has(m)) continue;
    left.set(n, other);
    taken.add(m);
  }
  return left;
}

/** Entries because of which a row stands at all: each of their answers, and their day, for itself. */
function noteAnswers(history: History, rowsOf: RowsOf, base: readonly ToldRow[], found: readonly Found[]): void {
  const asked = new Set(found.flatMap(({ row }) => [...row]));
  for (const one of history.filter(({ entry }) => asked.has(entry))) {
    const changed = [
      ...Object.keys(one.answers).map((key) => ({
        ...one,
        answers: Object.fromEntries(Object.entries(one.answers).filter(([name]) => name !== key)),
      })),
      { ...one, happenedOn: addDays(one.happenedOn, -1) },
    ];
    for (const other of changed) {
      const left = aligned(base, rowsOf(inOrder(history.map((each) => (each === one ? other : each)))));
      for (const [n, row] of base.entries()) {
        const now = left.get(n);
        if (now !== undefined && found[n]?.row.has(one.entry) === true)
          for (const field of differing(row, now)) noteCell(found[n], field, one.entry);
      }
    }
  }
}

const inOrder = (history: readonly Statement[]): History =>
  history.toSorted((a, b) => (a.happenedOn < b.happenedOn ? -1 : a.happenedOn > b.happenedOn ? 1 : a.position - b.position));

/** Where two entries say the same, neither is missed: without all of their step the last of them is. */
function noteSteps(history: History, rowsOf: RowsOf, base: readonly ToldRow[], found: readonly Found[]): void {
  for (const [step, all] of Map.groupBy(history, (one) => one.step)) {
    const last = all.at(-1);
    if (all.length < 2 || last === undefined) continue;
    const left = aligned(base, rowsOf(history.filter((one) => one.step !== step)));
    for (const [n, row] of base.entries()) {
      const now = left.get(n);
      if (now === undefined) continue;
      const silent = differing(row, now).filter((field) => (found[n]?.cells.get(field)?.size ?? 0) === 0);
      for (const field of silent)
        noteCell(found[n], field, (all.findLast(({ happenedOn }) => happenedOn === valueOf(row, field)) ?? last).entry);
    }
  }
}

/** What is counted counts the entry because of which the row stands too: no row without it has a number to compare. */
function noteCounts(history: History, base: readonly ToldRow[], found: readonly Found[]): void {
  const steps = new Map(history.map(({ entry, step }) => [entry, step]));
  for (const [n, { cells }] of base.entries())
    for (const [field, value] of cells) {
      if (typeof value !== 'number' || value === 0) continue;
      const others = [...(found[n]?.cells.get(field) ?? [])].map((entry) => steps.get(entry));
      for (const entry of found[n]?.row ?? [])
        if (others.length === 0 || others.includes(steps.get(entry))) noteCell(found[n], field, entry);
    }
}

const valueOf = ({ cells }: ToldRow, field: string): string | number | undefined => cells.find(([name]) => name === field)?.[1];
