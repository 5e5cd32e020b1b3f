import type { LocalDate } from '../kernel/calendar/dates.ts';
import type { Client, Database } from '../platform/database.ts';
import type { Session } from './contract.ts';
import { logList } from './listing.ts';
import { whatStands, type History } from '../kernel/step/history.ts';
import { settledBy } from './reading.ts';
import { asLines, type LineRow } from './rows.ts';
import type { Carried, ToldStaff } from './workforce.ts';

/** An induction that the session may open. `hours` a week, as the employment says; absent: it says none. */
export type Inducted = { readonly file: string; readonly member: string; readonly hours?: number };

/** A visit to which a colleague came too. `led`: it is the visit of the one who learns; else they went along. */
export type VisitTogether = { readonly member: string; readonly visitedOn: LocalDate; readonly led: boolean };

export type InductionsProtected = {
  readonly inductions: readonly (Inducted & { readonly history: History })[];
  readonly carried: readonly Carried[];
};

export type Inductions = {
  /** Of oneself, of those whom one mentors, supervises or oversees; logged as a list is. */
  readonly inductions: (session: Session) => Promise<readonly Inducted[]>;
  /** Of those that the session may open: when they run and how much is protected, as known at an instant (absent: now), without opening any; logged as a list is. */
  readonly inductionsTold: (session: Session, knownAt?: string) => Promise<readonly ToldStaff[]>;
  /** Of those that the session may open: what was promised and decided, and what they carry, told at once and without opening any; logged as one list. */
  readonly inductionsProtected: (session: Session) => Promise<InductionsProtected>;
  /** What those carry, by codes and days, and nobody’s name. */
  readonly inductionCarried: (session: Session) => Promise<readonly Carried[]>;
  /** Whom those visited with: days alone, the first first. */
  readonly visitedTogether: (session: Session) => Promise<readonly VisitTogether[]>;
};

export const inInductions = (database: Database): Inductions => ({
  inductions: (session) =>
    database.transaction(session, async (sql) => {
      const inductions = await inductionsIn(sql);
      await logList(sql, { inductions: 'that may be opened' }, inductions.length);
      return inductions;
    }),
  inductionsTold: (session, knownAt) => inductionsTold(database, session, knownAt),
  inductionsProtected: (session) => inductionsProtected(database, session),
  inductionCarried: (session) =>
    database.transaction(session, async (sql) => {
      const carried = await carriedIn(sql);
      await logList(sql, { inductions: 'what they carry' }, carried.length);
      return carried;
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

async function inductionsIn(sql: Client): Promise<readonly Inducted[]> {
  const { rows } = await sql.query<Pick<Inducted, 'file' | 'member'> & { readonly hours: string | null }>(
    'select file, member, hours from record.inductions()',
  );
  return rows.map(({ hours, ...row }) => ({ ...row, ...(hours === null ? {} : { hours: Number(hours) }) }));
}

async function carriedIn(sql: Client): Promise<readonly Carried[]> {
  const { rows } = await sql.query<{ state: Carried }>('select state from record.induction_carried()');
  return rows.map(({ state }) => state);
}

const inductionsProtected = (database: Database, session: Session): Promise<InductionsProtected> =>
  database.transaction(session, async (sql) => {
    const inductions = await inductionsIn(sql);
    if (inductions.length === 0) return { inductions: [], carried: [] };
    const { rows } = await sql.query<LineRow & { readonly person: string }>('select * from record.inductions_told(null)');
    const told = Map.groupBy(rows, ({ person }) => person);
    await logList(sql, { inductions: 'what is protected, and carried' }, inductions.length);
    return {
      inductions: inductions.map((one) => ({ ...one, history: whatStands(asLines(told.get(one.file) ?? [])) })),
      carried: await carriedIn(sql),
    };
  });
