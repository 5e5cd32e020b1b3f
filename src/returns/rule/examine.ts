import { KeyStore } from './key-store.ts';
import { defectIn, examinePart, findingOf, lackingFor, type About, type Finding, type Keyed, type Material, type Part } from './part.ts';
import type { Rule } from './rule.ts';
import type { Schema } from './rows.ts';

/** What became of a rule. A rule that threw is a defect of ours: it blocks, and never counts as passed. */
export type Outcome = { readonly code: string } & (
  | { readonly kind: 'checked'; readonly findings: readonly Finding[] }
  | { readonly kind: 'notChecked'; readonly lacking: readonly string[] }
  | { readonly kind: 'defect'; readonly error: string }
);

/** Runs rules over children that come one by one. */
export function examine<S extends Schema, C, N extends string>(
  rules: readonly Rule<S, C, N>[],
  material: Material<S, C>,
): readonly Outcome[] {
  const whole = new Whole(rules, material);
  const during = whole.add(examinePart(rules, material));
  const { findings, defects, lacking } = whole.end();
  const byCode = Map.groupBy([...during, ...findings], ({ code }) => code);
  return rules.map(({ code }): Outcome => {
    const [error, needs] = [defects.get(code), lacking.get(code)];
    if (needs !== undefined) return { code, kind: 'notChecked', lacking: needs };
    return error === undefined ? { code, kind: 'checked', findings: byCode.get(code) ?? [] } : { code, kind: 'defect', error };
  });
}

export type Ended = {
  readonly findings: readonly Finding[];
  readonly defects: ReadonlyMap<string, string>;
  /** The rules that were not checked, with what they lack. */
  readonly lacking: ReadonlyMap<string, readonly string[]>;
};

type AnyRule = { readonly code: string; readonly fields: Readonly<Record<string, readonly string[] | undefined>> };

/** The parts of a return put together, in the order of the file: what only the whole of it shows. */
export class Whole<S extends Schema, C, N extends string> {
  private readonly rules: readonly Rule<S, C, N>[];
  private readonly about: About<C>;
  private readonly defects = new Map<string, string>();
  private readonly counted = new Map<string, Map<string, number>>();
  /** By rule: the first that had a key. */
  private readonly first = new Map<string, KeyStore>();
  /** The keys of which the first has been told, because a second had it. */
  private readonly told = new Set<string>();
  private readonly byCode: ReadonlyMap<string, AnyRule>;

  constructor(rules: readonly Rule<S, C, N>[], about: About<C>) {
    this.rules = rules;
    this.about = about;
    this.byCode = new Map(rules.map((rule) => [rule.code, rule]));
  }

  /** @returns what is now known to be wrong */
  add(part: Part): readonly Finding[] {
    for (const [code, error] of part.defects) this.defects.set(code, error);
    for (const [code, names] of part.counts) this.count(code, names);
    return [...part.findings, ...part.keys.flatMap((keyed) => this.repeated(keyed))];
  }

  end(): Ended {
    const lacking = new Map(this.rules.map((rule) => [rule.code, lackingFor(rule, this.about.supplied)] as const));
    for (const [code, needs] of lacking) if (needs.length === 0) lacking.delete(code);
    const findings: Finding[] = [];
    for (const rule of this.rules) {
      if (lacking.has(rule.code) || this.defects.has(rule.code)) continue;
      try {
        findings.push(...this.atTheEnd(rule));
      } catch (error) {
        this.defects.set(rule.code, defectIn(error));
      }
    }
    return { findings, defects: this.defects, lacking };
  }

  private count(code: string, names: ReadonlyMap<string, number>): void {
    const counted = this.counted.get(code) ?? new Map<string, number>();
    for (const [name, number] of names) counted.set(name, (counted.get(name) ?? 0) + number);
    this.counted.set(code, counted);
  }

  private repeated({ key, finding }: Keyed): readonly Finding[] {
    const { code } = finding;
    const first = this.first.get(code) ?? new KeyStore();
    this.first.set(code, first);
    const rule = this.byCode.get(code) ?? { code, fields: {} };
    const before = first.addOrFind(key, inShort(finding, key, Object.keys(rule.fields)));
    if (before === undefined) return none;
    const isTold = this.told.has(`${code} ${key}`);
    this.told.add(`${code} ${key}`);
    return isTold ? [finding] : [atLength(before, key, rule), finding];
  }

  private atTheEnd(rule: Rule<S, C, N>): readonly Finding[] {
    if ('wrongInHeader' in rule) return rule.wrongInHeader(this.about.collection).map((wrong) => findingOf(rule, undefined, wrong));
    if (!('wrongInAll' in rule)) return [];
    const counted = this.counted.get(rule.code) ?? new Map<string, number>();
    const isWrong = rule.wrongInAll({ of: (name) => counted.get(name) ?? 0, names: [...counted.keys()] });
    return isWrong ? [{ code: rule.code, child: undefined, rows: [] }] : [];
  }
}

const none: readonly Finding[] = [];

/** What a row that has a key would be found wrong by: kept in short, for of a million of them hardly one is looked at again. */
function inShort({ child, rows: [row] }: Finding, key: string, tables: readonly string[]): string {
  if (row === undefined) return '[]';
  const values = row.values.every((value) => value === key) ? [] : row.values.map((value) => value ?? null);
  return JSON.stringify([child === key ? isKey : (child ?? null), tables.indexOf(row.table), row.row, row.line ?? null, ...values]);
}

/** Instead of a child's name: the child is known by the key itself. */
const isKey = 0;

function atLength(short: string, key: string, { code, fields: listed }: Pick<AnyRule, 'code' | 'fields'>): Finding {
  const [child, at, row, line, ...values]: readonly (string | number | null)[] = JSON.parse(short);
  const table = Object.keys(listed)[Number(at)] ?? '';
  const fields = listed[table] ?? [];
  const text = (value: string | number | null | undefined): string | undefined => (value === null ? undefined : String(value ?? key));
  const wrong = {
    table,
    row: Number(row),
    line: line === null ? undefined : Number(line),
    fields,
    values: fields.map((_, n) => text(values[n])),
  };
  return { code, child: child === isKey ? key : text(child), rows: [wrong] };
}
