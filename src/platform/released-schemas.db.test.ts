import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/servers.ts';
import { addAuthority } from '../record/members.ts';
import { verify } from '../record/verify.ts';
import { connect, openDatabase } from './database.ts';
import { ensureDatabase, migrate, onSameServer } from './migrate.ts';

// Each schema is made in a database of its own: minutes on a busy machine.
vi.setConfig({ testTimeout: 300_000 });

const home = join(import.meta.dirname, '../../migrations');
const names = readdirSync(home)
  .filter((name) => name.endsWith('.sql'))
  .sort();
const released = names.slice(0, 3);

let fresh: FreshDatabase;
beforeAll(async () => void (fresh = await freshDatabase()));
afterAll(() => fresh.drop());

const team = randomUUID();
const warnings = [{ entry: 'e', kind: 'dangerToStaff', words: 'Dog', from: '2026-01-01' }];

/** One entry about one child, as the first version's own function states it; with what lists held then, all in one. */
async function stateSomething(url: string, person: string): Promise<void> {
  const owner = openDatabase(url, { max: 1 });
  await addAuthority(owner, { authority: 1, name: 'Authority 1' });
  const [actor, entry] = [randomUUID(), randomUUID()];
  const entries = [{ entry, step: 'begin', wording: '00ff', happenedOn: '2026-01-01', recordedBy: actor, shared: {}, source: 'import' }];
  const abouts = [{ entry, person, expected: 0, answers: { name: 'Ada' } }];
  const state = { name: 'Ada', team, livesAt: '14 Example Street', warnings };
  const standings = [{ person, name: 'Ada', team, state }];
  await owner.transaction({ authority: 1, actor, roles: ['administrator'], teams: [], scope: 'none' }, (sql) =>
    sql.query(
      "select * from record.append(1, $1, $2, '[]', $3)",
      [entries, abouts, standings].map((each) => JSON.stringify(each)),
    ),
  );
  await owner.end();
}

test.each(released.map((name, place) => ({ name, place })))(
  'a database of the time of $name comes to the newest with all its rows',
  async ({ place }) => {
    const name = `released_${randomUUID().replaceAll('-', '')}`;
    const folder = mkdtempSync(join(tmpdir(), 'released-'));
    for (const each of names.slice(0, place + 1)) copyFileSync(join(home, each), join(folder, each));
    await ensureDatabase(fresh.ownerUrl, name);
    const url = onSameServer(fresh.ownerUrl, name);
    expect(await migrate(url, folder)).toMatchObject({ kind: 'migrated' });
    const person = randomUUID();
    await stateSomething(url, person);
    expect(await migrate(url)).toEqual({ kind: 'migrated', applied: names.slice(place + 1) });
    const owner = openDatabase(url, { max: 1 });
    expect(await verify(owner, 1)).toEqual({ children: 1, lines: 1 });
    const { rows } = await owner.pool.query('select state, words, team_now from record.standing');
    const words = { warning: { warnings }, household: { livesAt: '14 Example Street' } };
    expect(rows).toEqual([{ state: { name: 'Ada', team }, words, team_now: team }]);
    await owner.end();
    rmSync(folder, { recursive: true });
    const client = await connect(fresh.ownerUrl);
    await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await client.end();
  },
);
