import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresqlSettings } from '../bin/postgresql.mjs';
import { identify } from '../bin/processes.mjs';
import { connect, openDatabase, type Database } from '../src/platform/database.ts';
import { startEmbedded } from '../src/platform/embedded.ts';
import { createDatabase, onSameServer } from '../src/platform/migrate.ts';
import { stopPostmaster } from '../src/platform/postmaster.ts';
import { findPrograms } from '../src/platform/programs.ts';
import { leftBehind } from './left-behind.ts';

const template = 'sightline_template';
const mark = 'sightline-test-';

/** Which PostgreSQL this run is against: the one from npm, or the one of the system's packages. */
function chosenServer(): 'anywhere' | 'system' {
  const name = process.env['SIGHTLINE_TEST_SERVER'] ?? 'embedded';
  if (name === 'embedded') return 'anywhere';
  if (name === 'system') return 'system';
  throw new Error(`SIGHTLINE_TEST_SERVER is "${name}". It must be "embedded" or "system".`);
}

/** Says on which PostgreSQL the tests run, and refuses another of the system's packages than was asked for. */
function requireVersion(version: number, from: 'anywhere' | 'system', asked = process.env['SIGHTLINE_POSTGRESQL_VERSION']): void {
  if (from === 'system' && asked !== undefined && asked !== String(version))
    throw new Error(`The tests were asked for the system's PostgreSQL ${asked}, and PostgreSQL ${version} is what it has.`);
  console.log(`PostgreSQL ${version}, ${from === 'system' ? 'of the system' : 'from npm'}`);
}

/** A run that was killed leaves its server behind. */
async function sweep(): Promise<void> {
  for (const folder of leftBehind(mark)) {
    await stopPostmaster(join(folder, 'data')).catch(() => {});
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Starts the server of this run once, with one migrated database from which every test's own is copied. */
export default async function setup(): Promise<() => Promise<void>> {
  await sweep();
  Object.assign(process.env, postgresqlSettings());
  const folder = mkdtempSync(join(tmpdir(), `${mark}${identify(process.pid).replace(':', '-')}-`));
  chmodSync(folder, 0o711);
  const from = chosenServer();
  requireVersion((await findPrograms({ from })).version, from);
  const server = await startEmbedded({ folder, from, isThrowaway: true });
  const made = await createDatabase(server.ownerUrl, template, 'test');
  if (made.kind === 'refused') throw new Error(made.reason);
  process.env['SIGHTLINE_TEST_OWNER_URL'] = server.ownerUrl;
  process.env['SIGHTLINE_TEST_APP_URL'] = server.appUrl('postgres');
  return async () => {
    await server.stop();
    if (existsSync(folder)) rmSync(folder, { recursive: true, force: true });
  };
}

export type FreshDatabase = {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly owner: Database;
  readonly app: Database;
  drop(): Promise<void>;
};

function serverUrl(name: 'SIGHTLINE_TEST_OWNER_URL' | 'SIGHTLINE_TEST_APP_URL'): string {
  const url = process.env[name];
  if (!url) throw new Error(`${name} is not set: run this test with npm test, which starts a server for it.`);
  return url;
}

async function onServer(statement: string): Promise<void> {
  const client = await connect(serverUrl('SIGHTLINE_TEST_OWNER_URL'));
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A migrated database of the test's own, marked "test", without a row in it. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  await onServer(`ALTER DATABASE ${name} SET TimeZone = 'UTC'`);
  const ownerUrl = onSameServer(serverUrl('SIGHTLINE_TEST_OWNER_URL'), name);
  const appUrl = onSameServer(serverUrl('SIGHTLINE_TEST_APP_URL'), name);
  const owner = openDatabase(ownerUrl, { max: 4 });
  const app = openDatabase(appUrl, { max: 10 });
  return {
    ownerUrl,
    appUrl,
    owner,
    app,
    async drop() {
      await Promise.all([owner.end(), app.end()]);
      await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}
