import type { LocalDate } from '../../kernel/calendar/dates.ts';

type Day = LocalDate | undefined;

/*
 * The words that rules are written in. A comparison with a date that is missing or unreadable is false: the rule that asks for the
 * date speaks of that, and no other.
 */
export const before = (one: Day, other: Day): boolean => one !== undefined && other !== undefined && one < other;
export const after = (one: Day, other: Day): boolean => one !== undefined && other !== undefined && one > other;
export const onOrBefore = (one: Day, other: Day): boolean => one !== undefined && other !== undefined && one <= other;
export const onOrAfter = (one: Day, other: Day): boolean => one !== undefined && other !== undefined && one >= other;
export const sameDay = (one: Day, other: Day): boolean => one !== undefined && one === other;

/** From the first day until and with the last. */
export const within = (day: Day, first: Day, last: Day): boolean => onOrAfter(day, first) && onOrBefore(day, last);

export const isMissing = (value: unknown): value is undefined => value === undefined;
export const isGiven = <V>(value: V | undefined): value is V => value !== undefined;
/** A few codes are a list; many are a set, in which one is found by itself. */
export const oneOf = (value: string | undefined, codes: readonly string[] | ReadonlySet<string>): boolean =>
  value !== undefined && ('has' in codes ? codes.has(value) : codes.includes(value));

type Unreadable = { readonly unread: Readonly<Record<string, string>> | undefined };
/** Something is written in this field, and it is no date (or no number). */
export const isUnreadable = <R extends Unreadable>(row: R, field: keyof R & string): boolean => row.unread?.[field] !== undefined;
/** Nothing is written in this field: what is written and cannot be read is something. */
export const isBlank = <R extends Unreadable>(row: R, field: keyof R & string): boolean =>
  row[field] === undefined && !isUnreadable(row, field);

/** Of these fields, those in which something is written. */
export const givenAmong = <R extends Unreadable, F extends keyof R & string>(row: R, fields: readonly F[]): readonly F[] =>
  fields.filter((field) => !isBlank(row, field));
export const isAnyGiven = <R extends Unreadable>(row: R, fields: readonly (keyof R & string)[]): boolean =>
  fields.some((field) => !isBlank(row, field));
export const isAnyBlank = <R extends Unreadable>(row: R, fields: readonly (keyof R & string)[]): boolean =>
  fields.some((field) => isBlank(row, field));

/**
 * Rows of two tables that carry the same identifier, such as the assessments of each episode. Rows of which neither carries one are not told
 * apart: both are of one child.
 */
export function linked<K extends string, A extends { readonly [key in K]: unknown }, B extends { readonly [key in K]: unknown }>(
  some: readonly A[],
  others: readonly B[],
  key: K,
): readonly (readonly [A, B])[] {
  const keyOf = (row: A | B): unknown => row[key];
  return everyPair(some, others).filter(([one, other]) => keyOf(one) === keyOf(other));
}

/** Every row with every row of another table: both are of one child. */
export function everyPair<A, B>(some: readonly A[], others: readonly B[]): readonly (readonly [A, B])[] {
  const pairs: (readonly [A, B])[] = [];
  for (const one of some) for (const other of others) pairs.push([one, other]);
  return pairs;
}

/** Each row with each other row of the same table, both ways round. */
export const eachWithOthers = <A>(rows: readonly A[]): readonly (readonly [A, A])[] =>
  rows.length < 2 ? [] : everyPair(rows, rows).filter(([one, other]) => one !== other);

/** In the order of a date; what has none comes last. */
export const inOrder = <F extends string, A extends { readonly [field in F]: Day }>(rows: readonly A[], field: F): readonly A[] =>
  rows.length < 2 ? rows : rows.toSorted((a, b) => ((a[field] ?? '9999') < (b[field] ?? '9999') ? -1 : a[field] === b[field] ? 0 : 1));

/** Each row with the one that follows it in the order of a date. */
export function consecutive<F extends string, A extends { readonly [field in F]: Day }>(
  rows: readonly A[],
  field: F,
): readonly (readonly [A, A])[] {
  const sorted = inOrder(rows, field);
  return sorted.flatMap((row, at) => {
    const next = sorted[at + 1];
    return next === undefined ? [] : [[row, next] as const];
  });
}

/** Rows by what they share; what lacks it is in no group. */
export function grouped<A>(rows: readonly A[], by: (row: A) => string | undefined): readonly (readonly A[])[] {
  const [first, second] = rows;
  if (first === undefined) return [];
  // Almost always there is one.
  if (second === undefined) return by(first) === undefined ? [] : [rows];
  return [...Map.groupBy(rows, by)].flatMap(([key, group]) => (key === undefined ? [] : [group]));
}
