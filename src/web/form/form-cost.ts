import type { LocalDate } from '../../kernel/calendar/dates.ts';
import type { AnyField, Fields, SoFar } from '../../kernel/field/field.ts';
import { linesIn } from '../../kernel/field/rows.ts';
import type { History } from '../../kernel/step/history.ts';
import type { AnyStep } from '../../kernel/step/step.ts';
import type { GivenForm } from '../memory.ts';
import { isOffered, prefilledIn } from './offers.ts';
import { questionsAsked } from './questions.tsx';
import { sharedPrefix, type Subject, type Understood } from './understand.ts';

/** What one form asked of whoever recorded it: questions, a table by its columns, each child’s own line counted. */
export type FormCost = {
  readonly shown: number;
  readonly answered: number;
  readonly mandatory: number;
  readonly prefilled: number;
  /** Of those prefilled, how many were answered otherwise. */
  readonly corrected: number;
};

const columnsOf = (field: AnyField): readonly AnyField[] =>
  field.control.kind === 'rows' ? Object.values(field.control.columns) : [field];

/** The columns of a table that any line answers; of another question itself. */
function answeredOf({ control }: AnyField, value: unknown): number {
  if (control.kind === 'rows') return new Set(linesIn(value).flatMap(Object.keys)).size;
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0) ? 0 : 1;
}

/** What the form shows with these answers given: of what is folded one line alone, until it is answered. */
function costOfPart(fields: Fields, answers: SoFar, of: Subject | undefined, today: LocalDate, before: SoFar = {}) {
  const isAnswered = (name: string): boolean => answers[name] !== undefined;
  const asked = questionsAsked(fields, isAnswered, today, of).filter(
    ([name, { folded, askedWhen }]) => (folded !== true || isAnswered(name)) && askedWhen?.({ ...before, ...answers }) !== false,
  );
  const columns = asked.flatMap(([, field]) => columnsOf(field));
  return {
    shown: columns.length,
    mandatory: columns.filter(({ required }) => required !== undefined).length,
    answered: asked.reduce((sum, [name, field]) => sum + answeredOf(field, answers[name]), 0),
  };
}

/** Counted from the form as it was sent and as it was understood. */
export function costOfForm(step: AnyStep, given: GivenForm, answers: Understood, chosen: readonly Subject[], today: LocalDate): FormCost {
  const parts = [
    costOfPart(step.fields, answers.shared, undefined, today),
    ...chosen.map((subject) => costOfPart(step.each, answers.each.get(subject.person) ?? {}, subject, today, answers.shared)),
  ];
  const sum = (of: 'shown' | 'answered' | 'mandatory'): number => parts.reduce((all, part) => all + part[of], 0);
  return { shown: sum('shown'), answered: sum('answered'), mandatory: sum('mandatory'), ...prefilledIn(given, answers) };
}

type Told = Readonly<Record<string, unknown>>;

/** A name, a number, an address: what is typed in one line, or chosen from what is on record. Not a day or a code, which may be the same twice. */
const isFact = ({ control }: AnyField): boolean => (control.kind === 'text' && control.lines === 1) || control.kind === 'link';

/** The facts that answers give, each with the name of its question; of a table line by line. */
const factsIn = (fields: Fields, answers: Told): readonly string[] =>
  Object.entries(fields).flatMap(([name, field]) => {
    const { control } = field;
    if (control.kind === 'rows') return linesIn(answers[name]).flatMap((line) => factsIn(control.columns, line));
    return isFact(field) && answers[name] !== undefined ? [`${name} ${String(answers[name])}`] : [];
  });

/** Any answer of a history, as a fact of the same question would be. */
const knownIn = (answers: Told): readonly string[] =>
  Object.entries(answers).flatMap(([name, value]) =>
    Array.isArray(value) ? linesIn(value).flatMap(knownIn) : typeof value === 'string' ? [`${name} ${value}`] : [],
  );

/** How many facts were typed that the child’s record held already under the same question, and that the form did not offer. */
export function rekeyedIn({ fields }: AnyStep, given: GivenForm, { shared }: Understood, history: History): number {
  const typed = Object.fromEntries(Object.entries(fields).filter(([name]) => !isOffered(given, `${sharedPrefix}.${name}`)));
  const facts = factsIn(typed, shared);
  if (facts.length === 0) return 0;
  const known = new Set(history.flatMap(({ answers }) => knownIn(answers)));
  return facts.filter((fact) => known.has(fact)).length;
}
