import type { Database } from '../platform/database.ts';
import type { AccessLogLine, ForImport, Opened, Opening, Restriction, Session } from './contract.ts';
import { askOpen } from './reading.ts';

// The brand exists in types alone: only what this file has had logged carries it.
export const admitted = (person: string, session: Session, run?: string): Opened =>
  // oxlint-disable-next-line typescript/consistent-type-assertions
  ({ person, session, ...(run === undefined ? {} : { run }) }) as Opened;

type OpeningRow = { readonly person: string; readonly kind: Opening['kind']; readonly ring: string | null };

export async function open(
  database: Database,
  session: Session,
  people: readonly string[],
  why: string | ForImport,
): Promise<ReadonlyMap<string, Opening>> {
  const [door, reason, run] = typeof why === 'string' ? ['open', why] : ['open_for_import', why.run, why.run];
  const { rows } = await database.transaction(session, (sql) =>
    sql.query<OpeningRow>(`select person, kind, ring from record.${door}($1, $2, $3)`, [session.authority, people, reason]),
  );
  return new Map(rows.map((row) => [row.person, asOpening(row, session, run)]));
}

/** Opens a file, which is nobody's child record; logged. Unknown: there is none, or the session may not open it. */
export async function openFile(database: Database, session: Session, file: string): Promise<Opening> {
  const { rows } = await database.transaction(session, (sql) =>
    sql.query<OpeningRow>('select person, kind, ring from record.open_file($1, $2)', [session.authority, file]),
  );
  const [row] = rows;
  return row === undefined ? { kind: 'unknown' } : asOpening(row, session, undefined);
}

function asOpening({ person, kind, ring }: OpeningRow, session: Session, run: string | undefined): Opening {
  if (kind === 'opened') return { kind, record: admitted(person, session, run) };
  if (kind === 'merged') return { kind, into: ring ?? '' };
  return kind === 'restricted' ? { kind, ring: ring ?? '' } : { kind: 'unknown' };
}

export async function breakGlass(database: Database, session: Session, person: string, reason: string): Promise<Opening> {
  const { rows } = await database.transaction(session, (sql) =>
    sql.query<{ found: boolean }>('select record.break_glass($1, $2, $3) as found', [session.authority, person, reason]),
  );
  return rows[0]?.found === true ? { kind: 'opened', record: admitted(person, session) } : { kind: 'unknown' };
}

export async function whoOpened(database: Database, opened: Opened): Promise<readonly AccessLogLine[]> {
  const { person, session } = opened;
  return askOpen(database, opened, async (sql) => {
    const { rows } = await sql.query<AccessLogLine>(
      'select opened_at as "openedAt", actor, reason from record.access_log where authority = $1 and person = $2 order by opened_at desc',
      [session.authority, person],
    );
    return rows;
  });
}

const restrictionQuery = `
  select r.ring, r.since, r.restricted_by as "restrictedBy", r.reason,
    array(select n.reader from record.restriction n where n.authority = r.authority and n.person = r.person) as readers
  from record.ring r where r.authority = $1 and r.person = $2 and r.lifted_at is null`;

export async function restriction(database: Database, opened: Opened): Promise<Restriction | undefined> {
  const { person, session } = opened;
  return askOpen(database, opened, async (sql) => {
    const { rows } = await sql.query<Restriction>(restrictionQuery, [session.authority, person]);
    return rows[0];
  });
}

/** A restricted record opened by breaking the glass. */
export type Alert = { readonly openedAt: string; readonly person: string; readonly actor: string; readonly reason: string };

/** The latest hundred, newest first; to team managers and heads of service alone. */
export async function alerts(database: Database, session: Session): Promise<readonly Alert[]> {
  const { rows } = await database.transaction(session, (sql) =>
    sql.query<Alert>(
      `select opened_at as "openedAt", person, actor, reason from record.access_log
       where authority = $1 and alerted and record.roles() && array['teamManager', 'headOfService'] order by opened_at desc limit 100`,
      [session.authority],
    ),
  );
  return rows;
}
