import type { Fields, ValueOf } from '../field/field.ts';
import type { Statement } from './history.ts';

/** What a question is prefilled with, and the statement it is known from; without one it is what is usual: today, the child's home. */
export type Offer<T> = { readonly value: T; readonly from?: Statement };

/** Offers by field. What must be seen, heard or judged afresh can have none: the type refuses it, and `prefill.ts` leaves it out. */
export type Offers<F extends Fields> = {
  readonly [K in keyof F]?: (F[K] extends { readonly neverPrefilled: true } ? never : Offer<ValueOf<F[K]>>) | undefined;
};

/** A link to what is on record. */
export const offerLink = (from: Statement | undefined): Offer<string> | undefined => from && { value: from.entry, from };
