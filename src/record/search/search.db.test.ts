import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lookForAll, withinFirst } from '../../../test/search/look.ts';
import { populate } from '../../../test/search/population.ts';
import type { Session } from '../contract.ts';
import { rebuild } from '../rebuild.ts';
import { as, begin, derivation, entry, fixture, readAs, type Fixture } from '../record.fixture.ts';
import { asOwnerOf } from '../verify.ts';

let at: Fixture;
beforeAll(async () => void (at = await fixture()));
afterAll(() => at.drop());

const worker = as('socialWorker', { scope: 'own' });
const manager = as('teamManager');
const found = async (words: string, session: Session = worker) => (await at.record.search(session, words)).map(({ person }) => person);

async function somebody(name: string, answers: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const person = randomUUID();
  expect(await at.record.append(worker, [begin(person, { name, ...answers })], new Map())).toEqual({ kind: 'appended' });
  return person;
}

describe('a search', () => {
  test('finds whom somebody means among some thousand people, as names are misspelt and half remembered', async () => {
    const session = as('dutyWorker', { authority: 2 });
    await populate(at.owner, 2, 1500);
    const looks = await lookForAll(at.owner, at.app, session, 'madeWith');
    expect(looks.length).toBeGreaterThanOrEqual(200);
    const missed = looks.filter(({ place }) => place === 0 || place > 3).map(({ query, name, place }) => `${query} for ${name}: ${place}`);
    expect(withinFirst(looks, 3) / looks.length, missed.join('\n')).toBeGreaterThanOrEqual(0.98);
  });

  test('gives nobody to a role that opens no record, to another authority, or without a session', async () => {
    const person = await somebody('Perpetua Quince');
    expect(await found('perpetua quince')).toEqual([person]);
    for (const session of [as('performanceAnalyst'), as('administrator'), as('socialWorker', { authority: 2 })])
      expect(await found('perpetua quince', session)).toEqual([]);
    const asked = JSON.stringify({ words: [{ word: 'quince', by: [{ key: '=quince', weight: 100 }] }], split: [], whole: [], days: [] });
    expect((await at.app.transaction(null, (sql) => sql.query('select * from record.search($1)', [asked]))).rows).toEqual([]);
  });

  test('answers as if a restricted record were not there, until the restriction is lifted', async () => {
    const other = await somebody('Ottoline Farthingale', { bornOn: '2014-03-09' });
    const questions = ['Ottoline Farthingale', 'farthingail', 'otto', 'f', '9/3/2014', 'Ottoline 2014'];
    const before = await Promise.all(questions.map((words) => found(words)));
    const person = await somebody('Ottoline Farthingale-Zuckerbrot', { bornOn: '2014-03-09' });
    expect(await found('Farthingale')).toContain(person);
    await at.record.restrict(manager, person, { readers: [manager.actor], ring: 'Adoption', reason: 'adopted' });
    expect(await Promise.all(questions.map((words) => found(words)))).toEqual(before);
    expect(await found('Zuckerbrot')).toEqual([]);
    expect(await found('Zuckerbrot', manager)).toEqual([]);
    expect((await found('Ottoline Farthingale'))[0]).toBe(other);
    await at.record.open(manager, [person], 'to lift it');
    await at.record.lift(manager, person, 'no longer needed');
    expect(await found('Zukerbrot')).toEqual([person]);
  });

  test('knows a correction, and forgets what was wrong', async () => {
    const person = await somebody('Wilhelmina Brocklebank');
    const known = await readAs(at.record, worker, person);
    const corrected = entry('begin', '2026-01-01', [
      { person, corrects: 1, reason: 'misspelt', answers: { name: 'Wilhelmina Spratchett' } },
    ]);
    expect(await at.record.append(worker, [corrected], known)).toEqual({ kind: 'appended' });
    expect(await found('spratchett')).toEqual([person]);
    expect(await found('brocklebank')).toEqual([]);
    const pairs = await asOwnerOf(at.owner, 1, (sql) =>
      sql.query('select word from record.name_pair where person = $1 order by word', [person]),
    );
    expect(pairs.rows).toEqual([{ word: 'spratchett' }, { word: 'wilhelmina' }]);
  });

  test('is put right by a rebuild, when what it goes by is missing, old or marked wrongly', async () => {
    const [lost, old, marked] = [await somebody('Lavinia Grubb'), await somebody('Cosmo Grubb'), await somebody('Ptolemy Grubb')];
    expect((await rebuild(at.owner, 1, derivation)).differences).toEqual([]);
    await asOwnerOf(at.owner, 1, async (sql) => {
      await sql.query('delete from record.sought where person = $1', [lost]);
      await sql.query('update record.sought set keys = 0 where person = $1', [old]);
      await sql.query('update record.sought set restricted = true where person = $1', [marked]);
      await sql.query('update record.name_pair set restricted = true where person = $1', [marked]);
    });
    const { differences } = await rebuild(at.owner, 1, derivation, { write: true });
    expect(differences.map(({ kind, person }) => ({ kind, person })).sort((a, b) => (a.person < b.person ? -1 : 1))).toEqual(
      [lost, old, marked].sort().map((person) => ({ kind: 'search', person })),
    );
    expect((await rebuild(at.owner, 1, derivation)).differences).toEqual([]);
    expect((await found('grubb')).sort()).toEqual([lost, old, marked].sort());
  });
});
