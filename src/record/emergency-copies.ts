import { dayInEngland } from '../kernel/calendar/dates.ts';
import type { Database } from '../platform/database.ts';
import { orRefused, type Refused } from './call.ts';
import type { ListedChild, Session } from './contract.ts';
import { asClock, byPerson, clockColumns, type ClockRow, type StateRow } from './rows.ts';

/** What is to leave the record, of whom, and for whom. `copy` is made by the caller: the same one twice makes one copy. */
export type NewCopy = {
  readonly copy: string;
  readonly kind: 'copy' | 'pack';
  readonly recipient: string;
  /** Of whom it is, in words. */
  readonly scope: string;
  readonly teams?: readonly string[];
  readonly worker?: string;
  /** ISO instant, at most 14 days ahead. */
  readonly expiresAt: string;
};

/** A copy that is numbered and logged, with the children that it is about: as known at `madeAt`. */
export type NumberedCopy = { readonly number: number; readonly madeAt: string; readonly children: readonly NumberedChild[] };
export type NumberedChild = Pick<ListedChild, 'person' | 'standing' | 'clocks'>;

type Numbered = { readonly kind: 'numbered'; readonly copy: NumberedCopy };
export type Copied = Numbered | Refused;

/** One line of the log of copies. `teams`, `worker` null: not limited to them. */
export type CopyLogLine = {
  readonly number: number;
  readonly kind: 'copy' | 'pack';
  readonly madeAt: string;
  readonly madeBy: string;
  readonly madeHow: 'page' | 'command';
  readonly recipient: string;
  readonly scope: string;
  readonly children: number;
  readonly expiresAt: string;
};

type Row = StateRow & { readonly number: number; readonly made_at: string };

/**
 * Numbers a copy and logs it, for the authority and for every child in it, in one transaction with what is read; nobody whose record is restricted.
 * Refused in words: a role or team that may not, nobody to copy, a form sent twice. The owner's connection makes the command's copies.
 */
export async function numberCopy(database: Database, session: Session, asked: NewCopy): Promise<Copied> {
  const { copy, kind, recipient, scope, teams, worker, expiresAt } = asked;
  const values = [session.authority, copy, kind, recipient, scope, teams ?? null, worker ?? null, expiresAt];
  return orRefused(
    database.transaction(session, async (sql): Promise<Numbered> => {
      const { rows } = await sql.query<Row>(
        'select number, made_at, person, state from record.make_emergency_copy($1, $2, $3, $4, $5, $6, $7, $8)',
        values,
      );
      const [first] = rows;
      if (first === undefined) throw new Error('record.make_emergency_copy gave no row');
      const clocks = await sql.query<ClockRow>(
        `select ${clockColumns} from record.listed_clocks($1, null, $2) order by due_on, rule, started_by`,
        [rows.map((row) => row.person), dayInEngland(new Date(first.made_at))],
      );
      const known = byPerson(clocks.rows);
      const children = rows.map(({ person, state }) => ({ person, standing: state, clocks: (known.get(person) ?? []).map(asClock) }));
      return { kind: 'numbered', copy: { number: first.number, madeAt: first.made_at, children } };
    }),
  );
}

/** Which of these words are a part of the name of somebody whose record is restricted. Only for those who may make a copy. */
export async function namesWithheld(database: Database, session: Session, words: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await database.transaction(session, (sql) =>
    sql.query<{ word: string }>('select w as word from record.names_withheld($1) w', [words]),
  );
  return new Set(rows.map(({ word }) => word));
}

/** The copies that this session may know of, newest first; none for a role that may not. */
export async function copiesMade(database: Database, session: Session, limit = 100): Promise<readonly CopyLogLine[]> {
  const { rows } = await database.transaction(session, (sql) =>
    sql.query<CopyLogLine>(
      `select number, kind, made_at as "madeAt", made_by as "madeBy", made_how as "madeHow", recipient, scope, children, expires_at as "expiresAt"
       from record.emergency_copies($1)`,
      [limit],
    ),
  );
  return rows;
}
