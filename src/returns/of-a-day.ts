/** What is told of a day, in tables: by the name under which it is asked for. */
export const returnsOfADay = {
  'safeguarding-dataset': 'Standard Safeguarding Dataset',
} as const;
export type ReturnOfADay = keyof typeof returnsOfADay;

export const isReturnOfADay = (name: string): name is ReturnOfADay => Object.hasOwn(returnsOfADay, name);

/** A table as it is written: its name, its columns, its rows. */
export type DayTable = {
  readonly name: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly (string | number | undefined)[])[];
};
