import type { Ended } from '../rule/examine.ts';
import type { Collection, KnownRule } from '../rule/given-tables.ts';
import type { Finding, WrongRow } from '../rule/part.ts';
import type { CollectionYear } from '../rule/years.ts';

/** A row that a rule finds wrong. Rows that are wrong only together have the same `group`. */
export type FoundLine = {
  readonly kind: 'finding';
  readonly code: string;
  readonly level: string;
  readonly isDraft?: true;
  readonly year: CollectionYear;
  readonly child: string | null;
  readonly table: string | null;
  /** Counted from 0 in its table, as the DfE's examples do. */
  readonly row: number | null;
  readonly line: number | null;
  readonly fields: readonly string[];
  readonly values: readonly (string | null)[];
  readonly message: string;
  readonly group?: number;
};

export type Found =
  | FoundLine
  | { readonly kind: 'notChecked'; readonly code: string; readonly message: string; readonly lacking: readonly string[] }
  | { readonly kind: 'defect'; readonly code: string; readonly message: string; readonly error: string }
  | { readonly kind: 'unreadable'; readonly file: string; readonly line: number; readonly message: string };

/** Says what was found, in lines. */
export class Telling {
  private readonly rules: ReadonlyMap<string, KnownRule>;
  private readonly year: CollectionYear;
  private groups = 0;

  constructor(collection: Collection, year: CollectionYear) {
    this.rules = new Map(collection.rules.filter(({ years }) => years.includes(year)).map((rule) => [rule.code, rule]));
    this.year = year;
  }

  *findings(findings: readonly Finding[]): Generator<FoundLine> {
    for (const { code, child, rows } of findings) {
      const group = rows.length > 1 ? (this.groups += 1) : undefined;
      if (rows.length === 0) yield this.line(code, child, undefined, undefined);
      for (const row of rows) yield this.line(code, child, row, group);
    }
  }

  *end({ defects, lacking, findings }: Ended): Generator<Found> {
    yield* this.findings(findings);
    for (const [code, error] of defects) yield { kind: 'defect', code, message: this.messageOf(code), error };
    for (const [code, needs] of lacking) yield { kind: 'notChecked', code, message: this.messageOf(code), lacking: needs };
  }

  private messageOf(code: string): string {
    return this.rules.get(code)?.message ?? '';
  }

  private line(code: string, child: string | undefined, row: WrongRow | undefined, group: number | undefined): FoundLine {
    const rule = this.rules.get(code);
    return {
      kind: 'finding',
      code,
      level: rule?.level ?? 'error',
      ...(rule?.isDraft && { isDraft: true }),
      year: this.year,
      child: child ?? null,
      table: row?.table ?? null,
      row: row?.row ?? null,
      line: row?.line ?? null,
      fields: row?.fields ?? [],
      values: row?.values.map((value) => value ?? null) ?? [],
      message: this.messageOf(code),
      ...(group !== undefined && { group }),
    };
  }
}
