import type { LocalDate } from '../kernel/calendar/dates.ts';
import type { Database } from '../platform/database.ts';
import type { ListedChild, Session } from './contract.ts';
import { listed, logList, type ListedRow } from './listing.ts';
import { clockColumns, type ClockRow } from './rows.ts';

/** The young people whose personal adviser whoever asks is, whoever has the case, with what runs on a day. Logged as a list is. */
export const ownAdvised = (database: Database, session: Session, runningOn: LocalDate): Promise<readonly ListedChild[]> =>
  database.transaction(session, async (sql) => {
    const { rows } = await sql.query<ListedRow>('select person, state, "changedAt" from record.own_advised()');
    if (rows.length === 0) return [];
    const clocks = await sql.query<ClockRow>(
      `select ${clockColumns} from record.own_advised_clocks($1) order by due_on, rule, started_by`,
      [runningOn],
    );
    await logList(sql, { adviser: session.actor }, rows.length);
    return listed(rows, clocks.rows);
  });
