import type { Outcome } from './replications.ts';

/** Written by another version, whose summaries were of another form, it is simulated again. */
const version = 1;

/** As an outcome is kept. */
export const keptAs = (outcome: Outcome): object => ({ version, outcome });

const isOutcome = (value: unknown): value is Outcome =>
  typeof value === 'object' &&
  value !== null &&
  'summaries' in value &&
  Array.isArray(value.summaries) &&
  'forecasts' in value &&
  Array.isArray(value.forecasts);

/** An outcome that was kept; undefined: nothing, or not as this version writes it. */
export function outcomeIn(kept: unknown): Outcome | undefined {
  if (typeof kept !== 'object' || kept === null || !('version' in kept) || kept.version !== version || !('outcome' in kept))
    return undefined;
  return isOutcome(kept.outcome) ? kept.outcome : undefined;
}
