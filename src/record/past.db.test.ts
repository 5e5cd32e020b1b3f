import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { noteNewAuthority, rederive } from './derivation-runs.ts';
import { comparePast } from './past.ts';
import { as, begin, derivation, entry, fixture, readAs, type Fixture } from './record.fixture.ts';

let at: Fixture;
beforeAll(async () => {
  at = await fixture();
  for (const authority of [1, 2]) await noteNewAuthority(at.owner, authority, derivation);
});
afterAll(() => at.drop());

const worker = as('socialWorker');

/** On a plan, and then visited: the limit and the standing of before are closed, and of after current. */
async function visited(): Promise<string> {
  const person = randomUUID();
  await at.record.append(worker, [begin(person), entry('plan', '2026-01-05', [{ person }])], new Map());
  await at.record.append(worker, [entry('visit', '2026-01-09', [{ person }])], await readAs(at.record, worker, person));
  return person;
}

const differencesOf = async (person: string) =>
  (await comparePast(at.owner, 1, derivation)).differences.filter((one) => one.person === person);

it.each([
  ['clock', 'another day', "update record.clock set due_on = due_on + 1 where person = $1 and known_to < 'infinity'"],
  ['clock', 'gone', "delete from record.clock where person = $1 and known_to < 'infinity'"],
  [
    'standing',
    'another team',
    `update record.standing set state = state || '{"team": "another"}' where person = $1 and known_to < 'infinity'`,
  ],
  ['standing', 'gone', "delete from record.standing where person = $1 and known_to < 'infinity'"],
])('names a %s of the past that is not what the chain gave then: %s', async (kind, _name, change) => {
  const person = await visited();
  expect(await differencesOf(person)).toEqual([]);
  await at.owner.pool.query(change, [person]);
  expect(await differencesOf(person)).toMatchObject([{ person, kind }]);
  expect((await comparePast(at.owner, 2, derivation)).differences).toEqual([]);
});

it('what other rules derived is counted, not compared; what these derive from then on is', async () => {
  await visited();
  const next = { ...derivation, rulesHash: 'next', clocks: () => [] };
  expect(await comparePast(at.owner, 1, next)).toMatchObject({ compared: 0, differences: [] });
  await rederive(at.owner, 1, next);
  const { notCompared, differences } = await comparePast(at.owner, 1, next);
  expect(notCompared).toBeGreaterThan(0);
  expect(differences).toEqual([]);
});
