import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '../kernel/calendar/dates.ts';
import type { Client } from '../platform/database.ts';
import type { Derivation } from './contract.ts';
import { areRulesApplied, isDerivedBy, noteNewAuthority, rederive } from './derivation-runs.ts';
import { rebuild } from './rebuild.ts';
import { createRecord } from './record.ts';
import { as, begin, derivation, entry, fixture, readAs, type Fixture } from './record.fixture.ts';
import { asOwnerOf } from './verify.ts';

let at: Fixture;
beforeAll(async () => {
  at = await fixture();
});
afterAll(() => at.drop());

const [worker, head] = [as('socialWorker'), as('headOfService')];

/** The rules of the next version: five days more for every limit, and children are listed under another name. */
let next: Derivation;
beforeEach(() => {
  next = {
    ...derivation,
    rulesHash: randomUUID(),
    clocks: (history) => derivation.clocks(history).map((clock) => ({ ...clock, dueOn: addDays(clock.dueOn, 5) })),
  };
});

async function child(): Promise<string> {
  const person = randomUUID();
  await at.record.append(worker, [begin(person), entry('plan', '2026-01-05', [{ person }])], new Map());
  return person;
}

const dueOn = async (person: string, knownAt?: string) =>
  (await at.record.list(head, { people: [person], ...(knownAt === undefined ? {} : { knownAt }) }))[0]?.clocks.map((clock) => clock.dueOn);

describe('under other rules', () => {
  it('it is known that they are not applied; all is derived again, and what was known before stays known', async () => {
    const person = await child();
    await rederive(at.owner, 1, derivation);
    expect(await areRulesApplied(at.app, head, derivation)).toBe(true);
    expect([await isDerivedBy(at.owner, 1, next), await areRulesApplied(at.app, head, next)]).toEqual([false, false]);
    const before = new Date().toISOString();
    const done = await rederive(at.owner, 1, next);
    // Of each child a limit, and what the boards say of it.
    expect(done).toMatchObject({ isFinished: true, written: done.children, differences: 2 * done.children });
    expect([await isDerivedBy(at.owner, 1, next), await areRulesApplied(at.app, head, next)]).toEqual([true, true]);
    expect(await isDerivedBy(at.owner, 1, derivation)).toBe(false);
    expect([await dueOn(person), await dueOn(person, before)]).toEqual([['2026-01-20'], ['2026-01-15']]);
    const { rows } = await at.owner.pool.query('select differences, written from record.derivation_run where rules = $1', [next.rulesHash]);
    expect(rows).toEqual([{ differences: done.differences, written: done.written }]);
  });

  it('an authority knows of its own runs only, and no session of the application can write one', async () => {
    await rederive(at.owner, 1, next);
    expect(await areRulesApplied(at.app, as('headOfService', { authority: 2 }), next)).toBe(false);
    await expect(
      at.app.transaction(head, (sql) =>
        sql.query("insert into record.derivation_run(authority, run, rules, finished_at) values (1, gen_random_uuid(), 'any', now())"),
      ),
    ).rejects.toThrow(/permission denied/);
  });

  it('an authority that is new needs nothing derived; one that holds children does', async () => {
    await noteNewAuthority(at.owner, 2, next);
    expect(await isDerivedBy(at.owner, 2, next)).toBe(true);
    await child();
    await noteNewAuthority(at.owner, 1, next);
    expect(await isDerivedBy(at.owner, 1, next)).toBe(false);
  });

  it('stopped half-way it is not done, and goes on when it is begun again', async () => {
    await child();
    let asked = 0;
    const isStopping = () => (asked += 1) > 1;
    expect(await rederive(at.owner, 1, next, { batch: 1, isStopping })).toMatchObject({ isFinished: false });
    expect(await isDerivedBy(at.owner, 1, next)).toBe(false);
    expect(await rederive(at.owner, 1, next)).toMatchObject({ isFinished: true });
  });

  it('what was left off goes on where it was; what was made wrong behind it is found by the last comparison; other rules begin anew', async () => {
    const people = [await child(), await child(), await child()].toSorted();
    const stopAfter = (batches: number, rules: Derivation) => {
      let asked = 0;
      return rederive(at.owner, 1, rules, { batch: 1, isStopping: () => (asked += 1) > batches });
    };
    const all = (await rederive(at.owner, 1, derivation)).children;
    await stopAfter(all - 1, next);
    const left = await rederive(at.owner, 1, next);
    // One child was left, and then all are compared.
    expect(left).toMatchObject({ written: 1, children: all, isFinished: true });
    expect((await rebuild(at.owner, 1, next)).differences).toEqual([]);
    await stopAfter(all - 1, derivation);
    await at.owner.pool.query('update record.clock set due_on = due_on + 1 where person = $1', [people[0]]);
    expect(await rederive(at.owner, 1, derivation)).toMatchObject({ written: 2, isFinished: true });
    expect((await rebuild(at.owner, 1, derivation)).differences).toEqual([]);
    await stopAfter(all - 1, next);
    await stopAfter(1, derivation);
    expect(await rederive(at.owner, 1, next)).toMatchObject({ isFinished: true });
    expect((await rebuild(at.owner, 1, next)).differences).toEqual([]);
  });

  it('what is recorded meanwhile is recorded, and derived', async () => {
    const person = await child();
    const record = createRecord({ database: at.app, derivation: next });
    const said: string[] = [];
    const pause = async () => {
      const visit = entry('visit', '2026-01-07', [{ person }]);
      said.push((await record.append(worker, [visit], await readAs(record, worker, person))).kind);
    };
    expect(await rederive(at.owner, 1, next, { batch: 2, pause })).toMatchObject({ isFinished: true });
    expect(new Set(said)).toEqual(new Set(['appended']));
    expect((await rebuild(at.owner, 1, next)).differences).toEqual([]);
  });

  it('nobody waits for more than one child: others can be written to while one is', async () => {
    const [one, other] = [await child(), await child()];
    const client = await at.owner.pool.connect();
    try {
      await client.query('begin');
      await client.query('select from record.head where authority = 1 and person = $1 for update', [one]);
      const working = rederive(at.owner, 1, next);
      const asRead = await readAs(at.record, worker, other);
      expect(await at.record.append(worker, [entry('visit', '2026-01-07', [{ person: other }])], asRead)).toEqual({ kind: 'appended' });
      await client.query('commit');
      await working;
    } finally {
      client.release();
    }
    expect(await rederive(at.owner, 1, next)).toMatchObject({ isFinished: true });
  });
});

describe('a rebuild finds, and puts right', () => {
  it.each([
    ['the team, without which a child is on no team’s board', 'update record.standing set team = null where person = $1', 'standing'],
    ['the worker', "update record.standing set worker = person where person = $1 and known_to = 'infinity'", 'standing'],
    ['the plan by which boards find a child', 'update record.standing set on_plan_since = null where person = $1', 'standing'],
    ['the name', "update record.standing set name = 'x' where person = $1", 'standing'],
    ['the mark of a restricted child in lists', 'update record.standing set restricted = not restricted where person = $1', 'mark'],
    ['whose a child is now, by which lists of the past are given', 'update record.standing set team_now = null where person = $1', 'mark'],
    [
      'words where lists show them',
      'update record.standing set words = \'{}\', state = state || \'{"sex": "F"}\' where person = $1',
      'standing',
    ],
    ['the mark of a restricted child at its limits', 'update record.clock set restricted = not restricted where person = $1', 'mark'],
    ['what the boards count of a child', "update record.board set marks = '{0}', moments = '{}' where person = $1", 'board'],
    ['a child missing on the boards', 'delete from record.board where person = $1', 'board'],
    ['a limit', 'update record.clock set due_on = due_on + 1 where person = $1', 'clock'],
  ])('%s', async (_name, change, kind) => {
    for (const isRestricted of [false, true]) {
      const person = await child();
      if (isRestricted)
        await at.record.restrict(as('teamManager'), person, { readers: [worker.actor], ring: 'Adoption', reason: 'Placed for adoption' });
      await rederive(at.owner, 1, derivation);
      expect((await rebuild(at.owner, 1, derivation)).differences).toEqual([]);
      await at.owner.pool.query(change, [person]);
      expect((await rebuild(at.owner, 1, derivation)).differences).toMatchObject([{ person, kind }]);
      expect(await rederive(at.owner, 1, derivation)).toMatchObject({ differences: 1, written: 1, isFinished: true });
      expect((await rebuild(at.owner, 1, derivation)).differences).toEqual([]);
    }
  });

  it('and does not say that all is well where it could write nothing', async () => {
    const person = await child();
    await at.owner.pool.query('delete from record.ledger where person = $1 and position = 2', [person]);
    expect(await rederive(at.owner, 1, derivation)).toMatchObject({ written: 0, isFinished: false });
    await at.owner.pool.query('delete from record.ledger where person = $1', [person]);
    await at.owner.pool.query('delete from record.head where person = $1', [person]);
  });
});

it('what the boards count together is put right where it says something else than their rows', async () => {
  await child();
  await rederive(at.owner, 1, derivation);
  const wrong = async () =>
    (
      await at.owner.pool.query(
        'select mark from (select mark, 1 as n from record.board where authority = 1 union all select mark, -n from record.board_tally where authority = 1) c group by mark having sum(n) <> 0',
      )
    ).rowCount;
  expect(await wrong()).toBe(0);
  await at.owner.pool.query('insert into record.board_tally(authority, mark, n) values (1, 7, 2), (2, 7, 2)');
  expect(await wrong()).toBe(1);
  expect(await rebuild(at.owner, 1, derivation)).toMatchObject({ differences: [], tally: 1 });
  expect(await wrong()).toBe(1);
  expect(await rederive(at.owner, 1, derivation)).toMatchObject({ tally: 1 });
  expect(await wrong()).toBe(0);
  expect((await at.owner.pool.query('select from record.board_tally where authority = 2')).rowCount).toBe(1);
});

it('two who put the boards’ numbers right at once put them right once', async () => {
  const putRight = (sql: Client) => sql.query<{ wrong: number }>('select record.put_tally_right(1) as wrong');
  await at.owner.pool.query('insert into record.board_tally(authority, mark, n) values (1, 7, 2)');
  const [first, second] = await asOwnerOf(at.owner, 1, async (sql) => {
    const done = await putRight(sql);
    const waiting = asOwnerOf(at.owner, 1, putRight);
    await new Promise((resolve) => setTimeout(resolve, 300));
    return [done, { waiting }] as const;
  });
  expect([first.rows, (await second.waiting).rows]).toEqual([[{ wrong: 1 }], [{ wrong: 0 }]]);
  expect((await rebuild(at.owner, 1, derivation)).tally).toBe(0);
});

it('what is derived again is not said to have changed: the boards keep when something was last recorded', async () => {
  const person = await child();
  await rederive(at.owner, 1, derivation);
  const changedAt = async () =>
    (await at.owner.pool.query<{ at: string }>('select changed_at::text as at from record.board where person = $1', [person])).rows[0]?.at;
  const before = await changedAt();
  for (const change of [
    "update record.board set marks = '{0}', moments = '{}' where person = $1",
    'delete from record.board where person = $1',
  ]) {
    await at.owner.pool.query(change, [person]);
    expect(await rederive(at.owner, 1, derivation)).toMatchObject({ differences: 1, written: 1 });
    expect(await changedAt()).toBe(before);
  }
});

it('a program of before, which says nothing of boards, takes nobody off them', async () => {
  const person = await child();
  const next = entry('visit', '2026-01-07', [{ person }]);
  const about = [{ entry: next.entry, person, expected: 2, answers: {} }];
  const given = [[{ ...next, recordedBy: worker.actor }], about, [{ person, name: 'Ada', state: { name: 'Ada' } }]];
  await expect(
    at.app.transaction(worker, (sql) =>
      sql.query(
        "select * from record.append(1, $1, $2, '[]', $3)",
        given.map((each) => JSON.stringify(each)),
      ),
    ),
  ).rejects.toMatchObject({ code: 'SL001', message: 'This program is older than the database: restart it' });
  expect((await at.owner.pool.query('select from record.board where person = $1', [person])).rowCount).toBe(1);
});
