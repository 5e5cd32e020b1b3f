import type { Database } from '../platform/database.ts';
import { call } from './call.ts';
import type { Session } from './contract.ts';

/** Keeps what was simulated under the name of its question. Refused (SL001) to whoever may not ask; kept twice, it is kept once. */
export const keepSimulation = (database: Database, session: Session, name: string, outcome: object): Promise<void> =>
  call(database, session, 'select record.keep_simulation($1, $2, $3)', [name, JSON.stringify(outcome)]);

/** What was simulated under a name, as it was kept; undefined: nothing, or the session may not read it. */
export const keptSimulation = (database: Database, session: Session, name: string): Promise<unknown> =>
  database.transaction(session, async (sql) => {
    const { rows } = await sql.query<{ outcome: unknown }>('select record.kept_simulation($1) as outcome', [name]);
    return rows[0]?.outcome ?? undefined;
  });
