import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/servers.ts';
import { readConfiguration, type Configuration } from '../platform/configuration.ts';
import { openDatabase } from '../platform/database.ts';
import { endInOrder } from '../platform/ending.ts';
import { createLog } from '../platform/log.ts';
import { newestMigration, onSameServer } from '../platform/migrate.ts';
import { addAuthority, addMember } from '../record/members.ts';
import { importFiles } from './import.ts';
import { givePermissions, open, type Opened } from './open.ts';
import { operationsOf } from './operations.ts';
import { rebuildAll } from './rebuild.ts';
import { verifyAll } from './verify.ts';

/* A server of one's own, from an empty database to what its commands say; the tests go on from one another, on the one database. */

const name = `own_${randomUUID().replaceAll('-', '')}`;
let fresh: FreshDatabase;
let opened: Opened;

/** The sign-ins are given as they are in practice: in the environment. */
function configured(applicationUrl: string, ownerUrl: string): Configuration {
  const reading = readConfiguration([], { DATABASE_URL: applicationUrl, DATABASE_OWNER_URL: ownerUrl });
  if (reading.kind === 'refused') throw new Error(reading.reasons.join('\n'));
  return reading.configuration;
}
const [appAt, ownerAt] = [
  (database: string) => onSameServer(fresh.appUrl, database),
  (database: string) => onSameServer(fresh.ownerUrl, database),
];

beforeAll(async () => {
  fresh = await freshDatabase();
  await fresh.owner.pool.query(`create database ${name}`);
  opened = await open(configured(appAt(name), ownerAt(name)));
});
afterAll(async () => {
  await endInOrder();
  await fresh.owner.pool.query(`drop database if exists ${name} with (force)`);
  await fresh.drop();
});

/** What a command gives back, and every line that it says. */
async function said(work: () => Promise<boolean>): Promise<{ readonly isWell: boolean; readonly lines: string }> {
  const output = vi.spyOn(console, 'log').mockImplementation(() => {});
  const isWell = await work();
  const lines = output.mock.calls.join('\n');
  output.mockRestore();
  return { isWell, lines };
}

const one = async (statement: string): Promise<unknown> => Object.values((await opened.owner.pool.query(statement)).rows[0] ?? {})[0];

describe('DATABASE_URL and DATABASE_OWNER_URL', () => {
  it('open an empty database: it is given its tables, for ever live, and the two sign-ins stay two', async () => {
    expect(opened.demonstration).toBe(false);
    expect(await one('select kind from platform.marking')).toBe('live');
    expect(await one('select max(name) from platform.migration')).toBe(await newestMigration());
    expect((await opened.app.pool.query('select session_user as who')).rows).toEqual([{ who: 'sightline_app' }]);
    await expect(opened.app.pool.query('update record.entry set step = step')).rejects.toThrow(/permission denied/);
  });

  const refused = (applicationUrl: string, ownerUrl: string): Promise<unknown> =>
    open(configured(applicationUrl, ownerUrl)).then(
      () => 'let in',
      (error: unknown) => (error instanceof Error ? error.message : error),
    );

  it('are refused where both sign in as the owner, or the application as anybody but sightline_app', async () => {
    // The same address twice is refused before anything is asked; here the two are written otherwise.
    expect(await refused(`${ownerAt(name)}${ownerAt(name).includes('?') ? '&' : '?'}application_name=x`, ownerAt(name))).toMatch(
      /^DATABASE_URL signs in as ".+", whom no rule of the database holds\. It must sign in as sightline_app\.$/,
    );
    await fresh.owner.pool.query(`create role ${name} login password 'not secret'`);
    const other = appAt(name).replace(/\/\/[^@]*@/, `//${name}:not%20secret@`);
    expect(await refused(other, ownerAt(name))).toContain('It must sign in as sightline_app, whose rights are those of the application.');
    await fresh.owner.pool.query(`drop role ${name}`);
    expect(await refused(ownerAt(name), appAt(name))).toMatch(/^DATABASE_OWNER_URL signs in as "sightline_app", which may make no tables/);
  });

  it('are refused where they lead to two databases', async () =>
    expect(await refused(appAt('postgres'), ownerAt(name))).toBe(
      'DATABASE_URL and DATABASE_OWNER_URL lead to two databases. They must be two sign-ins to the same one.',
    ));
});

describe('the commands', () => {
  const taken = (...more: readonly string[]) => said(() => importFiles(opened, ['CIN_Census_2024.xml', ...more], 'test/samples/cin'));

  it('import: a dry run says what an import then does, and records nothing; a file that stops is said to', async () => {
    await addAuthority(opened.owner, { authority: 301, name: 'Norchester' });
    await expect(taken()).rejects.toThrow('Norchester has no administrator');
    await addMember(opened.owner, { authority: 301, member: randomUUID(), name: 'Ian', email: 'i@n.example', roles: ['administrator'] });
    await givePermissions(opened.owner, 301);
    const dry = await taken('--dry-run');
    expect(dry).toMatchObject({ isWell: true, lines: expect.stringContaining(' (dry run: nothing was stated): 2 children, ') });
    expect(await one('select count(*) from record.entry')).toBe(0);
    const real = await taken();
    expect(real).toEqual({ isWell: true, lines: dry.lines.replace(' (dry run: nothing was stated)', '') });
    const stated = Number(/ (\d+) entries/.exec(real.lines)?.[1]);
    expect(stated).toBeGreaterThan(0);
    expect(await one('select count(*) from record.entry')).toBe(stated);
    expect((await taken()).lines).toContain(`2 children, 0 entries, 0 corrections, ${stated} unchanged`);
    const wrong = await said(() => importFiles(opened, ['package.json', '--year', '2026'], '.'));
    expect(wrong).toMatchObject({ isWell: false, lines: expect.stringMatching(/^Stopped/m) });
    await expect(taken('--dryrun')).rejects.toThrow('--dryrun is not known here');
  });

  it('verify: every link holds, until somebody changes a word past the door', async () => {
    expect(await said(() => verifyAll(opened, [], '.'))).toEqual({
      isWell: true,
      lines: expect.stringMatching(/^Norchester: 2 children, \d+ lines\nEvery link holds\.$/),
    });
    const { rows } = await opened.owner.pool.query<{ person: string; position: number; entry: string }>(
      'select person, position, entry from record.ledger order by position desc limit 1',
    );
    const [last] = rows;
    const change = (to: string) =>
      opened.owner.pool.query(`update record.content set answers = answers ${to} where person = $1 and entry = $2`, [
        last?.person,
        last?.entry,
      ]);
    await change(`|| '{"added": 1}'`);
    const broken = await said(() => verifyAll(opened, ['--authority', '301'], '.'));
    expect(broken.isWell).toBe(false);
    expect(broken.lines).toContain(
      `Broken: child ${last?.person}, position ${last?.position}: the words or answers were changed after they had been recorded.`,
    );
    expect(broken.lines).not.toContain('Every link holds.');
    await change(`- 'added'`);
    expect((await said(() => verifyAll(opened, [], '.'))).isWell).toBe(true);
  });

  it('rebuild: nothing differs, until a limit is moved; --write puts it right', async () => {
    const whole = await said(() => rebuildAll(opened, []));
    expect(whole).toMatchObject({
      isWell: true,
      lines: expect.stringMatching(/^Norchester: 2 children .*: 0 differences, nothing was written$/m),
    });
    await opened.owner.pool.query("update record.clock set due_on = due_on + 1 where known_to = 'infinity'");
    expect(await said(() => rebuildAll(opened, []))).toMatchObject({
      isWell: false,
      lines: expect.stringMatching(/: [1-9]\d* differences, nothing/),
    });
    expect(await said(() => rebuildAll(opened, ['--write']))).toMatchObject({
      isWell: true,
      lines: expect.stringMatching(/[1-9] children written[\s\S]*Compared again: nothing differs\./),
    });
    expect((await said(() => rebuildAll(opened, []))).isWell).toBe(true);
  });
});

describe('whether requests should be sent here', () => {
  const ready = async (more: Partial<Opened> = {}) => {
    const log = createLog('json', { out: () => {}, error: () => {} });
    return (await operationsOf({ ...opened, ...more }, log, configured(appAt(name), ownerAt(name)))).ready();
  };

  it('they should, while both sign-ins are answered and the database holds this version', async () =>
    expect(await ready()).toEqual({ ready: true }));

  it('not while the database does not answer', async () => {
    const nowhere = openDatabase('postgresql://nobody@127.0.0.1:1/nowhere');
    expect(await ready({ app: nowhere })).toEqual({ ready: false, why: 'the database does not answer' });
    expect(await ready({ owner: nowhere })).toEqual({ ready: false, why: 'the database does not say which version it holds' });
    await nowhere.end();
  });

  it('not while it holds another version', async () => {
    await opened.owner.pool.query("insert into platform.migration (name, hash) values ('9999_of_a_later_version.sql', '')");
    expect(await ready()).toEqual({ ready: false, why: 'the database holds another version than this program' });
    await opened.owner.pool.query("delete from platform.migration where name like '9999%'");
  });

  it('not once it is being stopped', async () => {
    await endInOrder();
    expect(await ready()).toEqual({ ready: false, why: 'this server is being stopped' });
  });
});
