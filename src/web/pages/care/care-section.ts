import type { LocalDate } from '../../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../../kernel/step/history.ts';
import type { AnyStep } from '../../../kernel/step/step.ts';

/** An entry that holds on the day: shown with its answers, and a link to it. */
export type Holding = { readonly statement: Statement; readonly step: AnyStep };

export type CareSection = {
  readonly id: string;
  readonly title: string;
  /** Derived, in sentences. */
  readonly facts: readonly (readonly [string, string])[];
  readonly holdings: readonly Holding[];
  /** What to record next, by step. */
  readonly records: readonly string[];
  /** Where nothing holds. */
  readonly nothing?: string;
};

/** What the sections are derived from. */
export type Given = { readonly history: History; readonly today: LocalDate; readonly steps: readonly AnyStep[] };

/** Those entries that there are, each with its step. */
export const holdingsIn = ({ steps }: Given, ...statements: readonly (Statement | undefined)[]): readonly Holding[] =>
  statements.flatMap((statement) => {
    const step = steps.find(({ name }) => name === statement?.step);
    return statement === undefined || step === undefined ? [] : [{ statement, step }];
  });
