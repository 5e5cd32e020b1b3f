import { addDays } from '../kernel/calendar/dates.ts';
import type { History, Statement } from '../kernel/step/history.ts';

/*
 * Of rows that are told from a whole history, why each value is as it is: the entries without which it would be another. They are found by asking the same builder again without each
 * entry, so that the answer cannot drift from what is built. Where the row itself stands because of an entry, its answers and its day are taken away one by one. Of some entries alone
 * it is asked with few questions more than there are of them.
 */

export type ToldRow = { readonly name: string; readonly cells: readonly (readonly [field: string, value: string | number | undefined])[] };
/** A row, and by field the entries from which its value follows; none: it is what the lack of any says. `stands`: those without which the row would not be there. */
export type WhyRow = ToldRow & { readonly from: ReadonlyMap<string, readonly string[]>; readonly stands: readonly string[] };

type RowsOf = (history: History) => readonly ToldRow[];
type Asked = { readonly history: History; readonly rowsOf: RowsOf; readonly base: readonly ToldRow[] };
/** A value, by the place of its row. */
type Cell = { readonly n: number; readonly field: string; readonly value: string | number | undefined };
/** By the place of a row, which of its fields would be otherwise; `gone`: which rows would not be there. */
type Effect = { readonly cells: ReadonlyMap<number, ReadonlySet<string>>; readonly gone: ReadonlySet<number> };

/** `among`: of these entries alone it is asked whether a value follows from them; absent: of all. */
export function whyRows(history: History, rowsOf: RowsOf, among?: ReadonlySet<string>): readonly WhyRow[] {
  const base = rowsOf(history);
  const some = among === undefined ? history : history.filter(({ entry }) => among.has(entry));
  const { follows, stands } = causesOf({ history, rowsOf, base });
  return base.map((row, n) => ({
    ...row,
    stands: some.filter((one) => stands(one, n)).map(({ entry }) => entry),
    from: new Map(
      row.cells.map(([field, value]) => [field, some.filter((one) => follows(one, { n, field, value })).map(({ entry }) => entry)]),
    ),
  }));
}

type Causes = { readonly follows: (one: Statement, cell: Cell) => boolean; readonly stands: (one: Statement, n: number) => boolean };

/** Whether a value, or a row, follows from an entry. What has been asked once is not asked again. */
function causesOf(asked: Asked): Causes {
  const { history } = asked;
  const effectOf = remembered((one: Statement) => effectWithout(asked, one));
  const effectOfStep = remembered((step: string) => effectWithoutStep(asked, step));
  const steps = [...new Set(history.map(({ step }) => step))];
  const isOf = (one: Statement, { n, field }: Cell): boolean => effectOf(one).cells.get(n)?.has(field) === true;
  const isOfStep = (step: string, { n, field }: Cell): boolean => effectOfStep(step).cells.get(n)?.has(field) === true;

  /** Where two entries say the same, neither is missed: without all of their step the last of them is. */
  const isToldFor = (one: Statement, cell: Cell): boolean =>
    isOfStep(one.step, cell) &&
    steps.find((step) => isOfStep(step, cell)) === one.step &&
    toldOf(history, one.step, cell) === one &&
    !history.some((other) => isOf(other, cell));

  const isNamed = (one: Statement, cell: Cell): boolean => isOf(one, cell) || isToldFor(one, cell);

  /** What is counted counts the entry because of which the row stands too: no row without it has a number to compare. */
  const isCounted = (one: Statement, cell: Cell): boolean =>
    typeof cell.value === 'number' &&
    cell.value !== 0 &&
    effectOf(one).gone.has(cell.n) &&
    (history.some((other) => other.step === one.step && isNamed(other, cell)) || !history.some((other) => isNamed(other, cell)));

  return { follows: (one, cell) => isNamed(one, cell) || isCounted(one, cell), stands: (one, n) => effectOf(one).gone.has(n) };
}

function remembered<K, V>(find: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const found = known.get(key) ?? find(key);
    known.set(key, found);
    return found;
  };
}

/** What differs without an entry follows from it. Of a row that stands because of it, each of its answers and its day are taken away for themselves. */
function effectWithout(asked: Asked, one: Statement): Effect {
  const { history } = asked;
  const first = effectOf(
    asked,
    history.filter((other) => other !== one),
  );
  if (first.gone.size === 0) return first;
  const cells = new Map(first.cells);
  for (const other of lessOf(one)) {
    const then = effectOf(asked, inOrder(history.map((each) => (each === one ? other : each))));
    for (const [n, fields] of then.cells) if (first.gone.has(n)) cells.set(n, new Set([...(cells.get(n) ?? []), ...fields]));
  }
  return { cells, gone: first.gone };
}

const lessOf = (one: Statement): readonly Statement[] => [
  ...Object.keys(one.answers).map((key) => ({
    ...one,
    answers: Object.fromEntries(Object.entries(one.answers).filter(([name]) => name !== key)),
  })),
  { ...one, happenedOn: addDays(one.happenedOn, -1) },
];

const nothing: Effect = { cells: new Map(), gone: new Set() };

function effectWithoutStep(asked: Asked, step: string): Effect {
  const others = asked.history.filter((one) => one.step !== step);
  return asked.history.length - others.length < 2 ? nothing : effectOf(asked, others);
}

/** Of several of a step, the one whose day is the value; else the last. */
const toldOf = (history: History, step: string, { value }: Cell): Statement | undefined => {
  const all = history.filter((one) => one.step === step);
  return all.findLast(({ happenedOn }) => happenedOn === value) ?? all.at(-1);
};

function effectOf({ rowsOf, base }: Asked, history: History): Effect {
  const left = aligned(base, rowsOf(history));
  const cells = new Map<number, ReadonlySet<string>>();
  const gone = new Set<number>();
  for (const [n, row] of base.entries()) {
    const other = left.get(n);
    const fields = other === undefined ? [] : differing(row, other);
    if (other === undefined) gone.add(n);
    if (fields.length > 0) cells.set(n, new Set(fields));
  }
  return { cells, gone };
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

const inOrder = (history: readonly Statement[]): History =>
  history.toSorted((a, b) => (a.happenedOn < b.happenedOn ? -1 : a.happenedOn > b.happenedOn ? 1 : a.position - b.position));
