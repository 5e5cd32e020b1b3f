import type { LocalDate } from '../kernel/calendar/dates.ts';
import type { Database } from '../platform/database.ts';
import type { Session } from './contract.ts';

/** An assessment that the manager returned, and that has not been written again. Of a record restricted to others: its days alone. */
export type OwnReturned = {
  readonly person: string;
  readonly entry: string;
  readonly reasons: string | null;
  readonly returnedOn: LocalDate;
  readonly dueOn: LocalDate;
};

/** Those that whoever asks wrote, of any child, and those of their own children: the earliest due first. */
export const ownReturned = (database: Database, session: Session): Promise<readonly OwnReturned[]> =>
  database.transaction(session, async (sql) => {
    const { rows } = await sql.query<OwnReturned>(
      'select person, entry, reasons, returned_on as "returnedOn", due_on as "dueOn" from record.own_returned()',
    );
    return rows;
  });
