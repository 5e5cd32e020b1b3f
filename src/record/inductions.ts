import type { LocalDate } from '../kernel/calendar/dates.ts';
import type { Database } from '../platform/database.ts';
import type { Session } from './contract.ts';
import { logList } from './listing.ts';
import { whatStands } from '../kernel/step/history.ts';
import { settledBy } from './reading.ts';
import { asLines, type LineRow } from './rows.ts';
import type { Carried, ToldStaff } from './workforce.ts';

/** An induction that the session may open. `hours` a week, as the employment says; absent: it says none. */
export type Inducted = { readonly file: string; readonly member: string; readonly hours?: number };

/** A visit to which a colleague came too. `led`: it is the visit of the one who learns; else they went along. */
export type VisitTogether = { readonly member: string; readonly visitedOn: LocalDate; readonly led: boolean };

export type Inductions = {
  /** Of oneself, of those whom one mentors, supervises or oversees; logged as a list is. */
  readonly inductions: (session: Session) => Promise<readonly Inducted[]>;
  /** Of those that the session may open: when they run and how much is protected, as known at an instant (absent: now), without opening any; logged as a list is. */
  readonly inductionsTold: (session: Session, knownAt?: string) => Promise<readonly ToldStaff[]>;
  /** What those carry, by codes and days, and nobody’s name. */
  readonly inductionCarried: (session: Session) => Promise<readonly Carried[]>;
  /** Whom those visited with: days alone, the first first. */
  readonly visitedTogether: (session: Session) => Promise<readonly VisitTogether[]>;
};

export const inInductions = (database: Database): Inductions => ({
  inductions: (session) =>
    database.transaction(session, async (sql) => {
      const { rows } = await sql.query<Pick<Inducted, 'file' | 'member'> & { readonly hours: string | null }>(
        'select file, member, hours from record.inductions()',
      );
      await logList(sql, { inductions: 'that may be opened' }, rows.length);
      return rows.map(({ hours, ...row }) => ({ ...row, ...(hours === null ? {} : { hours: Number(hours) }) }));
    }),
  inductionsTold: (session, knownAt) => inductionsTold(database, session, knownAt),
  inductionCarried: (session) =>
    database.transaction(session, async (sql) => {
      const { rows } = await sql.query<{ state: Carried }>('select state from record.induction_carried()');
      await logList(sql, { inductions: 'what they carry' }, rows.length);
      return rows.map(({ state }) => state);
    }),
  visitedTogether: (session) =>
    database.transaction(session, async (sql) => {
      const { rows } = await sql.query<VisitTogether>('select member, visited_on as "visitedOn", led from record.visited_together()');
      await logList(sql, { inductions: 'visits with a colleague' }, rows.length);
      return rows;
    }),
});

async function inductionsTold(database: Database, session: Session, knownAt: string | undefined): Promise<readonly ToldStaff[]> {
  const at = knownAt === undefined ? null : await settledBy(database, knownAt);
  return database.transaction(session, async (sql) => {
    const { rows } = await sql.query<LineRow & { readonly member: string }>('select * from record.inductions_told($1)', [at]);
    const told = [...Map.groupBy(rows, ({ member }) => member)];
    await logList(sql, { inductions: 'how much is protected' }, told.length);
    return told.map(([member, some]) => ({ member, history: whatStands(asLines(some)) }));
  });
}
