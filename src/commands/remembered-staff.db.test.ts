import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/servers.ts';
import type { Database } from '../platform/database.ts';
import { addAuthority, addMember, addTeam } from '../record/members.ts';
import type { Session } from '../record/contract.ts';
import type { Change } from '../web/parts.ts';
import { rememberedStaff } from './remembered-staff.ts';
import { changesOf } from './web-changes.ts';

let fresh: FreshDatabase;
const team = randomUUID();

const asking = (authority: number): Session => ({ authority, actor: randomUUID(), roles: ['teamManager'], teams: [team], scope: 'teams' });
const quiet = { subscribe: () => () => {} };
const add = (authority: number, name: string) =>
  addMember(fresh.owner, { authority, member: randomUUID(), name, email: `${randomUUID()}@example.org`, roles: ['socialWorker'] });

/** The same database, and how often it was asked. */
function counted(database: Database): { readonly database: Database; readonly asked: () => number } {
  let asked = 0;
  const transaction: Database['transaction'] = (session, work) => {
    asked += 1;
    return database.transaction(session, work);
  };
  return { database: { ...database, transaction }, asked: () => asked };
}

beforeEach(async () => {
  fresh = await freshDatabase();
  for (const authority of [1, 2]) await addAuthority(fresh.owner, { authority, name: `Authority ${authority}` });
  await addTeam(fresh.owner, { authority: 1, team, name: 'North Court', area: 'North' });
  await add(1, 'Ada Bell');
  await add(2, 'Carol Dean');
});
afterEach(() => fresh.drop());

test('names are read once for all sessions of an authority', async () => {
  const { database, asked } = counted(fresh.app);
  const staffOf = rememberedStaff(database, quiet);
  const first = await staffOf(asking(1));
  const once = asked();
  expect(await staffOf(asking(1))).toBe(first);
  expect(asked()).toBe(once);
});

test('each authority has its own', async () => {
  const staffOf = rememberedStaff(fresh.app, quiet);
  expect((await staffOf(asking(1))).members.map(({ name }) => name)).toEqual(['Ada Bell']);
  expect((await staffOf(asking(2))).members.map(({ name }) => name)).toEqual(['Carol Dean']);
  expect((await staffOf(asking(2))).teams).toEqual([]);
});

test('somebody who is added is on the next page, in that authority alone', async () => {
  const changes = await changesOf(fresh.appUrl);
  try {
    const staffOf = rememberedStaff(fresh.app, changes);
    const [, other] = [await staffOf(asking(1)), await staffOf(asking(2))];
    const told = new Promise<Change>((done) => changes.subscribe(done));
    await add(1, 'Bo Carr');
    expect(await told).toEqual({ authority: 1, staff: true });
    expect((await staffOf(asking(1))).members.map(({ name }) => name)).toEqual(['Ada Bell', 'Bo Carr']);
    expect(await staffOf(asking(2))).toBe(other);
  } finally {
    await changes.stop();
  }
});

test('after the connection that listens was lost, every authority’s names are read again, and every open page is told', async () => {
  const changes = await changesOf(fresh.appUrl);
  try {
    const staffOf = rememberedStaff(fresh.app, changes);
    const [first, other] = [await staffOf(asking(1)), await staffOf(asking(2))];
    const told = new Promise<Change>((done) => changes.subscribe(done));
    await fresh.owner.pool.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'LISTEN %'",
    );
    expect(await told).toEqual({ authority: null });
    expect(await staffOf(asking(1))).not.toBe(first);
    expect(await staffOf(asking(2))).not.toBe(other);
  } finally {
    await changes.stop();
  }
});

test('a change that nobody told us of is seen after half a minute', async () => {
  let at = 0;
  const staffOf = rememberedStaff(fresh.app, quiet, () => at);
  await staffOf(asking(1));
  await fresh.owner.pool.query("update access.member set name = 'Ada Cole' where name = 'Ada Bell'");
  at = 29_999;
  expect((await staffOf(asking(1))).members[0]?.name).toBe('Ada Bell');
  at = 30_000;
  expect((await staffOf(asking(1))).members[0]?.name).toBe('Ada Cole');
});

test('a question that failed is asked again', async () => {
  let isAway = true;
  const database: Database = {
    ...fresh.app,
    transaction: (session, work) => (isAway ? Promise.reject(new Error('away')) : fresh.app.transaction(session, work)),
  };
  const staffOf = rememberedStaff(database, quiet);
  await expect(staffOf(asking(1))).rejects.toThrow('away');
  isAway = false;
  expect((await staffOf(asking(1))).members).toHaveLength(1);
});
