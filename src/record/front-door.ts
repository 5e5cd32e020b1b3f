import type { LocalDate } from '../kernel/calendar/dates.ts';
import type { Clock } from '../kernel/step/clock.ts';
import type { Database } from '../platform/database.ts';
import type { Session, Standing } from './contract.ts';
import { logList } from './listing.ts';
import { asClock, clockColumns, type ClockRow } from './rows.ts';

/** One limit of the front door that is neither met nor ended. */
export type Waiting = { readonly person: string; readonly standing: Standing; readonly clock: Clock };

/** What waits at the front door on a day, the earliest due first; of every team. At most 2,000. */
export async function frontDoor(database: Database, session: Session, today: LocalDate): Promise<readonly Waiting[]> {
  return database.transaction(session, async (sql) => {
    const { rows } = await sql.query<ClockRow & { readonly state: Standing }>(
      `select state, ${clockColumns} from (select f.state, (f.clock).* from record.front_door($1) f) c`,
      [today],
    );
    await logList(sql, { queue: 'front door' }, new Set(rows.map(({ person }) => person)).size);
    return rows.map((row) => ({ person: row.person, standing: row.state, clock: asClock(row) }));
  });
}
