import type { Client, Database, Session } from '../src/platform/database.ts';

type Statement = { readonly text: string; readonly values: readonly unknown[] };
/** One transaction that was made: as whom, and what was asked in it. */
export type Transaction = { readonly session: Session | null; readonly statements: readonly Statement[] };

export type Recording = { readonly database: Database; readonly made: Transaction[] };

/** A database that writes down what is asked of it, so that exactly the same can be asked again without anything around it. */
export function recording(database: Database): Recording {
  const made: Transaction[] = [];
  return {
    made,
    database: {
      pool: database.pool,
      end: () => database.end(),
      beside: (work) => database.beside(work),
      transaction(session, work) {
        const statements: Statement[] = [];
        made.push({ session, statements });
        return database.transaction(session, (sql) => work(heard(sql, statements)));
      },
    },
  };
}

const heard = (sql: Client, statements: Statement[]): Client =>
  new Proxy(sql, {
    get(target, name) {
      if (name !== 'query') return Reflect.get(target, name);
      return (text: string, values: unknown[] = []) => {
        statements.push({ text, values });
        return target.query(text, values.length === 0 ? undefined : values);
      };
    },
  });

/** The bare SQL: the same transactions again, one after the other. */
export async function again(database: Database, made: readonly Transaction[]): Promise<void> {
  for (const { session, statements } of made)
    await database.transaction(session, async (sql) => {
      for (const { text, values } of statements) await sql.query(text, values.length === 0 ? undefined : [...values]);
    });
}
