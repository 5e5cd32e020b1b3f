import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import type { History } from '../kernel/step/history.ts';
import type { Client, Database } from '../platform/database.ts';
import type { Derivation } from './contract.ts';
import { askedOf, toldOf, type Asking } from './returns.ts';
import { asOwnerOf } from './verify.ts';

/** Who works for an authority, as its returns tell of them: roles and teams as they are now. */
export type ReturnStaff = {
  readonly professionals: readonly {
    readonly member: string;
    readonly name: string;
    readonly roles: readonly string[];
    readonly team: string | null;
    readonly registration: string | null;
  }[];
  readonly departments: readonly { readonly team: string; readonly name: string; readonly area: string | null }[];
};

/** Refused (SL001) to whoever may not build a return. */
export const staffForReturns = (asking: Asking): Promise<ReturnStaff> =>
  askedOf(asking, async (sql) => {
    const { rows } = await sql.query<{ staff: ReturnStaff }>('select record.return_staff() as staff');
    return rows[0]?.staff ?? { professionals: [], departments: [] };
  });

/** Whose records are restricted to named people today: that holds for every instant that is asked. Refused (SL001) as above. */
export const restrictedForReturns = (asking: Asking): Promise<ReadonlySet<string>> =>
  askedOf(asking, async (sql) => {
    const { rows } = await sql.query<{ person: string }>('select person from record.return_restricted()');
    return new Set(rows.map(({ person }) => person));
  });

/** Tables of rows, by their names, as the sector's tools read them. */
export type KeptTables = Readonly<Record<string, readonly Readonly<Record<string, string | number>>[]>>;

export type DatasetKeeping = {
  readonly derivation: Derivation;
  readonly steps: readonly string[];
  /** What is asked, in one word: the same record, asked the same, is not looked at again. */
  readonly asked: string;
  readonly tablesOf: (about: { readonly history: History; readonly isRestricted: boolean }) => KeptTables;
};

const together = 200;

/** Writes anew what is kept of some children whose records have grown, are newly restricted or open, or were kept on another day. @returns how many */
export const keepSomeDataset = (owner: Database, authority: number, keeping: DatasetKeeping): Promise<number> =>
  asOwnerOf(owner, authority, async (sql) => {
    const { derivation, steps, asked, tablesOf } = keeping;
    const { rows } = await sql.query<{ person: string; position: number; restricted: boolean }>(
      'select person, position, restricted from record.dataset_unkept($1, $2)',
      [asked, together],
    );
    if (rows.length === 0) return 0;
    const told = await toldOf(
      sql,
      rows.map(({ person }) => person),
      { derivation, steps, at: null },
    );
    const histories = new Map(told.map(({ person, history }) => [person, history]));
    const kept = rows.map(({ person, position, restricted }) => ({
      person,
      position,
      restricted,
      tables: tablesOf({ history: histories.get(person) ?? [], isRestricted: restricted }),
    }));
    await sql.query('select record.keep_dataset($1, $2)', [asked, JSON.stringify(kept)]);
    return rows.length;
  });

/** Whether the dataset is kept for an authority: somebody opened it. */
export const isDatasetOpen = (owner: Database, authority: number): Promise<boolean> =>
  asOwnerOf(owner, authority, async (sql) => {
    const { rows } = await sql.query<{ open: boolean }>('select record.dataset_open() as open');
    return rows[0]?.open === true;
  });

/** How many children each member of staff led on a day, by what is kept. */
export const keptCaseloads = (owner: Database, authority: number, on: string): Promise<ReadonlyMap<string, number>> =>
  asOwnerOf(owner, authority, async (sql) => {
    const { rows } = await sql.query<{ member: string; children: number }>('select member, children from record.dataset_caseloads($1)', [
      on,
    ]);
    return new Map(rows.map(({ member, children }) => [member, children]));
  });

export const keepDatasetStaff = (owner: Database, authority: number, tables: KeptTables): Promise<void> =>
  asOwnerOf(owner, authority, async (sql) => void (await sql.query('select record.keep_dataset_authority($1)', [JSON.stringify(tables)])));

/** The sign-in of the database that reads the tables of one authority. */
export const datasetSignIn = (authority: number): string => `sightline_dataset_${Math.trunc(authority)}`;

/** What the database keeps of a password (SCRAM-SHA-256, RFC 5803): the password itself is in no statement, and so in no log of the server. */
function verifierOf(password: string): string {
  const [salt, iterations] = [randomBytes(16), 4096];
  const salted = pbkdf2Sync(password.normalize('NFKC'), salt, iterations, 32, 'sha256');
  const keyed = (words: string): Buffer => createHmac('sha256', salted).update(words).digest();
  const stored = createHash('sha256').update(keyed('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${stored}:${keyed('Server Key').toString('base64')}`;
}

/** Keeps the dataset of an authority from now on, and makes the sign-in that reads it, or gives it another password. It writes nothing. */
export const openDataset = (owner: Database, authority: number, password: string): Promise<void> =>
  asOwnerOf(owner, authority, async (sql) => {
    const name = datasetSignIn(authority);
    const { rowCount } = await sql.query('select from pg_roles where rolname = $1', [name]);
    if (rowCount === 0) await sql.query(`create role ${name} login nosuperuser nocreatedb nocreaterole in role sightline_dataset`);
    await sql.query(`alter role ${name} password '${verifierOf(password)}'`);
    await sql.query(`alter role ${name} set search_path = ssd`);
    await sql.query(`alter role ${name} set default_transaction_read_only = on`);
    await sql.query('select record.open_dataset()');
  });

/** Takes the sign-in away, and what was kept for it. */
export const closeDataset = (owner: Database, authority: number): Promise<void> =>
  asOwnerOf(owner, authority, async (sql) => {
    await dropSignIn(sql, datasetSignIn(authority));
    await sql.query('select record.close_dataset()');
  });

const dropSignIn = async (sql: Client, name: string): Promise<void> => {
  await sql.query('select pg_terminate_backend(pid) from pg_stat_activity where usename = $1', [name]);
  await sql.query(`drop role if exists ${name}`);
};
