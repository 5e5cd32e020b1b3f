import type { LocalDate } from '../kernel/calendar/dates.ts';
import type { Clock } from '../kernel/step/clock.ts';
import type { Database } from '../platform/database.ts';
import type { Session, Standing } from './contract.ts';
import { logList } from './listing.ts';
import { asClock, clockColumns, type ClockRow } from './rows.ts';

/** One limit of a queue that is neither met nor ended. */
export type Waiting = { readonly person: string; readonly standing: Standing; readonly clock: Clock };

/** A queue of the whole service, as the database gives it to whom it is for. */
const queueOf =
  (queue: string, call: 'record.front_door($1)' | 'record.people_ask($1)' | 'record.before_court($1)') =>
  (database: Database, session: Session, today: LocalDate): Promise<readonly Waiting[]> =>
    database.transaction(session, async (sql) => {
      const { rows } = await sql.query<ClockRow & { readonly state: Standing }>(
        `select state, ${clockColumns} from (select f.state, (f.clock).* from ${call} f) c`,
        [today],
      );
      await logList(sql, { queue }, new Set(rows.map(({ person }) => person)).size);
      return rows.map((row) => ({ person: row.person, standing: row.state, clock: asClock(row) }));
    });

/** What waits at the front door on a day, the earliest due first; of every team. At most 2,000. */
export const frontDoor = queueOf('front door', 'record.front_door($1)');

/** What people ask of their own records and has not been answered on a day, the earliest due first: for team managers and heads of service. At most 2,000. */
export const peopleAsk = queueOf('people ask', 'record.people_ask($1)');

/** Limits that run for families on the way to a court on a day, the earliest due first: for team managers and heads of service. At most 2,000. */
export const beforeCourt = queueOf('before court', 'record.before_court($1)');
