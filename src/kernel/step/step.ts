import type { LocalDate } from '../calendar/dates.ts';
import type { OutsideTheLine } from '../derivation/line-of-a-case.ts';
import type { Answers, Fields } from '../field/field.ts';
import type { FileKind } from './file-kind.ts';
import type { History, Statement } from './history.ts';
import type { Offers } from './offers.ts';
import type { Problem } from './outcome.ts';
import type { Permissions } from './permission.ts';
import type { Timescale } from './timescale.ts';

/** One step of practice. Everything that the system shows, asks, checks, counts and returns about it is derived from this. */
export type Step<F extends Fields = Fields, E extends Fields = Fields> = {
  readonly name: string;
  readonly title: string;
  readonly law: string;
  /** The questions asked once, whoever the entry is about. */
  readonly fields: F;
  /** The questions with a line of their own for each child the entry is about. */
  readonly each: E;
  /** Whom it may be about, if not a child: an adult of a family, or anybody. */
  readonly about?: 'adult' | 'anybody';
  /** Recorded in a file of this kind, and of no child; `also`: of people, and in any file; `anyFile`: in any file, and of no child. */
  readonly file?: FileKind | 'also' | 'anyFile';
  /** What of the answers is stated in other records, by steps of their own, and what stays here: no word is kept twice. */
  readonly elsewhere?: (answers: Answers<F> & Answers<E>) => { readonly here: Answers<F>; readonly there: readonly Elsewhere[] };
  /** Whom the form offers to state it of in the same entry; absent: brothers and sisters, where each has a line of their own; `siblings`: also where the same is true of all. */
  readonly togetherWith?: 'nobody' | 'family' | 'siblings';
  /** The other person whom a statement is about too, with their own line of it: what two people are to one another is stated once. */
  readonly alsoAbout?: (person: string, answers: Answers<F> & Answers<E>) => AlsoAbout<E> | undefined;
  /** What it asks of somebody by name, besides what is agreed in it: recorded with it as an action of theirs. */
  readonly asks?: (
    answers: Answers<F> & Answers<E>,
  ) => readonly { readonly what: string; readonly owner: string; readonly byWhen: LocalDate }[];
  /** The field that says when it happened. */
  readonly happenedOn: (answers: Answers<F> & Answers<E>) => LocalDate;
  /** Within what time this step must be done, and from what. */
  readonly timescales: readonly Timescale[];
  readonly may: Permissions;
  /** One line for the chronology. */
  readonly summary: (answers: Answers<F> & Answers<E>) => string;
  /** Pure: what this child's history has against these answers; nothing: it may be recorded. No clock inside: `today` is given, and `by`, who records it, where known. */
  readonly decide: (history: History, answers: Answers<F> & Answers<E>, today: LocalDate, by?: string) => readonly Problem[];
  readonly outsideTheLine?: OutsideTheLine<Answers<F> & Answers<E>>;
  /** Statements of these steps between reading and writing would change the verdict. */
  readonly dependsOn: readonly string[];
  /** The group of the census, or the table of the children looked after return, that carries this step. */
  readonly carriedBy?: { readonly cin?: string; readonly ssda903?: string };
  /** What the form is prefilled with, each marked with the statement it comes from. Pure; given what the reader may read. */
  readonly offers?: (history: History, today: LocalDate) => Offers<F & E>;
  /** Which entries the form offers where it asks for one; absent: every one of the record. `own`: for which agencies the writer speaks in a body; absent: for all. Pure. */
  readonly among?: (history: History, own?: readonly string[]) => History;
  /** Whom the form ticks from the first: brothers and sisters in the same home. Absent: nobody. */
  readonly ticks?: 'household';
  /** The page of a record on which it is recorded, in place of a form of its own: the last part of its address. */
  readonly page?: string;
  /** Recorded from the form itself, which says what is missing; the page of answers is there for whoever wants it. */
  readonly recordsAtOnce?: true;
  readonly examples: Readonly<Record<string, Answers<F> & Answers<E>>>;
};

/** A statement of another record, made with this one: on its day, of its recorder. */
export type Elsewhere = { readonly person: string; readonly step: string; readonly answers: Readonly<Record<string, unknown>> };

export type AlsoAbout<E extends Fields = Fields> = { readonly person: string; readonly answers: Answers<E> };

/** A step whose own fields are not known to the reader: for lists of steps. */
export type AnyStep = Step<Fields, Fields>;

type Definition<F extends Fields, E extends Fields> = Omit<Step<F, E>, 'each' | 'timescales' | 'decide' | 'dependsOn'> &
  Partial<Pick<Step<F, E>, 'each' | 'timescales' | 'decide' | 'dependsOn'>>;

export function defineStep<const F extends Fields, const E extends Fields = Record<never, never>>(
  definition: Definition<F, E>,
): Step<F, E> {
  const nothing: Fields = {};
  return { timescales: [], decide: () => [], dependsOn: [], each: nothing as E, ...definition };
}

/** Steps of any fields in one list. */
export const erase = <F extends Fields, E extends Fields>(step: Step<F, E>): AnyStep => step as never;

/** Narrows a statement to a step's own answers. */
export function isOf<F extends Fields, E extends Fields>(
  step: Step<F, E>,
  statement: Statement,
): statement is Statement & { readonly answers: Answers<F> & Answers<E> } {
  return statement.step === step.name;
}

/** The statements of one step that stand, in the order in which they happened. */
export const allOf = <F extends Fields, E extends Fields>(step: Step<F, E>, history: History) =>
  history.filter((statement) => isOf(step, statement));
