import type { Database } from '../platform/database.ts';
import type { Session } from './contract.ts';

/** Not done, in words for the person who asked. */
export type Refused = { readonly kind: 'refused'; readonly message: string };

/** Calls a function of the record about the session’s own authority, which is its first parameter. */
export const call = async (database: Database, session: Session, statement: string, values: readonly unknown[]): Promise<void> => {
  await database.transaction(session, (sql) => sql.query(statement, [session.authority, ...values]));
};

/** What a function of the record refused (SQLSTATE SL001), in words for the person who asked; undefined: it is a fault. */
export const refusalIn = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && error.code === 'SL001' ? error.message : undefined;

/** @returns a value, or the refusal in words */
export async function orRefused<T>(work: Promise<T>, refusalOf = refusalIn): Promise<T | Refused> {
  try {
    return await work;
  } catch (error) {
    const message = refusalOf(error);
    if (message === undefined) throw error;
    return { kind: 'refused', message };
  }
}

/** Done; or refused, in words. */
export type Done = { readonly kind: 'done' } | Refused;

export const doneOrRefused = (work: Promise<unknown>): Promise<Done> => orRefused(work.then(() => ({ kind: 'done' }) as const));
