import type { Birth, Fields, SoFar } from '../../kernel/field/field.ts';
import type { Problem } from '../../kernel/step/outcome.ts';
import { under, understand } from '../../kernel/field/understand.ts';
import { attachedName, type Attachment } from '../../kernel/step/attached.ts';
import type { AnyStep } from '../../kernel/step/step.ts';
import type { GivenForm } from '../memory.ts';
import { optionsOf, type LinkOptions } from './asking.ts';

export type Subject = Birth & { readonly person: string; readonly name: string };
export type Understood = {
  readonly shared: Readonly<Record<string, unknown>>;
  readonly each: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
};

export const sharedPrefix = 'f';
/** The names of one child's own questions; the id of the first box of a question is its name. */
export const eachPrefix = (person: string): string => `e.${person}`;

/** Where the link of a problem leads: the first box of its question, or the cell of its line. */
export function firstBoxOf(step: AnyStep, id: string): string {
  const [kind = '', ...path] = id.split('.');
  const [name = '', ...cell] = kind === sharedPrefix ? path : path.slice(1);
  const control = (kind === sharedPrefix ? step.fields : step.each)[name]?.control;
  if (control?.kind === 'rows') return cell.length > 0 ? id : `${id}.0.${Object.keys(control.columns)[0] ?? ''}`;
  return control?.kind === 'date' ? `${id}-day` : id;
}

/** Typed answers, or every problem at once, each at the id of its question. */
export function understandForm(
  step: AnyStep,
  given: GivenForm,
  subjects: readonly Subject[],
  links?: LinkOptions,
): { readonly answers: Understood; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const part = (fields: Fields, prefix: string, whose: string, before?: SoFar): SoFar => {
    const outcome = understand(fields, under(given, prefix), before);
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
    subjects.map(({ person, name }) => [person, part(step.each, eachPrefix(person), subjects.length > 1 ? `${name}: ` : '', shared)]),
  );
  return { answers: { shared, each }, problems };
}

/** An id may be of somebody else's entry, or of another authority: only what the form offers can be chosen. */
const notOffered = (fields: Fields, answers: Readonly<Record<string, unknown>>, links: LinkOptions): readonly Problem[] =>
  Object.entries(fields).flatMap(([name, { control, label }]): readonly Problem[] => {
    const chosen = answers[name];
    if (control.kind === 'rows' && Array.isArray(chosen))
      return chosen.flatMap((row) => notOffered(control.columns, row, links).map(({ message }) => ({ field: name, message })));
    if (control.kind !== 'link' || chosen === undefined || optionsOf(links, control.to).some(({ value }) => value === chosen)) return [];
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
      // Of a line: `cases.0.child` is a column of the question `cases`.
      const [question = '', , column = ''] = name.split('.');
      const prefix = question in step.fields ? sharedPrefix : eachPrefix(person);
      const of = step.fields[question] ?? step.each[question];
      const field = name === question ? of : of?.control.kind === 'rows' ? of.control.columns[column] : undefined;
      return field === undefined || field.neverPrefilled === true ? [] : [[`${prefix}.${name}`, value] as const];
    }),
  );
}

/** The answers with the files of the entry: what the server knows of each, never what a form says of it. */
export const withFiles = (answers: Understood, files: readonly Attachment[] = []): Understood =>
  files.length === 0 ? answers : { ...answers, shared: { ...answers.shared, [attachedName]: files } };
