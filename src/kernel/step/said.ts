import type { AnyField } from '../field/field.ts';
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
