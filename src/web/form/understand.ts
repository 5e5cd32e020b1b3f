import type { AnyField, Birth, Fields } from '../../kernel/field/field.ts';
import type { Problem } from '../../kernel/step/outcome.ts';
import { understand, type AnyStep } from '../../kernel/step/step.ts';
import type { GivenForm } from '../memory.ts';
import type { LinkOptions } from './questions.tsx';

export type Subject = Birth & { readonly person: string; readonly name: string };
export type Understood = {
  readonly shared: Readonly<Record<string, unknown>>;
  readonly each: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
};

export const sharedPrefix = 'f';
/** The names of one child's own questions; the id of the first box of a question is its name. */
export const eachPrefix = (person: string): string => `e.${person}`;

/** The field that a question of this id asks. */
export const fieldAt = (step: AnyStep, id: string): AnyField | undefined => {
  const name = id.slice(id.lastIndexOf('.') + 1);
  return step.fields[name] ?? step.each[name];
};

/** The part of a form under a prefix, by field. */
export function under(given: GivenForm, prefix: string): GivenForm {
  const start = `${prefix}.`;
  return Object.fromEntries(
    Object.entries(given)
      .filter(([name]) => name.startsWith(start))
      .map(([name, value]) => [name.slice(start.length), value]),
  );
}

/** Typed answers, or every problem at once, each at the id of its question. */
export function understandForm(
  step: AnyStep,
  given: GivenForm,
  subjects: readonly Subject[],
  links?: LinkOptions,
): { readonly answers: Understood; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const part = (fields: Fields, prefix: string, whose: string): Readonly<Record<string, unknown>> => {
    const outcome = understand(fields, under(given, prefix));
    const raised = outcome.kind === 'refused' ? outcome.problems : links === undefined ? [] : notOffered(fields, outcome.value, links);
    if (outcome.kind === 'accepted' && raised.length === 0) return outcome.value;
    problems.push(
      ...raised.map(({ field, message }) => ({
        message: `${whose}${message}`,
        ...(field === undefined ? {} : { field: `${prefix}.${field}` }),
      })),
    );
    return {};
  };
  const shared = part(step.fields, sharedPrefix, '');
  const each = new Map(
    subjects.map(({ person, name }) => [person, part(step.each, eachPrefix(person), subjects.length > 1 ? `${name}: ` : '')]),
  );
  return { answers: { shared, each }, problems };
}

/** An id may be of somebody else's entry, or of another authority: only what the form offers can be chosen. */
const notOffered = (fields: Fields, answers: Readonly<Record<string, unknown>>, links: LinkOptions): readonly Problem[] =>
  Object.entries(fields).flatMap(([name, { control, label }]) => {
    const chosen = answers[name];
    if (control.kind !== 'link' || chosen === undefined || links[control.to].some(({ value }) => value === chosen)) return [];
    return [{ field: name, message: `${label} must be chosen from the list` }];
  });

/** A problem that `decide` found, at the question that it names. */
export function placed(step: AnyStep, subject: Subject, several: boolean, problem: Problem): Problem {
  const message = several ? `${subject.name}: ${problem.message}` : problem.message;
  if (problem.field === undefined) return { message };
  return { message, field: `${problem.field in step.each ? eachPrefix(subject.person) : sharedPrefix}.${problem.field}` };
}

/** The first answers of a form: from the link that led here, never what must be seen or judged afresh. `person`: whose own line it may fill. */
export function offered(step: AnyStep, query: GivenForm, person = ''): GivenForm {
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => {
      const prefix = name in step.fields ? sharedPrefix : eachPrefix(person);
      const field = step.fields[name] ?? step.each[name];
      return field === undefined || field.neverPrefilled === true ? [] : [[`${prefix}.${name}`, value] as const];
    }),
  );
}
