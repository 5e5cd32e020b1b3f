import type { AnyField, Fields } from '../field/field.ts';
import { linesIn } from '../field/rows.ts';
import type { AnyStep } from './step.ts';

type Stored = Readonly<Record<string, unknown>>;

/** One line of what a statement says; of answers that its step no longer understands, its title alone. */
export function summaryLine(step: AnyStep, answers: Stored): string {
  try {
    return step.summary(answers as never);
  } catch {
    return step.title;
  }
}

/** A stored answer as its field shows it; one that the field no longer understands, as it was stored. */
export function displayed(field: AnyField, value: unknown): string {
  try {
    return field.display(value as never);
  } catch {
    return String(value);
  }
}

/** Several lines as a table: the questions that any of them answers, each answer in words, and nothing where a line has none. */
export function tableOf(
  columns: Fields,
  value: unknown,
  words: (column: AnyField, answer: unknown) => string,
): { readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const lines = linesIn(value);
  const asked = Object.entries(columns).filter(([name]) => lines.some((line) => line[name] !== undefined));
  return {
    heads: asked.map(([, { label }]) => label),
    rows: lines.map((line) => asked.map(([name, column]) => (line[name] === undefined ? '' : words(column, line[name])))),
  };
}
