import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayInEngland } from '../kernel/calendar/dates.ts';
import { whyBroken } from './broken-link.ts';
import { as, begin, entry, fixture, type Fixture } from './record.fixture.ts';
import { firstBrokenDay, rootsSince, sealDaysBefore } from './roots.ts';
import { sealDay } from './verify.ts';
import { verify } from './verify.ts';

let at: Fixture;
beforeAll(async () => {
  at = await fixture();
});
afterAll(() => at.drop());

const worker = as('socialWorker');
const today = dayInEngland(new Date());

async function child(): Promise<string> {
  const person = randomUUID();
  await at.record.append(worker, [begin(person), entry('plan', '2026-01-05', [{ person }])], new Map());
  return person;
}

describe('sealing', () => {
  it('seals yesterday first, then each day that has come to its end since, and nothing twice', async () => {
    await child();
    expect(await sealDaysBefore(at.owner, 1, today)).toEqual([addDays(today, -1)]);
    expect(await sealDaysBefore(at.owner, 1, today)).toEqual([]);
    await at.owner.pool.query('delete from record.root where authority = 1');
    expect(await sealDaysBefore(at.owner, 1, addDays(today, -3))).toEqual([addDays(today, -4)]);
    expect(await sealDaysBefore(at.owner, 1, today)).toEqual([addDays(today, -3), addDays(today, -2), addDays(today, -1)]);
    expect((await rootsSince(at.owner, 1, addDays(today, -2))).map(({ day }) => day)).toEqual([addDays(today, -2), addDays(today, -1)]);
    expect(await rootsSince(at.owner, 2)).toEqual([]);
  });

  it('waits for an entry that was begun before midnight and is still being written', async () => {
    const client = await at.owner.pool.connect();
    // As an append of yesterday holds it until it has committed.
    await client.query("begin; select pg_advisory_xact_lock_shared((extract(epoch from now() - interval '1 day') * 1000000)::bigint)");
    await expect(sealDaysBefore(at.owner, 2, today)).rejects.toThrow('still being written');
    await client.query('commit');
    client.release();
    expect(await sealDaysBefore(at.owner, 2, today)).toHaveLength(1);
  });
});

/** Yesterday's root of a database with one child, as it was published; the child's entries are then told to have been made the day before. */
async function publishedYesterday(person: string) {
  await at.owner.pool.query('delete from record.root');
  // The owner alone can do this: it moves the chain into the past, where a root stands for it.
  await at.owner.pool.query("update record.ledger set recorded_at = recorded_at - interval '2 days' where person = $1", [person]);
  await sealDaysBefore(at.owner, 1, addDays(today, -1));
  await sealDaysBefore(at.owner, 1, today);
  return rootsSince(at.owner, 1);
}

describe('roots that were published', () => {
  it('hold for an honest database, and name the first day of one that was changed', async () => {
    const person = await child();
    const published = await publishedYesterday(person);
    expect(published).toHaveLength(2);
    expect(await firstBrokenDay(at.owner, 1, published)).toBeUndefined();

    await at.owner.pool.query("update record.ledger set hash = '\\x01' where person = $1 and position = 2", [person]);
    expect(await firstBrokenDay(at.owner, 1)).toEqual({ day: addDays(today, -2), why: 'chains changed' });
    await at.owner.pool.query('delete from record.root');
    await sealDaysBefore(at.owner, 1, addDays(today, -1));
    await sealDaysBefore(at.owner, 1, today);
    expect(await firstBrokenDay(at.owner, 1)).toBeUndefined();
    expect(await firstBrokenDay(at.owner, 1, published)).toEqual({ day: addDays(today, -2), why: 'another root' });
  });

  it('name a sealed day that was removed', async () => {
    const published = await publishedYesterday(await child());
    await at.owner.pool.query('delete from record.root where day = $1', [addDays(today, -1)]);
    expect(await firstBrokenDay(at.owner, 1)).toBeUndefined();
    expect(await firstBrokenDay(at.owner, 1, published)).toEqual({ day: addDays(today, -1), why: 'not in the database' });
    await at.owner.pool.query('delete from record.root where day = $1', [addDays(today, -2)]);
  });
});

describe('a broken link', () => {
  const second = '(select entry from record.ledger where person = $1 and position = 2)';
  const changes: readonly (readonly [string, string, RegExp])[] = [
    [
      'an answer',
      `update record.content set answers = '{"seen": true}' where person = $1 and entry = ${second}`,
      /words or answers were changed/,
    ],
    ['a date', `update record.entry set happened_on = '2020-01-01' where entry = ${second}`, /step, date, author/],
    ['the end', 'delete from record.ledger where person = $1 and position = 2', /ends at position 1, though 2 were recorded/],
    ['a beginning', 'delete from record.ledger where person = $1 and position = 1', /line before it was removed/],
    [
      'a time',
      "update record.ledger set recorded_at = recorded_at - interval '1 second' where person = $1 and position = 2",
      /time at which it was recorded/,
    ],
    ['the kept end', "update record.head set hash = '\\x01' where person = $1", /written anew/],
  ];

  for (const [what, sql, words] of changes)
    it(`says in words that ${what} was changed or removed`, async () => {
      // Verify names the first child: this one comes before every other.
      const person = `00000000-${randomUUID().slice(9)}`;
      await at.owner.pool.query("delete from record.head where person < '00000001-0000-0000-0000-000000000000'");
      await at.owner.pool.query("delete from record.ledger where person < '00000001-0000-0000-0000-000000000000'");
      await at.record.append(worker, [begin(person), entry('plan', '2026-01-05', [{ person }])], new Map());
      await at.owner.pool.query(sql, [person]);
      const { broken } = await verify(at.owner, 1);
      expect(broken).toMatchObject({ person, position: 2 });
      expect(await whyBroken(at.owner, 1, broken ?? { person, position: 0 })).toMatch(words);
    });
});

describe('a day', () => {
  it('is sealed in order, once, whoever asks at the same time; and not while something of it is still being written', async () => {
    await at.owner.pool.query('delete from record.root');
    await child();
    const [first, second] = [addDays(today, -3), addDays(today, -2)];
    const twice = await Promise.all([1, 2, 3].map(() => sealDay(at.owner, 1, first)));
    expect(new Set(twice).size).toBe(1);
    await expect(sealDay(at.owner, 1, addDays(today, -1))).rejects.toThrow(/in order/);
    const [, root] = await Promise.all([sealDay(at.owner, 1, second).catch(() => ''), sealDay(at.owner, 1, second)]);
    expect(root).toMatch(/^[0-9a-f]{64}$/);
    await expect(sealDay(at.owner, 1, addDays(today, -4))).rejects.toThrow(/later day/);
    expect(await firstBrokenDay(at.owner, 1)).toBeUndefined();
    await at.owner.pool.query('delete from record.root');
  });
});
