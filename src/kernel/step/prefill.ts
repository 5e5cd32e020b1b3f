import type { LocalDate } from '../calendar/dates.ts';
import type { Answers, Fields } from '../field/field.ts';
import type { History } from './history.ts';
import type { Offer } from './offers.ts';
import { isOf, type AnyStep, type Step } from './step.ts';

/** What the form of a step offers on a day to whoever may read this history. */
export function offersOf(step: AnyStep, history: History, today: LocalDate): ReadonlyMap<string, Offer<unknown>> {
  const fields: Fields = { ...step.fields, ...step.each };
  const given = Object.entries(step.offers?.(history, today) ?? {});
  return new Map(
    given.flatMap(([name, offer]) => {
      const field = fields[name];
      return offer === undefined || field === undefined || field.neverPrefilled === true ? [] : [[name, offer] as const];
    }),
  );
}

/** The answer that the latest statement of a step gave to one of its questions, if any did. */
export function lastGiven<F extends Fields, E extends Fields, K extends keyof (Answers<F> & Answers<E>)>(
  step: Step<F, E>,
  name: K,
  history: History,
): Offer<NonNullable<(Answers<F> & Answers<E>)[K]>> | undefined {
  const told = history.filter((statement) => isOf(step, statement));
  const latest = told.findLast(({ answers }) => answers[name] !== undefined && answers[name] !== null);
  const value = latest?.answers[name];
  return latest === undefined || value === undefined || value === null ? undefined : { value, from: latest };
}
