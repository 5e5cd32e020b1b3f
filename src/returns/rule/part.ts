import { shownIn, type ChildOf, type Schema, type TableOf } from './rows.ts';
import type { OfChild, OfRepeats, OfReturn, Rule, Wrong } from './rule.ts';

/** A row that is wrong: in these fields, in which these values stand. `line`: where it stands in its file. */
export type WrongRow = {
  readonly table: string;
  readonly row: number;
  readonly line: number | undefined;
  readonly fields: readonly string[];
  readonly values: readonly (string | undefined)[];
};

/** One thing that is wrong: a row, or rows that are wrong only together. No rows: the return as a whole is. */
export type Finding = { readonly code: string; readonly child: string | undefined; readonly rows: readonly WrongRow[] };

/** What is the same for all parts of a return. */
export type About<C> = {
  readonly collection: C;
  /** The tables and reference data that were supplied. */
  readonly supplied: ReadonlySet<string>;
};
export type NamedChild<S extends Schema> = { readonly name: string | undefined; readonly child: ChildOf<S> };
export type Material<S extends Schema, C> = About<C> & { readonly children: Iterable<NamedChild<S>> };

/** A key that no other row may have, with what would be wrong if one had. */
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

/** What runs the rules over some of the children of a return, again and again. */
export function examiner<S extends Schema, C, N extends string>(rules: readonly Rule<S, C, N>[], { collection, supplied }: About<C>) {
  const lookersFor = byTables(rules.filter((rule) => lackingFor(rule, supplied).length === 0).flatMap((rule) => lookerOf(rule)));
  return (children: Iterable<NamedChild<S>>): Part => {
    const part: Gathered = { findings: [], keys: [], counts: new Map(), defects: new Map() };
    for (const named of children)
      for (const looker of lookersFor(named.child))
        if (part.defects.size === 0 || !part.defects.has(looker.rule.code)) see(looker, named, { part, collection });
    return part;
  };
}

type Seeing<C> = { readonly part: Gathered; readonly collection: C };
type Look<S extends Schema, C> = (named: NamedChild<S>, seeing: Seeing<C>) => void;
/** A rule as it looks at a child; all of them of one shape, for of a million children each is asked some seventy times. */
type Looker<S extends Schema, C, N> = { readonly rule: Rule<S, C, N>; readonly isOfAll: boolean; readonly look: Look<S, C> };

/** @returns none for a rule that looks at no child */
function lookerOf<S extends Schema, C, N>(rule: Rule<S, C, N>): readonly Looker<S, C, N>[] {
  if ('wrong' in rule) return [{ rule, isOfAll: false, look: lookAtEach(rule) }];
  if ('unique' in rule) return [{ rule, isOfAll: false, look: lookForKeys(rule) }];
  return 'counts' in rule ? [{ rule, isOfAll: true, look: lookAndCount(rule) }] : [];
}

export const examinePart = <S extends Schema, C, N extends string>(rules: readonly Rule<S, C, N>[], material: Material<S, C>): Part =>
  examiner(rules, material)(material.children);

/** A rule can find only rows of the tables whose fields it names: a child that has none in any of them, it need not look at. What counts looks at all. */
function byTables<S extends Schema, C, N>(lookers: readonly Looker<S, C, N>[]): (child: ChildOf<S>) => readonly Looker<S, C, N>[] {
  const known = new Map<number, readonly Looker<S, C, N>[]>();
  let tables: readonly TableOf<S>[] | undefined;
  return (child) => {
    tables ??= Object.keys(child);
    let filled = 0;
    for (let at = 0; at < tables.length; at += 1) {
      const table = tables[at];
      if (table !== undefined && child[table].length > 0) filled |= 1 << at;
    }
    const found = known.get(filled);
    if (found !== undefined) return found;
    const isFilled = (rule: Rule<S, C, N>) => tables?.some((table) => child[table].length > 0 && rule.fields[table] !== undefined);
    const chosen = lookers.filter(({ rule, isOfAll }) => isOfAll || isFilled(rule) === true);
    known.set(filled, chosen);
    return chosen;
  };
}

function see<S extends Schema, C, N>({ rule, look }: Looker<S, C, N>, named: NamedChild<S>, seeing: Seeing<C>): void {
  try {
    look(named, seeing);
  } catch (error) {
    seeing.part.defects.set(rule.code, defectIn(error));
  }
}

const lookAtEach =
  <S extends Schema, C, N>(rule: Extract<Rule<S, C, N>, OfChild<S, C, TableOf<S>>>): Look<S, C> =>
  ({ child, name }, { part, collection }) => {
    for (const wrong of rule.wrong(child, collection)) part.findings.push(findingOf(rule, name, wrong));
  };

const lookForKeys =
  <S extends Schema, C, N>(rule: Extract<Rule<S, C, N>, OfRepeats<S, TableOf<S>>>): Look<S, C> =>
  ({ child, name }, { part }) => {
    for (const [key, row] of rule.unique(child)) if (key !== undefined) part.keys.push({ key, finding: findingOf(rule, name, row) });
  };

const lookAndCount =
  <S extends Schema, C, N>(rule: Extract<Rule<S, C, N>, OfReturn<S, C>>): Look<S, C> =>
  ({ child }, { part, collection }) => {
    const names = rule.counts(child, collection);
    if (names.length > 0) count(part.counts, rule.code, names);
  };

function count(counts: Gathered['counts'], code: string, names: readonly string[]): void {
  const counted = counts.get(code) ?? new Map<string, number>();
  for (const each of names) counted.set(each, (counted.get(each) ?? 0) + 1);
  counts.set(code, counted);
}

/** What went wrong. The words of an error may hold what is in the record; its name and place do not. */
export const defectIn = (error: unknown): string =>
  error instanceof Error ? `${error.name} ${error.stack?.split('\n')[1]?.trim() ?? ''}` : 'something thrown';

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
): Finding => ({ code, child, rows: rowsOf(fields, wrong) });

type Read = { readonly table: string; readonly number: number; readonly line: number | undefined };
type Marks = { readonly marked: Read; readonly fields: readonly string[] };
type Listed = Readonly<Record<string, readonly string[] | undefined>>;
const isMarked = (wrong: object): wrong is Marks => 'marked' in wrong;
const isRow = (wrong: object): wrong is Read => 'table' in wrong;

function rowsOf(fields: Listed, wrong: object): readonly WrongRow[] {
  if (isRow(wrong)) return [rowOf(wrong, fields[wrong.table] ?? noFields)];
  if (isMarked(wrong)) return [rowOf(wrong.marked, wrong.fields)];
  return Array.isArray(wrong) ? together(wrong.flatMap((each: object) => rowsOf(fields, each))) : [];
}

const noFields: readonly string[] = [];

function rowOf(row: Read, fields: readonly string[]): WrongRow {
  const values: (string | undefined)[] = [];
  for (const field of fields) values.push(shownIn(row, field));
  return { table: row.table, row: row.number, line: row.line, fields, values };
}

/** A row that is wrong in one way and in another is one row. */
function together(rows: readonly WrongRow[]): readonly WrongRow[] {
  const found: WrongRow[] = [];
  for (const row of rows) {
    const at = found.findIndex((other) => other.row === row.row && other.table === row.table);
    const before = found[at];
    if (before === undefined) found.push(row);
    else found[at] = { ...before, fields: [...before.fields, ...row.fields], values: [...before.values, ...row.values] };
  }
  return found;
}
