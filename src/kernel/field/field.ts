import type { LocalDate } from '../calendar/dates.ts';

/** What arrives from a form, a file or the API, before it is understood. */
export type Given = string | readonly string[] | undefined;

/** A value understood (`undefined`: nothing was given), or the sentence that says what would be right. */
export type Parsed<T> = { readonly value: T | undefined } | { readonly problem: string };

/** How to ask for the value; `web/components` renders it. */
export type Control =
  | { readonly kind: 'date' }
  | { readonly kind: 'text'; readonly lines: number; readonly width?: number }
  | { readonly kind: 'number' }
  | { readonly kind: 'choice'; readonly several: boolean; readonly options: readonly Option[] }
  | { readonly kind: 'link'; readonly to: LinkTarget }
  | { readonly kind: 'rows'; readonly columns: Fields; readonly line: string; readonly shown: number };

export type Option = { readonly value: string; readonly label: string };
/** What a link points at: an entry of the same child, a member of staff, a team, another person on record; or a file, of carers or of adopters. */
export type LinkTarget = 'entry' | 'member' | 'team' | 'person' | FileTarget;
export type FileTarget = 'fosterCarer' | 'adopters';

/**
 * A column of the children looked after return, by table: `episodes.DECOM`. Two are not in the file but follow from it, for rows that carry
 * no day of their own: the last day of the collection year (31 March), and the child's birthday within it (also on 31 March or 1 April).
 */
export type Ssda903Column = `${string}.${string}` | 'collection.ENDS_ON' | 'collection.BIRTHDAY';

/** The DfE's column for this field, per return. The reader and the builder of the return both go by it. */
export type ReturnColumns = { readonly cin?: string; readonly ssda903?: Ssda903Column };

/** The answers understood so far; of a child’s own line, after those that were given once for all. */
export type SoFar = Readonly<Record<string, unknown>>;

/** What is known of a child's birth when a form asks about them. */
export type Birth = { readonly bornOn?: LocalDate | undefined; readonly expectedOn?: LocalDate | undefined };

export type FieldOptions = {
  readonly hint?: string;
  /** Why it must be answered: the return, decision or duty that needs it. Absent: it may be left out. */
  readonly required?: string;
  readonly returns?: ReturnColumns;
  /** Seen, said, danger, judgement: never offered from an earlier entry or from a sibling's. */
  readonly neverPrefilled?: true;
  /** Asked only when the answers so far say so ("seen alone" only of a child who was seen). */
  readonly askedWhen?: (answers: SoFar) => boolean;
  /** The form leaves it out for whom it cannot be true of ("seen alone" of an unborn child); what was given all the same is judged by `decide`. */
  readonly askedOf?: (child: Birth, today: LocalDate) => boolean;
  /**
   * Seldom needed: the form shows its name alone, which opens by one touch, with whatever folded questions are asked only upon it; open where something
   * is answered or asked again. `asOffered`: asked openly, unless it is offered: then the form shows the answer that stands, which opens by one touch.
   */
  readonly folded?: true | 'asOffered';
  /** Stated by files of other systems alone; here it follows from another step. Asked of nobody, except to put right what a file said. */
  readonly inFilesAlone?: true;
  /** Retired: old entries still read; new ones are not asked. */
  readonly until?: string;
  /** An identifier by which a child is recognised in another file. */
  readonly identifies?: string;
};

/** One question of a step: how it is asked, understood, stored (as JSON), shown, described and returned. */
export type Field<T> = FieldOptions & {
  readonly kind: string;
  readonly label: string;
  readonly control: Control;
  /** JSON schema of the stored value. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly parse: (given: Given) => Parsed<T>;
  readonly display: (value: T) => string;
};

export type AnyField = Omit<Field<never>, 'parse' | 'display'> & {
  readonly parse: (given: Given) => Parsed<unknown>;
  readonly display: (value: never) => string;
};
export type Fields = Readonly<Record<string, AnyField>>;
export type ValueOf<F> = F extends { readonly parse: (given: Given) => Parsed<infer T> } ? T : never;
type Asked<F extends Fields, K extends keyof F> = F[K] extends { readonly required: string } ? K : never;

/** The stored answers of a set of fields: those with a `required` reason are always there, the others may be absent. */
export type Answers<F extends Fields> = { readonly [K in keyof F as Asked<F, K>]: ValueOf<F[K]> } & {
  readonly [K in keyof F as Exclude<K, Asked<F, K>>]?: ValueOf<F[K]>;
};

/** First given text, trimmed; empty is nothing. */
export function firstText(given: Given): string | undefined {
  const text = (typeof given === 'string' ? given : given?.[0])?.trim();
  return text === '' ? undefined : text;
}
