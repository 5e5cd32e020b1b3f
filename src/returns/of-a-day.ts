import type { LocalDate } from '../kernel/calendar/dates.ts';

/** What is told of a day, in tables: by the name under which it is asked for. */
export const returnsOfADay = {
  'safeguarding-dataset': 'Standard Safeguarding Dataset',
  'cp-is': 'CP-IS: plans and care by NHS number',
  asglb: 'ASGLB: adoption and special guardianship',
} as const;
export type ReturnOfADay = keyof typeof returnsOfADay;

export const isReturnOfADay = (name: string): name is ReturnOfADay => Object.hasOwn(returnsOfADay, name);

/** A table as it is written: its name, its columns, its rows. */
export type DayTable = {
  readonly name: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly (string | number | undefined)[])[];
};

/** `since`: what is asked is what has changed from what was known then. */
export type AskedDay = { readonly on: LocalDate; readonly knownAt?: string | undefined; readonly since?: string | undefined };
