import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, date } from '../kernel/calendar/dates.ts';
import type { ChildRecord, NewEntry } from './contract.ts';
import { rebuild } from './rebuild.ts';
import { admitted, as, begin, derivation, entry, fixture, readAs, team, type Fixture } from './record.fixture.ts';
import { asOwnerOf, verify } from './verify.ts';

let at: Fixture;
beforeAll(async () => void (at = await fixture()));
afterAll(() => at.drop());

const manager = as('teamManager');
const worker = as('socialWorker', { scope: 'own' });

async function record(person: string, ...entries: readonly NewEntry[]): Promise<void> {
  const known =
    (await at.record.open(manager, [person], 'look')).get(person)?.kind === 'opened' ? await readAs(at.record, manager, person) : new Map();
  expect(await at.record.append(manager, entries, known)).toEqual({ kind: 'appended' });
}

async function merge(kept: string, other: string) {
  const merged = entry('recordMerge', '2026-05-20', [
    { person: kept, answers: { other, side: 'kept' } },
    { person: other, answers: { other: kept, side: 'merged' } },
  ]);
  return at.record.append(manager, [merged], await readAs(at.record, manager, kept, other));
}

async function separate(kept: string) {
  const known = (await readAs(at.record, manager, kept)).get(kept);
  const other = known?.merged?.[0];
  if (known === undefined || other === undefined) throw new Error('Nothing is merged');
  const about = (one: ChildRecord) => ({ person: one.person, tombstone: true, reason: 'They are cousins', ...correcting(one) });
  const struck = entry('recordMerge', '2026-05-20', [about(known), about(other)]);
  return at.record.append(manager, [struck], new Map([known, other].map((one) => [one.person, one])));
}

function correcting({ chain }: ChildRecord): { readonly corrects?: number } {
  const line = chain.findLast(({ step }) => step === 'recordMerge');
  return line === undefined ? {} : { corrects: line.position };
}

/** Everything that is derived of these people, as it is stored now. */
async function derived(...people: readonly string[]): Promise<unknown> {
  return asOwnerOf(at.owner, 1, async (sql) => {
    const rows = async (text: string) => (await sql.query(text, [people])).rows;
    return [
      await rows(
        "select person, restricted, team, worker, on_plan_since, name, state, words from record.standing where known_to = 'infinity' and person = any($1) order by person",
      ),
      await rows(
        "select person, rule, started_by, started_on, due_on, met_by, met_on from record.clock where known_to = 'infinity' and person = any($1) order by person, rule, started_by",
      ),
      await rows('select person, kind, value from record.identifier where person = any($1) order by person, kind, value'),
      await rows('select person, names, words, born_on from record.sought where person = any($1) order by person'),
      await rows('select person, word, beside from record.name_pair where person = any($1) order by person, word, beside'),
      await rows('select person, marks, dues from record.board where person = any($1) order by person'),
      await rows('select person, into_person from record.merged where person = any($1)'),
    ];
  });
}

const event = fc.record({ step: fc.constantFrom('plan', 'visit', 'begin'), day: fc.nat({ max: 200 }), number: fc.nat({ max: 3 }) });
const eventsOf = (person: string, events: readonly { step: string; day: number; number: number }[]) =>
  events.map(({ step, day, number }, n) =>
    entry(step, addDays(date('2026-01-01'), day), [
      {
        person,
        answers:
          step === 'begin' ? { name: `Ada ${'Khan Malik Shah Aziz'.split(' ')[number] ?? ''}`, number: `${person.slice(0, 8)}-${n}` } : {},
      },
    ]),
  );

describe('two records of one person', () => {
  test('merged and separated again, both are what they were, whatever stands in them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 4 }), fc.array(event, { maxLength: 4 }), async (own, theirs) => {
        const [kept, other] = [randomUUID(), randomUUID()];
        await record(kept, begin(kept, { name: 'Ada Khan', bornOn: '2014-03-09' }), ...eventsOf(kept, own));
        await record(other, begin(other, { name: 'Aida Kahn' }), ...eventsOf(other, theirs));
        const before = await derived(kept, other);
        expect(await merge(kept, other)).toEqual({ kind: 'appended' });
        expect(await derived(kept, other)).not.toEqual(before);
        expect((await rebuild(at.owner, 1, derivation)).differences).toEqual([]);
        expect(await separate(kept)).toEqual({ kind: 'appended' });
        expect(await derived(kept, other)).toEqual(before);
      }),
      { numRuns: 6 },
    );
    expect((await rebuild(at.owner, 1, derivation)).differences).toEqual([]);
    expect(await verify(at.owner, 1)).not.toHaveProperty('broken');
  });

  test('are read as one, under the record that is kept, and the old id leads there; each opening is logged in both', async () => {
    const [kept, other] = [randomUUID(), randomUUID()];
    await record(kept, begin(kept, { name: 'Nour Haddad', number: `K-${kept}`, bornOn: '2015-02-03' }));
    await record(other, begin(other, { name: 'Noor Hadad', number: `O-${other}` }), entry('plan', '2026-02-02', [{ person: other }]));
    expect(await merge(kept, other)).toEqual({ kind: 'appended' });
    const opening = (await at.record.open(worker, [other], 'an old letter')).get(other);
    expect(opening).toEqual({ kind: 'merged', into: kept });
    const one = (await readAs(at.record, worker, kept)).get(kept);
    expect(one?.history.map(({ step, of }) => [step, of === other])).toEqual(
      expect.arrayContaining([
        ['plan', true],
        ['begin', true],
        ['begin', false],
        ['recordMerge', false],
      ]),
    );
    expect(one?.standing).toMatchObject({ name: 'Nour Haddad', onPlanSince: '2026-02-02', team });
    expect(one?.clocks).toMatchObject([{ rule: 'visit', dueOn: '2026-02-12' }]);
    expect(one?.chain).toHaveLength(2);
    expect(await at.record.identify(worker, [{ kind: 'local', value: `O-${other}` }])).toEqual(new Map([[`local O-${other}`, kept]]));
    expect((await at.record.search(worker, 'noor hadad')).map(({ person }) => person)).toEqual([kept]);
    expect((await at.record.list(manager, { people: [kept, other], onPlan: true })).map(({ person }) => person)).toEqual([kept]);
    const log = await asOwnerOf(at.owner, 1, (sql) =>
      sql.query('select person from record.access_log where actor = $1 and reason = $2', [worker.actor, 'visit today']),
    );
    expect(log.rows.map((row) => Object.values(row)[0]).sort()).toEqual([kept, other].sort());
  });

  test('go on as one: a visit recorded in the record that is kept meets the limit of the other, which takes nothing any more', async () => {
    const [kept, other] = [randomUUID(), randomUUID()];
    await record(kept, begin(kept));
    await record(other, begin(other), entry('plan', '2026-02-02', [{ person: other }]));
    const stale = await readAs(at.record, worker, other);
    expect(await merge(kept, other)).toEqual({ kind: 'appended' });
    expect(await at.record.append(worker, [entry('visit', '2026-02-05', [{ person: other }])], stale)).toMatchObject({
      kind: 'refused',
      message: 'This record was merged into another of the same person: record it there',
    });
    await record(kept, entry('visit', '2026-02-05', [{ person: kept }]));
    expect((await readAs(at.record, worker, kept)).get(kept)?.clocks).toMatchObject([{ metOn: '2026-02-05' }]);
    expect((await rebuild(at.owner, 1, derivation)).differences).toEqual([]);
  });

  test('are restricted together, and nothing restricted is merged', async () => {
    const [kept, other, third] = [randomUUID(), randomUUID(), randomUUID()];
    for (const person of [kept, other, third]) await record(person, begin(person, { name: `Zed ${person.slice(0, 4)}` }));
    expect(await merge(kept, other)).toEqual({ kind: 'appended' });
    expect(await at.record.restrict(manager, kept, { readers: [manager.actor], ring: 'Adoption', reason: 'adopted' })).toEqual({
      kind: 'done',
    });
    expect((await at.record.open(worker, [kept], 'look')).get(kept)).toEqual({ kind: 'restricted', ring: 'Adoption' });
    const rings = await asOwnerOf(at.owner, 1, (sql) =>
      sql.query('select person from record.ring where lifted_at is null and person = any($1)', [[kept, other]]),
    );
    expect(rings.rows).toHaveLength(2);
    expect(await merge(third, kept)).toMatchObject({ kind: 'refused' });
    expect((await at.record.read(admitted(await at.record.breakGlass(worker, kept, 'child at the door')))).merged).toHaveLength(1);
    expect((await at.record.open(as('socialWorker', { authority: 2 }), [other], 'look')).get(other)).toEqual({ kind: 'unknown' });
    expect((await at.record.open(as('performanceAnalyst'), [other], 'look')).get(other)).toEqual({ kind: 'unknown' });
  });
});
