import type { LocalDate } from '../kernel/calendar/dates.ts';
import type { Database } from '../platform/database.ts';
import type { Session } from './contract.ts';
import { logList } from './listing.ts';
import type { Carried } from './workforce.ts';

/** An induction that the session may open. `hours` a week, as the employment says; absent: it says none. */
export type Inducted = { readonly file: string; readonly member: string; readonly hours?: number };

/** A visit to which a colleague came too. `led`: it is the visit of the one who learns; else they went along. */
export type VisitTogether = { readonly member: string; readonly visitedOn: LocalDate; readonly led: boolean };

export type Inductions = {
  /** Of oneself, of those whom one mentors, supervises or oversees; logged as a list is. */
  readonly inductions: (session: Session) => Promise<readonly Inducted[]>;
  /** Whether somebody’s induction runs: to whoever allocates children, and nothing else of it. */
  readonly isInducted: (session: Session, member: string) => Promise<boolean>;
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
  isInducted: (session, member) =>
    database.transaction(session, async (sql) => {
      const { rows } = await sql.query<{ is: boolean }>('select record.is_inducted($1) as is', [member]);
      return rows[0]?.is === true;
    }),
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
