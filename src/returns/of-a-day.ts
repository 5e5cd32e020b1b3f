import type { LocalDate } from '../kernel/calendar/dates.ts';

/** What is told of a day, in tables: by the name under which it is asked for. */
export const tablesOfChildren = {
  'safeguarding-dataset': 'Standard Safeguarding Dataset',
  'cp-is': 'CP-IS: plans and care by NHS number',
  asglb: 'ASGLB: adoption and special guardianship',
} as const;
export type TablesOfChildren = keyof typeof tablesOfChildren;

/** Also of those who work with children, of the last 30 September. */
export const returnsOfADay = { ...tablesOfChildren, 'workforce-census': 'Workforce census: social workers on 30 September' } as const;
export type ReturnOfADay = keyof typeof returnsOfADay;

export const isOfChildren = (name: string): name is TablesOfChildren => Object.hasOwn(tablesOfChildren, name);
export const isReturnOfADay = (name: string): name is ReturnOfADay => Object.hasOwn(returnsOfADay, name);

/** A table as it is written: its name, its columns, its rows. */
export type DayTable = {
  readonly name: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly (string | number | undefined)[])[];
  /** With the first table of a return that the Department takes as a message: all of it as XML. */
  readonly message?: string;
};

/** `since`: what is asked is what has changed from what was known then. */
export type AskedDay = { readonly on: LocalDate; readonly knownAt?: string | undefined; readonly since?: string | undefined };
