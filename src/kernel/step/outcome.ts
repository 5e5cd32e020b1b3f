/** Something the person who answered must put right: the field it stands at (absent: the whole entry) and a sentence in plain English. */
export type Problem = { readonly field?: string; readonly message: string };

/** An expected result: accepted with its value, or refused with every problem found. Only bugs throw. */
export type Outcome<T> =
  { readonly kind: 'accepted'; readonly value: T } | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

export const accepted = <T>(value: T): Outcome<T> => ({ kind: 'accepted', value });

export const refused = (...problems: readonly Problem[]): Outcome<never> => ({ kind: 'refused', problems });
