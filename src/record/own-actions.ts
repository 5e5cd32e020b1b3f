import type { LocalDate } from '../kernel/calendar/dates.ts';
import type { Database } from '../platform/database.ts';
import type { Session } from './contract.ts';

/** An action that is somebody's to do, and has not been done or withdrawn. Of a record restricted to others: its day alone. */
export type OwnAction = {
  readonly person: string;
  readonly entry: string;
  readonly what: string | null;
  readonly measure: string | null;
  readonly dueOn: LocalDate;
  /** What the file is called that it was agreed in; null: it is of a child. */
  readonly file: string | null;
};

/** The actions of whoever asks, of any child, that are neither done nor ended: the earliest due first. */
export const ownActions = (database: Database, session: Session): Promise<readonly OwnAction[]> =>
  database.transaction(session, async (sql) => {
    const { rows } = await sql.query<OwnAction>('select person, entry, what, measure, due_on as "dueOn", file from record.own_actions()');
    return rows;
  });
