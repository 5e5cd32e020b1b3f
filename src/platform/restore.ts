import { createGunzip } from 'node:zlib';
import { Readable } from 'node:stream';
import type pg from 'pg';
import { columnsOf, nameOf, tablesOf, type About, type Table } from './backup.ts';
import { copyIn } from './copy-rows.ts';
import { connect } from './database.ts';
import { readFrames, type Frame, type TableHeading } from './frames.ts';
import { applyWithin, markWithin, migrationsNamed } from './migrate.ts';
import { Obstacle } from './obstacle.ts';
import { unseal, type Key } from './sealed-file.ts';

async function requireEmpty(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ found: boolean }>(
    "SELECT exists (SELECT FROM pg_namespace WHERE nspname IN ('platform', 'record', 'access')) AS found",
  );
  if (rows[0]?.found === true)
    throw new Obstacle(
      'The database is not empty: Sightline has used it already. Restore into a new one, made with CREATE DATABASE. Nothing was changed.',
    );
}

function readAbout(about: unknown): About {
  if (typeof about === 'object' && about !== null && 'migrations' in about && 'marking' in about) return about as About;
  throw new Error('A backup does not say what it holds');
}

/** The rows up to the next table: what follows them is kept for whoever asks next. */
class Frames {
  private readonly source: AsyncIterator<Frame>;
  private held: Frame | undefined;
  constructor(source: AsyncIterable<Frame>) {
    this.source = source[Symbol.asyncIterator]();
  }

  async next(): Promise<Frame | undefined> {
    const next = this.held ?? (await this.source.next()).value;
    this.held = undefined;
    return next ?? undefined;
  }

  async *rows(): AsyncGenerator<Buffer> {
    for (let frame = await this.next(); frame !== undefined; frame = await this.next()) {
      if (frame.kind !== 'rows') {
        this.held = frame;
        return;
      }
      yield frame.bytes;
    }
  }
}

function tableFor(heading: TableHeading, tables: readonly Table[]): Table {
  const table = tables.find((each) => each.schema === heading.schema && each.table === heading.table);
  if (table === undefined || heading.columns.some((column) => !table.columns.includes(column)))
    throw new Error('A backup holds a table that its own migrations do not make');
  return table;
}

/** Within the one transaction, the owner is not held by the policies: COPY could not be used else. They are back before it commits. */
async function setPolicies(client: pg.Client, tables: readonly Table[], isForced: boolean): Promise<void> {
  const { rows } = await client.query<{ schema: string; table: string }>(
    `SELECT n.nspname AS schema, c.relname AS table FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND c.relrowsecurity`,
  );
  const held = tables.filter((each) => rows.some(({ schema, table }) => schema === each.schema && table === each.table));
  for (const table of held) await client.query(`ALTER TABLE ${nameOf(table)} ${isForced ? '' : 'NO '}FORCE ROW LEVEL SECURITY`);
}

async function fill(client: pg.Client, source: AsyncIterable<Frame>, tables: readonly Table[]): Promise<void> {
  const frames = new Frames(source);
  for (let frame = await frames.next(); frame !== undefined; frame = await frames.next()) {
    if (frame.kind === 'end') {
      if ((await frames.next()) !== undefined) throw new Error('A backup goes on after its end');
      return;
    }
    if (frame.kind !== 'table') throw new Error('A backup holds rows of no table');
    const table = tableFor(frame.heading, tables);
    await copyIn(client, `COPY ${nameOf(table)} (${columnsOf(frame.heading)}) FROM STDIN`, frames.rows());
  }
  throw new Error('A backup has no end');
}

async function restoreWithin(client: pg.Client, content: AsyncIterable<Buffer>, about: About): Promise<void> {
  const migrations = await migrationsNamed(about.migrations);
  await client.query("BEGIN; SET LOCAL TIME ZONE 'UTC'; SET LOCAL DateStyle = 'ISO'; SET LOCAL IntervalStyle = 'iso_8601'");
  await requireEmpty(client);
  await applyWithin(client, migrations);
  await markWithin(client, about.marking);
  const tables = await tablesOf(client);
  await setPolicies(client, tables, false);
  await fill(client, readFrames(gunzipped(content)), tables);
  await setPolicies(client, tables, true);
  await client.query('COMMIT');
  await client.query('ANALYZE');
}

/** An error of the source comes through, rather than one of the decompression that it cut short. */
async function* gunzipped(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const source = Readable.from(content, { objectMode: false });
  const gunzip = createGunzip();
  source.once('error', (error) => gunzip.destroy(error));
  yield* source.pipe(gunzip);
}

/**
 * Fills the empty database at `ownerUrl` with what a backup holds, at the schema that it was made with, in one transaction.
 * Throws an Obstacle, with nothing done: another key, a file cut off or changed, a schema that this version does not know, a database that is not empty.
 */
export async function restore(
  ownerUrl: string,
  file: AsyncIterable<Buffer>,
  key: Key,
  { mayBeLive = true }: { readonly mayBeLive?: boolean } = {},
): Promise<About> {
  const { about: said, content } = await unseal(file, key);
  const about = readAbout(said);
  if (about.marking === 'live' && !mayBeLive)
    throw new Obstacle(
      'This backup is of a live database, and the embedded server is for demonstrations. Set DATABASE_URL and DATABASE_OWNER_URL to an empty database.',
    );
  const client = await connect(ownerUrl);
  try {
    await restoreWithin(client, content, about);
    return about;
  } finally {
    await client.end();
  }
}
