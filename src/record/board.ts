import type { Client, Database } from '../platform/database.ts';
import type { Session } from './contract.ts';
import { admitOwnRestricted, logList } from './listing.ts';

/** How many children have each mark (see `BoardLine`), of those whom lists of the whole service may show. */
export type BoardCounts = {
  readonly marks: readonly { readonly mark: number; readonly children: number }[];
  /** When something of one of these children was last recorded: PostgreSQL's own text of the instant. */
  readonly changedAt: string | undefined;
  /** When passing time alone next changes what is counted. */
  readonly changesAt: string | undefined;
};

/** Which children of a board, in which order. */
export type BoardOrder =
  | { readonly by: 'name' | 'worker' | 'since' }
  /** By the most pressing date of these columns, counted from 1 in the order of `BoardLine.dues`. */
  | { readonly by: 'due'; readonly columns: readonly number[] };

export type BoardPart = {
  /** Only those who have all of these bits. */
  readonly marks: number;
  readonly order: BoardOrder;
  readonly teams?: readonly string[] | undefined;
  readonly offset: number;
  readonly limit: number;
  /** Why the list leaves the page: logged with how many they were. */
  readonly purpose?: string;
};

type Line = { readonly mark: number; readonly children: number; readonly lines: number };
type Times = { readonly changed_at: string | null; readonly changes_at: string | null };

/** From so many on they are summed up: a day's worth of a large service takes some milliseconds to add. */
const many = 1500;

/** How many children have each mark at an instant that has not passed: of the whole service, or of some teams. Logged as a list is. */
export async function boardCounts(database: Database, session: Session, at: Date, teams?: readonly string[]): Promise<BoardCounts> {
  const found = await database.transaction(session, async (sql) => {
    await admitOwnRestricted(sql, session);
    const given = [at.toISOString(), teams ?? null];
    const { rows } = await sql.query<Line>('select mark, children, lines from record.board_marks($1, $2)', given);
    const times = await sql.query<Times>('select changed_at, changes_at from record.board_times($1, $2)', given);
    const marks = rows.filter(({ children }) => children > 0);
    await logList(
      sql,
      { board: true, ...(teams === undefined ? {} : { teams }) },
      marks.reduce((sum, { children }) => sum + children, 0),
    );
    const [time] = times.rows;
    const lines = rows.reduce((sum, one) => sum + one.lines, 0);
    return { marks, lines, changedAt: time?.changed_at ?? undefined, changesAt: time?.changes_at ?? undefined };
  });
  if (found.lines > many) await lookAgain(database, session);
  return found;
}

/** Changes no answer: how soon it comes. */
const lookAgain = (database: Database, session: Session): Promise<unknown> =>
  database.transaction(session, (sql) => sql.query('select record.look_again()'));

/** The ids of a part of a board, in its order. */
export function boardPart(database: Database, session: Session, at: Date, part: BoardPart): Promise<readonly string[]> {
  return database.transaction(session, async (sql) => {
    await admitOwnRestricted(sql, session);
    const people = await peopleOf(sql, at, part);
    const { purpose, marks, teams } = part;
    if (purpose !== undefined)
      await logList(sql, { board: true, marks, ...(teams === undefined ? {} : { teams }), purpose }, people.length);
    return people;
  });
}

async function peopleOf(sql: Client, at: Date, { marks, order, teams, offset, limit }: BoardPart): Promise<readonly string[]> {
  const columns = order.by === 'due' ? order.columns : null;
  const { rows } = await sql.query<{ person: string }>('select person from record.board_page($1, $2, $3, $4, $5, $6, $7)', [
    at.toISOString(),
    teams ?? null,
    marks,
    order.by,
    columns,
    offset,
    limit,
  ]);
  return rows.map(({ person }) => person);
}
