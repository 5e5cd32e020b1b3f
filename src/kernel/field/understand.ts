import { accepted, refused, type Outcome, type Problem } from '../step/outcome.ts';
import type { AnyField, Answers, Control, Fields, Given, SoFar } from './field.ts';
import { inSentence } from './in-sentence.ts';

/** What arrives, by the name of its question; the cells of a question of several lines by `NAME.0.COLUMN`. */
export type GivenAnswers = Readonly<Record<string, Given>>;
type Said = NonNullable<Given>;
type RowsControl = Extract<Control, { readonly kind: 'rows' }>;
type Understood = { readonly value: unknown } | { readonly problems: readonly Problem[] };

/** Understands what was given for a set of fields: typed answers, or every problem at once, each naming its field. `before`: what was answered once for all. */
export function understand<F extends Fields>(fields: F, given: GivenAnswers, before: SoFar = {}): Outcome<Answers<F>> {
  const answers: Record<string, unknown> = {};
  const problems: Problem[] = [];
  for (const [name, field] of Object.entries(fields)) {
    if (field.until !== undefined || field.askedWhen?.({ ...before, ...answers }) === false) continue;
    const parsed = understandField(name, field, given);
    if ('problems' in parsed) problems.push(...parsed.problems);
    else if (parsed.value !== undefined) answers[name] = parsed.value;
    else if (field.required !== undefined) problems.push({ field: name, message: missing(field.label, field.control.kind) });
  }
  return problems.length > 0 ? refused(...problems) : accepted(answers as Answers<F>);
}

function understandField(name: string, field: AnyField, given: GivenAnswers): Understood {
  const lines = field.control.kind === 'rows' ? lineNumbers(given, name) : [];
  if (field.control.kind === 'rows' && lines.length > 0) return understandLines(name, field.control, given, lines);
  const parsed = field.parse(given[name]);
  return 'problem' in parsed ? { problems: [{ field: name, message: `${field.label} ${parsed.problem}` }] } : parsed;
}

/** Each line that is not empty; a problem stands at its cell, and says which line it is of those shown. */
function understandLines(name: string, { columns, line }: RowsControl, given: GivenAnswers, numbers: readonly number[]): Understood {
  const outcomes = numbers.flatMap((number, n) => {
    const cells = under(given, `${name}.${number}`);
    return isEmpty(cells) ? [] : [{ number, words: `${line} ${n + 1}`, outcome: understand(columns, cells) }];
  });
  const problems = outcomes.flatMap(({ number, words, outcome }) =>
    outcome.kind === 'accepted'
      ? []
      : outcome.problems.map(({ field, message }) => ({ field: `${name}.${number}.${field ?? ''}`, message: `${words}: ${message}` })),
  );
  const value = outcomes.flatMap(({ outcome }) => (outcome.kind === 'accepted' ? [outcome.value] : []));
  return problems.length > 0 ? { problems } : { value: value.length === 0 ? undefined : value };
}

const isEmpty = (cells: GivenAnswers): boolean =>
  Object.values(cells).every((cell) => [cell ?? []].flat().every((text) => text.trim() === ''));

/** The numbers of the lines given for a question, in order; further ones than 200 are nobody's. */
export function lineNumbers(given: GivenAnswers, name: string): readonly number[] {
  const numbers = Object.keys(under(given, name)).flatMap((key) => (/^\d{1,3}\./.test(key) ? [Number.parseInt(key, 10)] : []));
  return [...new Set(numbers)].filter((number) => number < 200).sort((a, b) => a - b);
}

export function under(given: GivenAnswers, prefix: string): GivenAnswers {
  const start = `${prefix}.`;
  return Object.fromEntries(
    Object.entries(given)
      .filter(([name]) => name.startsWith(start))
      .map(([name, value]) => [name.slice(start.length), value]),
  );
}

/** Stored answers as a form would give them: what `understand` makes these answers of. */
export function givenOf(fields: Fields, answers: Readonly<Record<string, unknown>>, prefix = ''): Readonly<Record<string, Said>> {
  const start = prefix === '' ? '' : `${prefix}.`;
  const parts = Object.entries(fields).flatMap(([name, { control }]): readonly (readonly [string, Said])[] => {
    const value = answers[name];
    if (value === undefined || value === null) return [];
    if (control.kind === 'rows' && Array.isArray(value))
      return value.flatMap((row, n) => Object.entries(givenOf(control.columns, row, `${start}${name}.${n}`)));
    return [[`${start}${name}`, givenAs(value)]];
  });
  return Object.fromEntries(parts);
}

const said = (value: unknown): string => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value));
const givenAs = (value: unknown): Said => (Array.isArray(value) ? value.map(String) : said(value));

const missing = (label: string, kind: string): string =>
  label.endsWith('?')
    ? `Answer the question “${label}”`
    : `${kind === 'choice' || kind === 'link' ? 'Select' : 'Enter'} ${inSentence(label).replace(/^(?=(?:date|time|day)\b)/, 'the ')}`;
