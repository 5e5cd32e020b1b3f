import type { ChildOf, Schema, TableOf } from './rows.ts';
import { shownIn } from './rows.ts';
import type { Rule, Wrong } from './rule.ts';

/** A field of a row that is wrong. */
export type Place = { readonly table: string; readonly row: number; readonly field: string; readonly value: string | undefined };

/** One thing that is wrong. No places: the return as a whole is. */
export type Finding = { readonly code: string; readonly child: string | undefined; readonly places: readonly Place[] };

/** What became of a rule. A rule that threw is a defect of ours: it blocks, and never counts as passed. */
export type Outcome = { readonly code: string } & (
  | { readonly kind: 'checked'; readonly findings: readonly Finding[] }
  | { readonly kind: 'notChecked'; readonly lacking: readonly string[] }
  | { readonly kind: 'defect'; readonly error: string }
);

export type Material<S extends Schema, C> = {
  readonly children: Iterable<ChildOf<S>>;
  readonly collection: C;
  /** The tables and reference data that were supplied. */
  readonly supplied: ReadonlySet<string>;
  /** Who a child is, for the finding. */
  readonly nameOf: (child: ChildOf<S>) => string | undefined;
};

/** One rule at work: it sees the children one by one, and is asked at the end. */
type Work<S extends Schema> = { readonly see: (child: ChildOf<S>) => void; readonly end: () => readonly Finding[] };

/** Runs rules over children that come one by one; what is kept in memory is findings, counts and keys, not children. */
export function examine<S extends Schema, C, N extends string>(
  rules: readonly Rule<S, C, N>[],
  material: Material<S, C>,
): readonly Outcome[] {
  const runs = rules.map((rule) => new Run(rule, material));
  for (const child of material.children) for (const run of runs) run.see(child);
  return runs.map((run) => run.outcome());
}

class Run<S extends Schema, C, N extends string> {
  private readonly code: string;
  private readonly lacking: readonly string[];
  private readonly work: Work<S>;
  private error: string | undefined;

  constructor(rule: Rule<S, C, N>, material: Material<S, C>) {
    this.code = rule.code;
    this.lacking = lackingFor(rule, material.supplied);
    this.work = workOf(rule, material);
  }

  see(child: ChildOf<S>): void {
    if (this.lacking.length > 0 || this.error !== undefined) return;
    this.guarded(() => this.work.see(child));
  }

  outcome(): Outcome {
    const { code, lacking } = this;
    if (lacking.length > 0) return { code, kind: 'notChecked', lacking };
    const findings = this.error === undefined ? this.guarded(() => this.work.end()) : undefined;
    return findings === undefined ? { code, kind: 'defect', error: this.error ?? '' } : { code, kind: 'checked', findings };
  }

  private guarded<R>(work: () => R): R | undefined {
    try {
      return work();
    } catch (error) {
      // The words of an error may hold what is in the record; its name and place do not.
      this.error = error instanceof Error ? `${error.name} ${error.stack?.split('\n')[1]?.trim() ?? ''}` : 'something thrown';
      return undefined;
    }
  }
}

/** What was said to be needed; and with none of its tables supplied there is nothing that it could look at. */
function lackingFor<S extends Schema, C, N extends string>(rule: Rule<S, C, N>, supplied: ReadonlySet<string>): readonly string[] {
  const lacking = (rule.needs ?? []).filter((need) => !supplied.has(need));
  const tables = Object.keys(rule.fields);
  return lacking.length > 0 || tables.length === 0 || tables.some((table) => supplied.has(table)) ? lacking : tables;
}

function workOf<S extends Schema, C, N extends string>(rule: Rule<S, C, N>, { collection, nameOf }: Material<S, C>): Work<S> {
  const findings: Finding[] = [];
  const found = (child: ChildOf<S> | undefined, wrong: Wrong<S, TableOf<S>>): void =>
    void findings.push({ code: rule.code, child: child && nameOf(child), places: placesOf(rule.fields, wrong) });
  if ('wrong' in rule)
    return {
      see: (child) => rule.wrong(child, collection).forEach((wrong) => found(child, wrong)),
      end: () => findings,
    };
  if ('unique' in rule) return uniqueness(rule.unique, found, findings);
  if ('counts' in rule) {
    const counted = new Map<string, number>();
    return {
      see: (child) => rule.counts(child, collection).forEach((name) => counted.set(name, (counted.get(name) ?? 0) + 1)),
      end: () => (rule.wrongInAll(countedOf(counted)) ? [{ code: rule.code, child: undefined, places: [] }] : []),
    };
  }
  return {
    see: () => undefined,
    end: () => (rule.wrongInHeader(collection).forEach((wrong) => found(undefined, wrong)), findings),
  };
}

const countedOf = (counted: ReadonlyMap<string, number>) => ({ of: (name: string) => counted.get(name) ?? 0, names: [...counted.keys()] });

type Keyed<S extends Schema> = Extract<Rule<S, unknown, string>, { readonly unique: unknown }>['unique'];
type Seen<S extends Schema> = { readonly child: ChildOf<S> | undefined; readonly wrong: Wrong<S, TableOf<S>> };

function uniqueness<S extends Schema>(
  unique: Keyed<S>,
  found: (child: ChildOf<S> | undefined, wrong: Wrong<S, TableOf<S>>) => void,
  findings: readonly Finding[],
): Work<S> {
  const first = new Map<string, Seen<S> | undefined>();
  const see = (child: ChildOf<S>): void => {
    for (const [key, row] of unique(child)) {
      if (key === undefined) continue;
      const before = first.get(key);
      if (before !== undefined) found(before.child, before.wrong);
      if (first.has(key)) found(child, row);
      first.set(key, first.has(key) ? undefined : { child, wrong: row });
    }
  };
  return { see, end: () => findings };
}

type Marks = { readonly marked: Cells; readonly fields: readonly string[] };
type Cells = { readonly table: string; readonly number: number };
const isMarked = (wrong: object): wrong is Marks => 'marked' in wrong;
const isRow = (wrong: object): wrong is Cells => 'table' in wrong;

function placesOf(fields: Readonly<Record<string, readonly string[] | undefined>>, wrong: object): readonly Place[] {
  if (isMarked(wrong)) return placesIn(wrong.marked, wrong.fields);
  if (isRow(wrong)) return placesIn(wrong, fields[wrong.table] ?? []);
  return Array.isArray(wrong) ? wrong.flatMap((each: object) => placesOf(fields, each)) : [];
}

const placesIn = (row: Cells, fields: readonly string[]): readonly Place[] =>
  fields.map((field) => ({ table: row.table, row: row.number, field, value: shownIn(row, field) }));
