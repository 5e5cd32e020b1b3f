import type { Line } from '../kernel/step/history.ts';
import type { Since } from '../record/told-between.ts';
import { withoutThose } from './taken-away.ts';
import type { ReturnPart } from './why.ts';

/** A value that two states of a record give otherwise; absent where one of them gives none. `by`: the lines recorded in between of the entries from which it follows; of what none says, of those without which its row would not be there. */
export type ValueChange = {
  readonly part: string;
  readonly field: string;
  readonly was?: string;
  readonly now?: string;
  readonly by: readonly Line[];
};

export type WhoChanged = {
  readonly values: readonly ValueChange[];
  /** Recorded in between, and no changed value names it: what follows from the lack of an entry, or from another one's day, may follow from these. */
  readonly others: readonly Line[];
};

type Cell = { readonly part: string; readonly field: string; readonly value: string; readonly from: readonly string[] };

const cellsIn = (parts: readonly ReturnPart[]): readonly Cell[] =>
  parts.flatMap(({ name, cells, stands = [] }) =>
    cells.map(({ field, value, from }) => ({ part: name, field, value, from: from.length > 0 ? from.map(({ entry }) => entry) : stands })),
  );

const fieldOf = ({ part, field }: Cell): string => `${part}\n${field}`;
const cellOf = (cell: Cell): string => `${fieldOf(cell)}\n${cell.value}`;

/** Value by value, what a return says of one child otherwise at a later instant, and who recorded what it follows from. Pure. */
export function whoChanged(before: readonly ReturnPart[], after: readonly ReturnPart[], since: readonly Since[]): WhoChanged {
  const [was, now] = [cellsIn(before), cellsIn(after)];
  const [gone, come] = [Map.groupBy(withoutThose(was, now, cellOf), fieldOf), Map.groupBy(withoutThose(now, was, cellOf), fieldOf)];
  const values = [...new Set([...gone.keys(), ...come.keys()])].flatMap((field) =>
    pairs({ gone: gone.get(field) ?? [], come: come.get(field) ?? [] }, { before, after, since }),
  );
  const named = new Set(values.flatMap(({ by }) => by));
  return { values, others: since.map(({ line }) => line).filter((line) => !named.has(line)) };
}

type Changed = { readonly gone: readonly Cell[]; readonly come: readonly Cell[] };
type States = { readonly before: readonly ReturnPart[]; readonly after: readonly ReturnPart[]; readonly since: readonly Since[] };

function pairs({ gone, come }: Changed, { before, after, since }: States): readonly ValueChange[] {
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, n) => {
    const [was, now] = [gone[n], come[n]];
    const { part, field } = was ?? now ?? { part: '', field: '' };
    const from = new Set([...(was?.from ?? lackOf(before, part, field)), ...(now?.from ?? lackOf(after, part, field))]);
    return {
      part,
      field,
      ...(was === undefined ? {} : { was: was.value }),
      ...(now === undefined ? {} : { now: now.value }),
      by: since.filter(({ entry }) => from.has(entry)).map(({ line }) => line),
    };
  });
}

/** Because of which entries a field is empty in parts of this name. */
const lackOf = (parts: readonly ReturnPart[], part: string, field: string): readonly string[] =>
  parts.flatMap(({ name, lacks }) => (name === part ? (lacks?.get(field) ?? []) : []));
