import type { ChildOf, FieldOf, Row, Schema, TableOf } from './rows.ts';
import type { CollectionYear } from './years.ts';

type RowOfAny<S extends Schema, T extends TableOf<S>> = T extends TableOf<S> ? Row<S, T> : never;

/** A row of which other fields are wrong than the rule's own list of fields says. */
export type Marked<S extends Schema, T extends TableOf<S>> = { readonly marked: RowOfAny<S, T>; readonly fields: readonly string[] };

/** One thing that is wrong: a row, or the rows that are wrong only together. */
export type Wrong<S extends Schema, T extends TableOf<S>> = RowOfAny<S, T> | Marked<S, T> | readonly (RowOfAny<S, T> | Marked<S, T>)[];

export type Fields<S extends Schema> = { readonly [T in TableOf<S>]?: readonly FieldOf<S, T>[] };
type Tables<S extends Schema, F> = keyof F & TableOf<S>;

/** A row that a rule's own example gives: the fields that matter, the others missing. */
type ExampleRow<S extends Schema, T extends TableOf<S>> = { readonly [F in FieldOf<S, T>]?: string | readonly string[] };
/** Rows of different children are told apart by the child's identifier; without one they are one child's. */
export type Example<S extends Schema> = { readonly [T in TableOf<S>]?: readonly ExampleRow<S, T>[] } & {
  /** What the rule asks about the collection besides its tables. */
  readonly metadata?: Readonly<Record<string, unknown>>;
};

type Described<S extends Schema, N, F> = {
  /** The DfE's code of the rule. */
  readonly code: string;
  /** The DfE's words. */
  readonly message: string;
  /** An error must be put right before the return is taken; a query is put right or explained. Where the DfE's list does not say: undefined. */
  readonly level?: 'error' | 'query';
  readonly years: readonly CollectionYear[];
  /** Not yet in force: the DfE may still change it. */
  readonly isDraft?: true;
  /** The fields that are shown as wrong, table by table. */
  readonly fields: F;
  /** What it cannot be checked without. Lacking that, it is "not checked", never "passed". */
  readonly needs?: readonly N[];
  readonly passes: readonly Example<S>[];
  readonly fails: readonly Example<S>[];
};

/** Looks at one child. */
export type OfChild<S extends Schema, C, T extends TableOf<S>> = {
  readonly wrong: (child: ChildOf<S>, collection: C) => readonly Wrong<S, T>[];
};
/** A key that no two rows of the return may share. */
export type OfRepeats<S extends Schema, T extends TableOf<S>> = {
  readonly unique: (child: ChildOf<S>) => readonly (readonly [key: string | undefined, row: RowOfAny<S, T>])[];
};
/** Counts over all children, and then says whether the whole return is wrong. */
export type OfReturn<S extends Schema, C> = {
  readonly counts: (child: ChildOf<S>, collection: C) => readonly string[];
  readonly wrongInAll: (counted: Counted) => boolean;
};
/** Looks at what stands once in a return: its header. */
export type OfHeader<S extends Schema, C, T extends TableOf<S>> = {
  readonly wrongInHeader: (collection: C) => readonly Wrong<S, T>[];
};

/** How often each thing was counted: none is 0. */
export type Counted = { readonly of: (name: string) => number; readonly names: readonly string[] };

type Shape<S extends Schema, C, T extends TableOf<S>> = OfChild<S, C, T> | OfRepeats<S, T> | OfReturn<S, C> | OfHeader<S, C, T>;

/** A rule of a collection. `S`: its tables; `C`: what a rule may ask about the collection; `N`: what it may need. */
export type Rule<S extends Schema, C, N> = Described<S, N, Fields<S>> & Shape<S, C, TableOf<S>>;

/** The functions with which the rules of one collection are written. */
export function ruleLanguage<S extends Schema, C, N>() {
  return {
    /** A rule as the DfE's guidance gives it. A rule that has changed over the years is a list of these, in one file. */
    rule: <const F extends Fields<S>>(rule: Described<S, N, F> & Shape<S, C, Tables<S, F>>): Rule<S, C, N> => rule,
    /** A row of which these fields are wrong, where they are not the rule's own list. */
    at: <T extends TableOf<S>>(row: RowOfAny<S, T>, ...fields: readonly FieldOf<S, T>[]): Marked<S, T> => ({ marked: row, fields }),
  };
}
