import type { ChildOf, Schema, TableOf } from './rows.ts';
import { shownIn } from './rows.ts';
import type { Rule, Wrong } from './rule.ts';

/** A field of a row that is wrong. `line`: where the row stands in its file. */
export type Place = {
  readonly table: string;
  readonly row: number;
  readonly line?: number | undefined;
  readonly field: string;
  readonly value: string | undefined;
};

/** One thing that is wrong. No places: the return as a whole is. */
export type Finding = { readonly code: string; readonly child: string | undefined; readonly places: readonly Place[] };

/** What is the same for all parts of a return. */
export type About<S extends Schema, C> = {
  readonly collection: C;
  /** The tables and reference data that were supplied. */
  readonly supplied: ReadonlySet<string>;
  /** Who a child is, for the finding. */
  readonly nameOf: (child: ChildOf<S>) => string | undefined;
};
export type Material<S extends Schema, C> = About<S, C> & { readonly children: Iterable<ChildOf<S>> };

/** A key that no other part may have, with what would be wrong if one had. */
export type Keyed = { readonly key: string; readonly finding: Finding };

/** What rules find in some of the children. It is plain, so that it can come from another thread, and holds nothing of children without findings but keys and counts. */
export type Part = {
  readonly findings: readonly Finding[];
  readonly keys: readonly Keyed[];
  readonly counts: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** By the code of the rule that threw. */
  readonly defects: ReadonlyMap<string, string>;
};

type Gathered = {
  readonly findings: Finding[];
  readonly keys: Keyed[];
  readonly counts: Map<string, Map<string, number>>;
  readonly defects: Map<string, string>;
};

/** Runs the rules over some of the children of a return. */
export function examinePart<S extends Schema, C, N extends string>(
  rules: readonly Rule<S, C, N>[],
  { children, collection, supplied, nameOf }: Material<S, C>,
): Part {
  const part: Gathered = { findings: [], keys: [], counts: new Map(), defects: new Map() };
  const able = rules.filter((rule) => lackingFor(rule, supplied).length === 0);
  for (const child of children)
    for (const rule of able) {
      if (part.defects.has(rule.code)) continue;
      const error = errorIn(() => see(rule, child, { part, collection, name: nameOf(child) }));
      if (error !== undefined) part.defects.set(rule.code, error);
    }
  return part;
}

type Seeing<C> = { readonly part: Gathered; readonly collection: C; readonly name: string | undefined };

function see<S extends Schema, C, N>(rule: Rule<S, C, N>, child: ChildOf<S>, { part, collection, name }: Seeing<C>): void {
  if ('wrong' in rule) for (const wrong of rule.wrong(child, collection)) part.findings.push(findingOf(rule, name, wrong));
  else if ('unique' in rule) {
    for (const [key, row] of rule.unique(child)) if (key !== undefined) part.keys.push({ key, finding: findingOf(rule, name, row) });
  } else if ('counts' in rule) {
    const counted = part.counts.get(rule.code) ?? new Map<string, number>();
    for (const each of rule.counts(child, collection)) counted.set(each, (counted.get(each) ?? 0) + 1);
    part.counts.set(rule.code, counted);
  }
}

/** @returns what went wrong. The words of an error may hold what is in the record; its name and place do not. */
export function errorIn(work: () => void): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof Error ? `${error.name} ${error.stack?.split('\n')[1]?.trim() ?? ''}` : 'something thrown';
  }
}

/** What was said to be needed; and with none of its tables supplied there is nothing that it could look at. */
export function lackingFor<S extends Schema, C, N extends string>(rule: Rule<S, C, N>, supplied: ReadonlySet<string>): readonly string[] {
  const lacking = (rule.needs ?? []).filter((need) => !supplied.has(need));
  const tables = Object.keys(rule.fields);
  return lacking.length > 0 || tables.length === 0 || tables.some((table) => supplied.has(table)) ? lacking : tables;
}

export const findingOf = <S extends Schema, C, N>(
  { code, fields }: Rule<S, C, N>,
  child: string | undefined,
  wrong: Wrong<S, TableOf<S>>,
): Finding => ({ code, child, places: placesOf(fields, wrong) });

type Marks = { readonly marked: Cells; readonly fields: readonly string[] };
type Cells = { readonly table: string; readonly number: number; readonly line: number | undefined };
const isMarked = (wrong: object): wrong is Marks => 'marked' in wrong;
const isRow = (wrong: object): wrong is Cells => 'table' in wrong;

function placesOf(fields: Readonly<Record<string, readonly string[] | undefined>>, wrong: object): readonly Place[] {
  if (isMarked(wrong)) return placesIn(wrong.marked, wrong.fields);
  if (isRow(wrong)) return placesIn(wrong, fields[wrong.table] ?? []);
  return Array.isArray(wrong) ? wrong.flatMap((each: object) => placesOf(fields, each)) : [];
}

const placesIn = (row: Cells, fields: readonly string[]): readonly Place[] =>
  fields.map((field) => ({ table: row.table, row: row.number, line: row.line, field, value: shownIn(row, field) }));
