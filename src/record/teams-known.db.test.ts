import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Session } from './contract.ts';
import { addMember, addTeam } from './members.ts';
import { as, derivation, fixture, otherTeam, team, type Fixture } from './record.fixture.ts';
import { createRecord, type WholeRecord } from './record.ts';
import { leave } from './staff.ts';

const [first, second, area] = [randomUUID(), randomUUID(), randomUUID()];
const head = as('headOfService', { actor: randomUUID(), teams: [] });
const analyst = as('performanceAnalyst', { teams: [] });
const elsewhere: Session = { ...head, authority: 2 };

let at: Fixture;
let record: WholeRecord;
const instants: string[] = [];
/** An instant after what was told, and before what is told next. */
const passes = async (): Promise<void> => {
  await new Promise((done) => setTimeout(done, 20));
  instants.push(new Date().toISOString());
  await new Promise((done) => setTimeout(done, 20));
};
const manager = (
  member: string,
  team_: string | undefined,
  manages: readonly string[] = [],
  role: 'teamManager' | 'socialWorker' = 'teamManager',
) =>
  addMember(at.owner, {
    authority: 1,
    member,
    name: `Manager ${member.slice(0, 4)}`,
    email: `${member}@example.org`,
    roles: [role],
    manages,
    ...(team_ === undefined ? {} : { team: team_ }),
  });

beforeAll(async () => {
  at = await fixture();
  record = createRecord({ database: at.app, derivation });
  await addTeam(at.owner, { authority: 1, team, name: 'North 1', area: 'North' });
  await addTeam(at.owner, { authority: 1, team: otherTeam, name: 'South 1', area: 'South' });
  await manager(first, team);
  await manager(area, undefined, [otherTeam]);
  await passes();
  await addTeam(at.owner, { authority: 1, team, name: 'Assessment', area: 'East' });
  await manager(first, otherTeam);
  await manager(second, team);
  await passes();
  await leave(at.owner, 1, second);
  await manager(area, undefined, [otherTeam, team]);
  await passes();
});
afterAll(() => at.drop());

const known = async (knownAt?: string, session: Session = head) =>
  new Map(
    (await record.teamsKnown(session, knownAt)).map(({ id, name, area: where, managers }) => [id, [name, where, ...managers.toSorted()]]),
  );

test('a team had the name, the area and the managers that were known at the instant, and has those of now', async () => {
  const [begun, changed, last] = await Promise.all(instants.map((one) => known(one)));
  expect(begun?.get(team)).toEqual(['North 1', 'North', first]);
  expect(begun?.get(otherTeam)).toEqual(['South 1', 'South', area]);
  expect(changed?.get(team)).toEqual(['Assessment', 'East', second]);
  expect(changed?.get(otherTeam)).toEqual(['South 1', 'South', ...[first, area].toSorted()]);
  // Who left manages nothing; who was given one more team kept the one they had.
  expect(last?.get(team)).toEqual(['Assessment', 'East', area]);
  expect(last?.get(otherTeam)).toEqual(['South 1', 'South', ...[first, area].toSorted()]);
  expect(await known()).toEqual(last);
});
test('what was told first holds of before: nobody told anything else', async () => {
  expect((await known('2020-01-01T00:00:00Z')).get(team)).toEqual(['North 1', 'North', first]);
});
test('what is said again unchanged is told no second time', async () => {
  await manager(area, undefined, [otherTeam, team]);
  await addTeam(at.owner, { authority: 1, team, name: 'Assessment', area: 'East' });
  const rows = (table: string) =>
    at.app.transaction(head, async (sql) => (await sql.query(`select from access.${table} where team = $1`, [team])).rowCount);
  expect([await rows('team_told'), await rows('managed_told')]).toEqual([2, 3]);
});
test('a manager who becomes a social worker manages no more', async () => {
  await manager(first, otherTeam, [], 'socialWorker');
  expect((await known()).get(otherTeam)).toEqual(['South 1', 'South', area]);
});
test('whoever counts is told the same; another authority nothing of it, and nobody writes it', async () => {
  expect(await known(instants[0], analyst)).toEqual(await known(instants[0]));
  expect([...(await known(undefined, elsewhere)).keys()]).not.toContain(team);
  for (const one of [head, analyst])
    for (const table of ['team_told', 'managed_told'])
      await expect(at.app.transaction(one, (sql) => sql.query(`delete from access.${table}`))).rejects.toThrow(/permission denied/);
});
