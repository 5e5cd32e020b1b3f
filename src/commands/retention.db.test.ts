import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { Readable } from 'node:stream';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/servers.ts';
import { date } from '../kernel/calendar/dates.ts';
import { backup } from '../platform/backup.ts';
import { connect, openDatabase } from '../platform/database.ts';
import { ensureDatabase, onSameServer } from '../platform/migrate.ts';
import { restore } from '../platform/restore.ts';
import type { Key } from '../platform/sealed-file.ts';
import { derivation, wordingOf } from '../practice/pathway.ts';
import { stepOf } from '../practice/step-of.fixture.ts';
import type { NewEntry, Session } from '../record/contract.ts';
import { noteNewAuthority } from '../record/derivation-runs.ts';
import { addAuthority } from '../record/members.ts';
import { fileOfReturn, prepareReturn } from '../record/prepared-returns.ts';
import { settledNow } from '../record/reading.ts';
import { createRecord } from '../record/record.ts';
import { openedBy } from '../record/record.fixture.ts';
import { actOnReturn } from '../record/returns-kept.ts';
import { verify } from '../record/verify.ts';
import { givePermissions, type Opened } from './open.ts';
import { keepErasures, printRetention } from './retention.ts';

const key: Key = { kind: 'file', bytes: randomBytes(32) };
const folder = mkdtempSync(join(tmpdir(), 'sightline-retention-'));
const restoredName = `restored_${randomUUID().replaceAll('-', '')}`;
const [grown, held, small] = [randomUUID(), randomUUID(), randomUUID()];
const as = (...roles: Session['roles']): Session => ({ authority: 1, actor: randomUUID(), roles, teams: [], scope: 'all' });
const [manager, head, second] = [as('teamManager'), as('headOfService'), as('headOfService')];
const returned = randomUUID();

let fresh: FreshDatabase;
const openedOver = (database: Pick<Opened, 'app' | 'owner' | 'appUrl' | 'ownerUrl'>): Opened => ({
  ...database,
  demonstration: false,
  announce: () => {},
});

/** As another system stated it at the time. */
const stated = (person: string, step: string, on: string, answers: Readonly<Record<string, unknown>>): NewEntry => ({
  entry: randomUUID(),
  step,
  wording: wordingOf(stepOf(step)),
  happenedOn: date(on),
  statedAt: `${on}T12:00:00Z`,
  source: `test:1:${step}`,
  shared: answers,
  about: [{ person, answers: {} }],
});

const child = (person: string, lastName: string, bornOn: string, referredOn: string): readonly NewEntry[] => [
  stated(person, 'personDetails', bornOn, { laChildId: lastName, firstName: 'Ada', lastName, bornOn }),
  stated(person, 'referral', referredOn, { referredOn, source: '2A', primaryNeed: 'N1' }),
  stated(person, 'closure', referredOn, { closedOn: referredOn, reason: 'RC7' }),
];

beforeAll(async () => {
  fresh = await freshDatabase();
  await addAuthority(fresh.owner, { authority: 1, name: 'Norchester' });
  await givePermissions(fresh.owner, 1);
  await noteNewAuthority(fresh.owner, 1, derivation);
  const record = createRecord({ database: fresh.app, derivation });
  const hold = stated(held, 'legalHold', '1998-01-06', { from: '1998-01-06', for: 'An inquiry', reason: 'It asked for these years' });
  const entries = [
    ...child(grown, 'Quillfeather', '1980-05-14', '1994-03-02'),
    ...child(held, 'Penhallow', '1981-05-14', '1995-03-02'),
    hold,
    ...child(small, 'Osgood', '2019-05-14', '2026-03-02'),
  ];
  expect(await record.append(as('administrator'), entries, new Map())).toEqual({ kind: 'appended' });
});
afterEach(() => vi.restoreAllMocks());
afterAll(async () => {
  const client = await connect(onSameServer(fresh.ownerUrl, 'postgres'));
  await client.query(`DROP DATABASE IF EXISTS ${restoredName} WITH (FORCE)`);
  await client.end();
  await fresh.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function said(work: () => Promise<unknown>): Promise<readonly string[]> {
  const lines: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  await work();
  vi.restoreAllMocks();
  return lines;
}

it('retention names by id whose time has come and who is held, and destroys nothing', async () => {
  const lines = await said(() => printRetention(openedOver(fresh), ['--by', '2026-03-01']));
  expect(lines[0]).toBe('Norchester: 2 records are kept until 2026-03-01 or an earlier day; 1 of them are held.');
  expect(lines.slice(1).toSorted()).toEqual([`${grown},2005-05-14`, `${held},2006-05-14,held`].toSorted());
  expect(lines.join()).not.toMatch(/Quill|Penhallow|Osgood/);
  await expect(printRetention(openedOver(fresh), ['--by', 'soon'])).rejects.toThrow('--by is "soon", which is not a day');
});

it('what a restore brings back is erased again from the list that was kept apart: words, names, search and returns; every link holds', async () => {
  const bytes = Buffer.from('<Message>Quillfeather</Message>');
  const knownAt = await settledNow(fresh.app);
  const made = { prepared: returned, return: 'cin', year: '2015-16', on: null, knownAt, bytes, findings: Buffer.from('') } as const;
  expect(await prepareReturn(fresh.app, head, { ...made, found: [], madeWith: { registrations: {} } })).toEqual({ kind: 'done' });
  const pieces: Buffer[] = [];
  for await (const piece of backup(fresh.ownerUrl, key)) pieces.push(piece);
  const record = createRecord({ database: fresh.app, derivation });
  const destruction = randomUUID();
  const reason = { ground: 'To the 25th birthday', reason: 'Looked through; nobody needs it' };
  expect(await record.askDestruction(await openedBy(record, manager, grown), { destruction, ...reason })).toEqual({ kind: 'done' });
  expect(await record.destroy(await openedBy(record, head, grown), { destruction, on: date('2026-03-02') })).toEqual({ kind: 'appended' });
  const asked = randomUUID();
  const act = { id: asked, words: 'Looked through; nobody needs it' };
  expect(await actOnReturn(fresh.app, second, returned, { kind: 'ask', ...act })).toEqual({ kind: 'done' });
  expect(await actOnReturn(fresh.app, head, returned, { kind: 'confirm', id: asked })).toEqual({ kind: 'done' });
  expect((await said(() => keepErasures(openedOver(fresh), ['--out', 'list.csv'], folder)))[0]).toMatch(
    /^3 erasures and 1 destroyed return are in /,
  );
  expect(readFileSync(join(folder, 'list.csv'), 'utf8')).not.toMatch(/Quill/);

  await ensureDatabase(fresh.ownerUrl, restoredName);
  const [ownerUrl, appUrl] = [fresh.ownerUrl, fresh.appUrl].map((url) => onSameServer(url, restoredName));
  if (ownerUrl === undefined || appUrl === undefined) throw new Error('no address');
  await restore(ownerUrl, Readable.from(pieces), key);
  const back = openedOver({ owner: openDatabase(ownerUrl, { max: 2 }), app: openDatabase(appUrl, { max: 2 }), ownerUrl, appUrl });
  const restored = createRecord({ database: back.app, derivation });
  expect(await restored.search(head, 'Quillfeather'), 'the backup brings it back').toHaveLength(1);
  expect((await fileOfReturn(back.app, head, returned))?.bytes, 'and the return').toEqual(bytes);
  expect(await said(() => keepErasures(back, ['--apply', 'list.csv'], folder))).toEqual([
    'Norchester: the words of 3 lines were there again, and are erased.',
    'Norchester: 1 destroyed return was there again, and gone now.',
  ]);
  expect(await fileOfReturn(back.app, head, returned)).toBeUndefined();
  expect(await said(() => keepErasures(back, ['--apply', 'list.csv'], folder)), 'once').toEqual([
    'Norchester: the words of 0 lines were there again, and are erased.',
  ]);
  expect(await restored.search(head, 'Quillfeather')).toEqual([]);
  expect((await restored.search(head, 'Osgood')).map(({ person }) => person)).toEqual([small]);
  for (const table of ['content', 'standing', 'sought', 'name_pair', 'name_key', 'identifier']) {
    const { rows } = await back.owner.pool.query<{ row: string }>(`select t::text as row from record.${table} t`);
    expect(
      rows.filter(({ row }) => /quillfeather/i.test(row)),
      table,
    ).toEqual([]);
  }
  expect(await verify(back.owner, 1)).toMatchObject({ erased: 3 });
  expect(await verify(back.owner, 1)).not.toHaveProperty('broken');
  await Promise.all([back.owner.end(), back.app.end()]);
});

it('erasures says what is missing, and which line of the list is none', async () => {
  await expect(keepErasures(openedOver(fresh), [], folder)).rejects.toThrow('erasures needs either --out or --apply');
  writeFileSync(join(folder, 'other.csv'), 'authority,person\n');
  await expect(keepErasures(openedOver(fresh), ['--apply', 'other.csv'], folder)).rejects.toThrow(/^Line 1 of .*other\.csv is no erasure/);
  await expect(keepErasures(openedOver(fresh), ['--apply', 'nowhere.csv'], folder)).rejects.toThrow('is not a file that can be read');
});
