import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { copyOut } from './copy-rows.ts';
import { connect } from './database.ts';
import { inPieces, writeFrame, type TableHeading } from './frames.ts';
import type { Marking } from './migrate.ts';
import { seal, type Key } from './sealed-file.ts';

/** What a backup says of itself to whoever has no key: nothing of a person. */
export type About = {
  readonly madeAt: string;
  readonly marking: Marking;
  readonly migrations: readonly { readonly name: string; readonly hash: string }[];
  readonly authorities: readonly number[];
};

export type Table = { readonly schema: string; readonly table: string; readonly columns: readonly string[]; readonly byAuthority: boolean };

const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const nameOf = ({ schema, table }: Pick<Table, 'schema' | 'table'>): string => `${identifier(schema)}.${identifier(table)}`;
export const columnsOf = ({ columns }: Pick<Table, 'columns'>): string => columns.map(identifier).join(', ');

/** Every table that holds something, those that others refer to first. Sessions are left out: nobody is signed in by a restore. */
const tablesQuery = `
  with recursive t as (
    select c.oid, n.nspname as schema, c.relname as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not in ('pg_catalog', 'information_schema', 'platform') and n.nspname !~ '^pg_'
      and (n.nspname, c.relname) <> ('access', 'session')),
  depth as (
    select oid, 0 as n from t union
    select k.conrelid, d.n + 1 from depth d join pg_constraint k on k.contype = 'f' and k.confrelid = d.oid and k.conrelid <> d.oid where d.n < 50)
  select t.schema, t.table,
    (select json_agg(a.attname order by a.attnum) from pg_attribute a where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
    exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'authority') as "byAuthority"
  from t join depth d using (oid) group by t.oid, t.schema, t.table order by max(d.n), t.schema, t.table`;

export const tablesOf = async (client: pg.Client): Promise<readonly Table[]> => (await client.query<Table>(tablesQuery)).rows;

async function describe(client: pg.Client): Promise<About> {
  const marked = await client.query<{ kind: Marking }>('SELECT kind FROM platform.marking');
  const migrations = await client.query<{ name: string; hash: string }>('SELECT name, hash FROM platform.migration ORDER BY name');
  const authorities = await client.query<{ authority: number }>('SELECT authority FROM access.authority ORDER BY authority');
  const marking = marked.rows[0]?.kind;
  if (marking === undefined) throw new Error('The database is not marked');
  return {
    madeAt: new Date().toISOString(),
    marking,
    migrations: migrations.rows,
    authorities: authorities.rows.map(({ authority }) => authority),
  };
}

async function* rowsOf(client: pg.Client, table: Table, authority: number | null): AsyncGenerator<Buffer> {
  const heading: TableHeading = { schema: table.schema, table: table.table, columns: table.columns, authority };
  yield writeFrame({ kind: 'table', heading });
  // The owner is held by the policies like anybody, so each authority's rows are asked for in its own name.
  if (authority !== null) await client.query(`SET LOCAL app.authority = '${Math.trunc(authority)}'`);
  const where = authority === null ? '' : ` WHERE authority = ${Math.trunc(authority)}`;
  for await (const bytes of copyOut(client, `COPY (SELECT ${columnsOf(table)} FROM ${nameOf(table)}${where}) TO STDOUT`))
    for (const piece of inPieces(bytes)) yield writeFrame({ kind: 'rows', bytes: piece });
}

async function* contentOf(client: pg.Client, authorities: readonly number[]): AsyncGenerator<Buffer> {
  const tables = await tablesOf(client);
  for (const table of tables) for (const authority of table.byAuthority ? authorities : [null]) yield* rowsOf(client, table, authority);
  yield writeFrame({ kind: 'end', tables: tables.length });
}

/** What the database says when it goes away comes through to whoever writes the file, and ends the backup in order. */
async function* gzipped(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const source = Readable.from(content, { objectMode: false });
  const gzip = createGzip({ level: 4 });
  source.once('error', (error) => gzip.destroy(error));
  yield* source.pipe(gzip);
}

/**
 * The whole database as it stood at one instant, while writing goes on: compressed, encrypted, in constant memory.
 * `onAbout` is told what it holds before the first byte.
 */
export async function* backup(ownerUrl: string, key: Key, onAbout: (about: About) => void = () => {}): AsyncGenerator<Buffer> {
  const client = await connect(ownerUrl);
  try {
    await client.query(
      "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL TIME ZONE 'UTC'; SET LOCAL DateStyle = 'ISO'; SET LOCAL IntervalStyle = 'iso_8601'; SET LOCAL extra_float_digits = 3",
    );
    const about = await describe(client);
    onAbout(about);
    yield* seal(gzipped(contentOf(client, about.authorities)), key, about);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}
