import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, date, dayInEngland, type LocalDate } from '../kernel/calendar/dates.ts';
import { addTeam } from './members.ts';
import { as, begin, colleaguesIn, derivation, fixture, team, type Fixture } from './record.fixture.ts';
import { createRecord, type WholeRecord } from './record.ts';
import { asOwnerOf } from './verify.ts';
import { carriedBy } from './workforce.ts';

const who = { stays: randomUUID(), leaves: randomUUID(), manager: randomUUID() };
const head = as('headOfService', { actor: randomUUID(), teams: [] });
const manager = as('teamManager', { actor: who.manager });
const analyst = as('performanceAnalyst');
const today = dayInEngland(new Date());
/** Days before this month began: what a month that is over had. */
const before = (days: number): LocalDate => addDays(date(`${today.slice(0, 7)}-01`), -days);

let at: Fixture;
let record: WholeRecord;
const asItsOwner = (statement: string, values: readonly unknown[]): Promise<unknown> =>
  asOwnerOf(at.owner, 1, (sql) => sql.query(statement, [...values]));

/** A child of this worker, on record since a day. */
async function carry(worker: string, since: LocalDate): Promise<void> {
  const person = randomUUID();
  expect(await record.append(manager, [begin(person, { worker, team, openSince: '2020-01-06' })], new Map())).toEqual({ kind: 'appended' });
  await asItsOwner('update record.standing set known_from = $2 where authority = 1 and person = $1', [person, `${since}T12:00:00Z`]);
}

beforeAll(async () => {
  at = await fixture();
  record = createRecord({
    database: at.app,
    derivation: {
      ...derivation,
      readBy: { ...derivation.readBy, openSince: 'lists' },
      standing: (history) => ({ ...derivation.standing(history), openSince: date('2020-01-06') }),
    },
  });
  await addTeam(at.owner, { authority: 1, team, name: 'North' });
  const add = colleaguesIn(at.owner);
  await add(who.stays, 'socialWorker', team);
  await add(who.leaves, 'socialWorker', team);
  await add(who.manager, 'teamManager', team);
  await carry(who.stays, before(60));
  await carry(who.leaves, before(60));
  await asItsOwner('update access.member set left_at = $2 where authority = 1 and member = $1', [who.leaves, `${before(3)}T12:00:00Z`]);
});
afterAll(() => at.drop());

const elsewhere = { authority: 2 } as const;

test('who has left, and when, is told to managers and heads of service; whoever counts is told that a child’s worker has, and not who it was', async () => {
  for (const session of [manager, head]) expect(await record.leftMembers(session)).toEqual([{ member: who.leaves, leftOn: before(3) }]);
  for (const session of [analyst, { ...head, ...elsewhere }, { ...manager, ...elsewhere }])
    expect(await record.leftMembers(session)).toEqual([]);
  const workers = (await record.carried(head)).map(({ worker }) => worker).toSorted();
  expect(workers).toEqual([who.stays, who.leaves].toSorted());
  expect((await record.carried(analyst)).map(({ worker, workerLeft }) => [worker, workerLeft]).toSorted()).toEqual(
    [
      [who.stays, undefined],
      [undefined, true],
    ].toSorted(),
  );
  for (const session of [head, manager, analyst]) expect(await record.carried({ ...session, ...elsewhere })).toEqual([]);
});

test('whoever counts is told what is carried as the month had it, whatever instant is asked for; the census asks of its own day, and is logged', async () => {
  await carry(who.stays, today);
  const now = new Date(Date.now() + 86_400_000).toISOString();
  const counts = async (knownAt?: string) => [
    (await record.carried(head, knownAt)).length,
    (await record.carried(analyst, knownAt)).length,
  ];
  expect(await counts()).toEqual([3, 2]);
  expect((await record.carried(analyst, now)).length).toBe(2);
  const logged = async () =>
    asOwnerOf(at.owner, 1, (sql) => sql.query("select from record.list_log where question ? 'workforce census'")).then(
      ({ rowCount }) => rowCount,
    );
  expect(await logged()).toBe(0);
  const census = await carriedBy({ database: at.app, session: analyst }, { isCensus: true });
  expect(census.filter(({ worker }) => worker === who.leaves)).toHaveLength(1);
  expect([census.length, await logged()]).toEqual([3, 1]);
});
