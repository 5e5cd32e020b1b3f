import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type pg from 'pg';
import { connect } from './database.ts';
import { Obstacle } from './obstacle.ts';

export type Marking = 'live' | 'demonstration' | 'test';

export type Migrated =
  { readonly kind: 'migrated'; readonly applied: readonly string[] } | { readonly kind: 'refused'; readonly reason: string };

type Migration = { readonly number: number; readonly name: string; readonly hash: string; readonly sql: string };

const migrationsFolder = (): string => join(process.env['SIGHTLINE_HOME'] ?? resolve(import.meta.dirname, '../..'), 'migrations');

/** Any two starts on one database agree on this number, whichever came first. */
const lockNumber = 7_446_519_001;

async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_[a-z0-9_-]+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
      return { number: Number(name.slice(0, 4)), name, sql, hash: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** The name of the newest migration that this version brings. */
export async function newestMigration(folder: string = migrationsFolder()): Promise<string> {
  return (await readMigrations(folder)).at(-1)?.name ?? '';
}

function firstRepeated(migrations: readonly Migration[]): string | undefined {
  const twin = migrations.find((each, place) => migrations[place + 1]?.number === each.number);
  return twin && `Two migrations have the number ${String(twin.number).padStart(4, '0')}. Give the newer one the next free number.`;
}

function whyNot(migrations: readonly Migration[], recorded: ReadonlyMap<string, string>): string | undefined {
  const known = new Map(migrations.map((each) => [each.name, each]));
  for (const [name, hash] of recorded) {
    const migration = known.get(name);
    if (!migration)
      return `The database holds the migration ${name}, which this version of Sightline does not know: the database is newer than the program. Start the newer version.`;
    if (migration.hash !== hash)
      return `The migration ${name} was changed after it had been applied to this database. Put its text back as it was, and make the change in a new migration.`;
  }
  const newest = Math.max(0, ...migrations.filter((each) => recorded.has(each.name)).map((each) => each.number));
  const late = migrations.find((each) => each.number < newest && !recorded.has(each.name));
  return late
    ? `The migration ${late.name} comes before one that this database already holds. Give it the next free number.`
    : firstRepeated(migrations);
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(migration.sql);
    await client.query('INSERT INTO platform.migration (name, hash) VALUES ($1, $2)', [migration.name, migration.hash]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw new Error(`The migration ${migration.name} could not be applied: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/** The migrations that a backup was made with, as this version knows them; throws an Obstacle: it is newer, or one was changed. */
export async function migrationsNamed(
  wanted: readonly { readonly name: string; readonly hash: string }[],
  folder: string = migrationsFolder(),
): Promise<readonly Migration[]> {
  const known = await readMigrations(folder);
  return wanted.map(({ name, hash }) => {
    const found = known.find((each) => each.name === name && each.hash === hash);
    if (found !== undefined) return found;
    throw new Obstacle(
      `The backup was made with the migration ${name}, which this version of Sightline does not know: restore it with the version that made it, or a newer one. Nothing was changed.`,
    );
  });
}

const migrationTable = `CREATE SCHEMA IF NOT EXISTS platform;
    CREATE TABLE IF NOT EXISTS platform.migration (name text PRIMARY KEY, hash text NOT NULL, applied_at timestamptz NOT NULL DEFAULT clock_timestamp())`;

/** Makes the tables of an empty database within the transaction of whoever asks. */
export async function applyWithin(client: pg.Client, migrations: readonly Migration[]): Promise<void> {
  await client.query(migrationTable);
  for (const { name, hash, sql } of migrations) {
    await client.query(sql);
    await client.query('INSERT INTO platform.migration (name, hash) VALUES ($1, $2)', [name, hash]);
  }
}

export const markWithin = async (client: pg.Client, marking: Marking): Promise<void> =>
  void (await client.query('SELECT record.mark($1)', [marking]));

async function applyMissing(client: pg.Client, migrations: readonly Migration[]): Promise<Migrated> {
  await client.query(migrationTable);
  const { rows } = await client.query<{ name: string; hash: string }>('SELECT name, hash FROM platform.migration ORDER BY name');
  const recorded = new Map(rows.map(({ name, hash }) => [name, hash]));
  const reason = whyNot(migrations, recorded);
  if (reason !== undefined) return { kind: 'refused', reason };
  const missing = migrations.filter(({ name }) => !recorded.has(name));
  for (const migration of missing) await apply(client, migration);
  return { kind: 'migrated', applied: missing.map(({ name }) => name) };
}

/**
 * Brings the database at `ownerUrl` to the newest migration, one transaction for each file; a second caller waits for the first.
 * Refuses a database that is newer than the program, and a released migration that was changed.
 */
export async function migrate(ownerUrl: string, folder: string = migrationsFolder()): Promise<Migrated> {
  const migrations = await readMigrations(folder);
  const client = await connect(ownerUrl);
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lockNumber]);
    return await applyMissing(client, migrations);
  } finally {
    await client.end();
  }
}

/** Gives `role` this password, making the role if the server has none of that name. */
export async function ensureSignIn(ownerUrl: string, role: string, password: string): Promise<void> {
  const client = await connect(ownerUrl);
  try {
    const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
    const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
    await client.query(`${verb} ROLE ${client.escapeIdentifier(role)} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
  } finally {
    await client.end();
  }
}

/** @returns the address of another database on the same server, with the same sign-in */
export function onSameServer(url: string, database: string): string {
  return url.replace(/^([a-z]+:\/\/[^/]*\/)[^?]*/, (_, server: string) => server + encodeURIComponent(database));
}

/** Makes the database `name` on the server of `ownerUrl`, if it is not there. */
export async function ensureDatabase(ownerUrl: string, name: string): Promise<void> {
  const client = await connect(onSameServer(ownerUrl, 'postgres'));
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lockNumber]);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)} ENCODING 'UTF8' TEMPLATE template0`);
    await client.query(`ALTER DATABASE ${client.escapeIdentifier(name)} SET TimeZone = 'UTC'`);
  } finally {
    await client.end();
  }
}

/** Marks what the database is for, once and for ever. @returns what it is marked as: `marking`, or what it was before */
export async function markOnce(ownerUrl: string, marking: Marking): Promise<Marking> {
  const client = await connect(ownerUrl);
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [lockNumber]);
    const { rows } = await client.query<{ kind: Marking }>('SELECT kind FROM platform.marking');
    if (rows.length === 0) await client.query('SELECT record.mark($1)', [marking]);
    await client.query('COMMIT');
    return rows[0]?.kind ?? marking;
  } finally {
    await client.end();
  }
}

/**
 * Makes the database `name` on the server of `ownerUrl`, migrates it, and marks once and for ever what it is for.
 * Can be called again after any interruption; refuses a database that is marked otherwise.
 */
export async function createDatabase(ownerUrl: string, name: string, marking: Marking): Promise<Migrated> {
  await ensureDatabase(ownerUrl, name);
  const url = onSameServer(ownerUrl, name);
  const migrated = await migrate(url);
  if (migrated.kind === 'refused') return migrated;
  const kind = await markOnce(url, marking);
  if (kind === marking) return migrated;
  return {
    kind: 'refused',
    reason: `This database was marked "${kind}" when it was made, and cannot become "${marking}". Choose another database.`,
  };
}
