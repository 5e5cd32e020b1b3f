import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { whyBroken } from './broken-link.ts';
import { addMember } from './members.ts';
import { rebuild } from './rebuild.ts';
import { createRecord } from './record.ts';
import { as, begin, derivation, entry, fixture, openedBy, readAs, type Fixture } from './record.fixture.ts';
import { asOwnerOf, sealDay, verify } from './verify.ts';

let at: Fixture;
beforeAll(async () => {
  at = await fixture();
});
afterAll(() => at.drop());

const worker = as('socialWorker');
const appended = { kind: 'appended' };

async function child(): Promise<string> {
  const person = randomUUID();
  expect(await at.record.append(worker, [begin(person), entry('plan', '2026-01-05', [{ person }])], new Map())).toEqual(appended);
  return person;
}

async function read(person: string) {
  const found = (await readAs(at.record, worker, person)).get(person);
  if (found === undefined) throw new Error('not found');
  return found;
}

describe('appending', () => {
  it('states one visit to two children in both chains, and each sees only their own line', async () => {
    const [one, two] = [await child(), await child()];
    const visit = entry(
      'visit',
      '2026-01-09',
      [
        { person: one, answers: { seenAlone: true } },
        { person: two, answers: { seenAlone: false } },
      ],
      { shared: { home: 'tidy' } },
    );
    expect(await at.record.append(worker, [visit], await readAs(at.record, worker, one, two))).toEqual(appended);
    const record = await read(two);
    expect(record.chain.at(-1)).toMatchObject({
      entry: visit.entry,
      position: 3,
      recordedBy: worker.actor,
      answers: { home: 'tidy', seenAlone: false },
    });
    expect(record.clocks).toMatchObject([{ rule: 'visit', metBy: visit.entry, metOn: '2026-01-09' }]);
    expect(record.standing).toMatchObject({ name: 'Ada', onPlanSince: '2026-01-05', lastSeenOn: '2026-01-09' });
  });

  it('returns a conflict, and nothing was stated about anybody', async () => {
    const [one, two] = [await child(), await child()];
    const stale = await readAs(at.record, worker, one, two);
    await at.record.append(worker, [entry('visit', '2026-01-07', [{ person: one }])], stale);
    const late = entry('visit', '2026-01-08', [{ person: one }, { person: two }]);
    expect(await at.record.append(worker, [late], stale)).toEqual({ kind: 'conflict', people: [{ person: one, position: 3 }] });
    expect((await read(two)).position).toBe(2);
    expect((await read(one)).position).toBe(3);
  });

  it('lets one of two writers at once through', async () => {
    const person = await child();
    const asRead = await readAs(at.record, worker, person);
    const results = await Promise.all(
      ['2026-01-07', '2026-01-08', '2026-01-09'].map((on) => at.record.append(worker, [entry('visit', on, [{ person }])], asRead)),
    );
    expect(results.map((one) => one.kind).sort()).toEqual(['appended', 'conflict', 'conflict']);
  });

  it('accepts a retry without stating twice, and refuses other words under the same name', async () => {
    const person = await child();
    const asRead = await readAs(at.record, worker, person);
    const visit = entry('visit', '2026-01-07', [{ person, answers: { seen: true } }]);
    expect(await at.record.append(worker, [visit], asRead)).toEqual(appended);
    expect(await at.record.append(worker, [visit], asRead)).toEqual(appended);
    expect((await read(person)).position).toBe(3);
    expect(await at.record.append(worker, [{ ...visit, about: [{ person, answers: { seen: false } }] }], asRead)).toMatchObject({
      kind: 'refused',
    });
    expect(
      await at.record.append(worker, [{ ...visit, about: [...visit.about, { person: await child(), answers: {} }] }], asRead),
    ).toMatchObject({ kind: 'refused' });
  });

  it('corrects and strikes out, keeping what was first said; a statement is corrected once', async () => {
    const person = await child();
    const first = entry('visit', '2026-01-07', [{ person, answers: { seen: true } }]);
    await at.record.append(worker, [first], await readAs(at.record, worker, person));
    await at.record.append(
      worker,
      [entry('visit', '2026-01-08', [{ person, answers: { seen: false }, corrects: 3, reason: 'Not seen' }])],
      await readAs(at.record, worker, person),
    );
    const corrected = await read(person);
    expect(corrected.chain).toHaveLength(4);
    expect(corrected.history.filter((one) => one.step === 'visit')).toMatchObject([
      { entry: first.entry, happenedOn: '2026-01-08', answers: { seen: false } },
    ]);
    expect(corrected.clocks).toMatchObject([{ metOn: '2026-01-08' }]);
    expect(
      await at.record.append(
        worker,
        [entry('visit', '2026-01-09', [{ person, corrects: 3, reason: 'Again' }])],
        new Map([[person, corrected]]),
      ),
    ).toMatchObject({ kind: 'refused' });
    expect(
      await at.record.append(
        worker,
        [entry('visit', '2026-01-09', [{ person, corrects: 9, reason: 'Ahead' }])],
        new Map([[person, corrected]]),
      ),
    ).toMatchObject({ kind: 'refused' });
    await at.record.append(
      worker,
      [entry('plan', '2026-01-05', [{ person, corrects: 2, tombstone: true, reason: 'Another child’s' }])],
      new Map([[person, corrected]]),
    );
    const struck = await read(person);
    expect(struck.clocks).toEqual([]);
    expect(struck.standing).not.toHaveProperty('onPlanSince');
  });

  it('notifies with ids only', async () => {
    const client = await at.owner.pool.connect();
    try {
      await client.query('listen sightline');
      const told = new Promise<string>((resolve) => client.once('notification', (one) => resolve(one.payload ?? '')));
      const person = await child();
      expect(JSON.parse(await told)).toMatchObject({ authority: 1, people: [person] });
    } finally {
      client.release(true);
    }
  });
});

it('gives everything as it was known at an instant', async () => {
  const owner = createRecord({ database: at.owner, derivation, now: () => '2026-02-01T09:00:00Z' });
  const person = randomUUID();
  await owner.append(worker, [begin(person), entry('plan', '2026-01-05', [{ person }])], new Map());
  const asRead = await readAs(at.record, worker, person);
  expect(asRead.get(person)?.chain[0]?.recordedAt).toMatch(/^2026-02-01 09:00:00\+00/);
  const visit = entry('visit', '2026-01-07', [{ person }]);
  await createRecord({ database: at.owner, derivation, now: () => '2026-02-03T09:00:00Z' }).append(worker, [visit], asRead);
  const opened = await openedBy(at.record, worker, person, 'look back');
  const then = await at.record.read(opened, '2026-02-02T00:00:00Z');
  expect(then).toMatchObject({ position: 2, clocks: [{ rule: 'visit' }] });
  expect(then.clocks[0]).not.toHaveProperty('metBy');
  expect((await at.record.read(opened, '2026-01-02T00:00:00Z')).position).toBe(0);
  const [listed] = await at.record.list(worker, { people: [person], knownAt: '2026-02-02T00:00:00Z' });
  expect(listed?.standing).not.toHaveProperty('lastSeenOn');
  expect((await at.record.list(worker, { people: [person] }))[0]?.clocks).toMatchObject([{ metBy: visit.entry }]);
  const cheating = createRecord({ database: at.app, derivation, now: () => '2020-01-01T00:00:00Z' });
  const other = randomUUID();
  await cheating.append(worker, [begin(other)], new Map());
  expect((await read(other)).chain[0]?.recordedAt.slice(0, 4)).not.toBe('2020');
});

it('gives back the instants of a limit in hours as they were derived, in lists and in the record', async () => {
  const person = randomUUID();
  const instants = { dueAt: '2026-05-12T06:40:00.000Z', metAt: '2026-05-11T15:00:00.000Z' };
  await at.record.append(worker, [begin(person), entry('plan', '2026-01-05', [{ person, answers: instants }])], new Map());
  expect((await read(person)).clocks).toMatchObject([instants]);
  expect((await at.record.list(worker, { people: [person] }))[0]?.clocks).toMatchObject([instants]);
});

it('equal words have another digest each time: a published one lets nobody guess them', async () => {
  const person = await child();
  const said = { seen: false };
  for (const on of ['2026-01-07', '2026-01-08'])
    await at.record.append(worker, [entry('visit', on, [{ person, answers: said }])], await readAs(at.record, worker, person));
  const { rows } = await at.owner.pool.query<{ kept: string; salted: string; plain: string; salt: string }>(
    `select encode(l.content_hash, 'hex') as kept, c.salt::text,
       encode(sha256(uuid_send(c.salt) || convert_to(jsonb_build_array(c.shared, c.answers)::text, 'UTF8')), 'hex') as salted,
       encode(sha256(convert_to(jsonb_build_array(c.shared, c.answers)::text, 'UTF8')), 'hex') as plain
     from record.ledger l join record.content c using (authority, person, entry) where l.person = $1 and l.position > 2`,
    [person],
  );
  const [one, other] = rows;
  expect([rows.length, one?.plain]).toEqual([2, other?.plain]);
  expect([one?.kept, other?.kept]).toEqual([one?.salted, other?.salted]);
  for (const key of ['kept', 'salt'] as const) expect(one?.[key], key).not.toBe(other?.[key]);
  expect([one?.kept, other?.kept]).not.toContain(one?.plain);
});

describe('verify', () => {
  it('names the first broken link of whatever the owner changed, and the root of a rewritten chain', async () => {
    const person = await child();
    expect(await verify(at.owner, 1)).not.toHaveProperty('broken');
    const tampered = async (statement: string, back: string, position: number) => {
      const rows = await at.owner.pool.query(statement, [person]);
      expect(rows.rowCount, statement).toBe(1);
      expect(await verify(at.owner, 1), statement).toMatchObject({ broken: { person, position } });
      await at.owner.pool.query(back, [person]);
      expect(await verify(at.owner, 1)).not.toHaveProperty('broken');
    };
    const second = '(select entry from record.ledger where person = $1 and position = 2)';
    await tampered(
      `update record.entry set happened_on = happened_on + 1 where entry = ${second}`,
      `update record.entry set happened_on = happened_on - 1 where entry = ${second}`,
      2,
    );
    await tampered(
      `update record.content set answers = '{"a": 1}' where entry = ${second} and person = $1`,
      `update record.content set answers = '{}' where entry = ${second} and person = $1`,
      2,
    );
    await tampered(
      'update record.ledger set tombstone = true where person = $1 and position = 1',
      'update record.ledger set tombstone = false where person = $1 and position = 1',
      1,
    );
    await at.owner.pool.query('delete from record.ledger where person = $1 and position = 2', [person]);
    expect(await verify(at.owner, 1)).toMatchObject({ broken: { person, position: 2 } });
    await at.owner.pool.query('delete from record.ledger where person = $1', [person]);
    await at.owner.pool.query('delete from record.head where person = $1', [person]);
  });

  it('words that are gone are a break, unless two members decided that they be erased and it is noted', async () => {
    const person = await child();
    const entryAt = async (position: number): Promise<string> =>
      (await at.owner.pool.query('select entry from record.ledger where person = $1 and position = $2', [person, position])).rows[0].entry;
    const erased = await entryAt(1);
    const [one, other] = [randomUUID(), randomUUID()];
    for (const member of [one, other])
      await addMember(at.owner, { authority: 1, member, name: 'Somebody', email: `${member}@example.org`, roles: ['headOfService'] });
    const note = (by: readonly string[], ground = 'Retention has ended', database = at.owner) =>
      asOwnerOf(database, 1, (sql) => sql.query('select record.note_erasure(1, $1, $2, $3, $4, $5)', [person, erased, ...by, ground]));
    await expect(note([one, other])).rejects.toThrow(/still there/);
    await at.owner.pool.query('delete from record.content where person = $1 and entry = $2', [person, erased]);
    const broken = { person, position: 1 };
    expect(await verify(at.owner, 1)).toMatchObject({ broken });
    expect(await whyBroken(at.owner, 1, broken)).toContain('no erasure of them is noted');
    await expect(note([one, one])).rejects.toThrow(/two members/);
    await expect(note([one, randomUUID()])).rejects.toThrow(/two members/);
    await expect(note([one, other], ' ')).rejects.toThrow(/ground/);
    await expect(note([one, other], 'Retention has ended', at.app)).rejects.toThrow(/permission denied/);
    await note([one, other]);
    expect(await verify(at.owner, 1)).not.toHaveProperty('broken');
    expect(await verify(at.owner, 1)).toMatchObject({ erased: 1 });
    await at.owner.pool.query('delete from record.content where person = $1', [person]);
    expect(await verify(at.owner, 1)).toMatchObject({ broken: { person, position: 2 } });
    for (const table of ['erasure', 'ledger', 'head']) await at.owner.pool.query(`delete from record.${table} where person = $1`, [person]);
  });

  it('seals days one upon another', async () => {
    await child();
    const past = createRecord({ database: at.owner, derivation, now: () => '2025-02-01T09:00:00Z' });
    const person = randomUUID();
    await past.append(worker, [begin(person)], new Map());
    expect(await sealDay(at.owner, 1, '2025-02-01')).toMatch(/^[0-9a-f]{64}$/);
    await sealDay(at.owner, 1, '2025-02-02');
    await expect(sealDay(at.owner, 1, '2999-01-01')).rejects.toThrow(/over/);
    expect(await verify(at.owner, 1)).not.toHaveProperty('brokenRoot');
    await at.owner.pool.query("update record.root set root = '\\x01' where day = '2025-02-01'");
    expect(await verify(at.owner, 1)).toMatchObject({ brokenRoot: { day: '2025-02-02' } });
    await at.owner.pool.query('delete from record.root');
  });
});

it('rebuilds: finds what is stored otherwise, and writes only when asked', async () => {
  const person = await child();
  await at.owner.pool.query('update record.clock set due_on = due_on + 5 where person = $1', [person]);
  const found = await rebuild(at.owner, 1, derivation);
  expect(found).toMatchObject({ written: 0, differences: [{ person, kind: 'clock' }] });
  expect(await rebuild(at.owner, 1, derivation, { write: true })).toMatchObject({ written: 1 });
  expect((await rebuild(at.owner, 1, derivation)).differences).toEqual([]);
});

it('appends hundreds of children and thousands of entries in one call', async () => {
  const people = Array.from({ length: 400 }, () => randomUUID());
  const entries = people.flatMap((person) => [
    begin(person),
    entry('plan', '2026-01-05', [{ person }]),
    ...Array.from({ length: 10 }, (_, n) => entry('visit', `2026-02-${String(n + 10)}`, [{ person }])),
  ]);
  expect(await at.record.append(worker, entries, new Map())).toEqual(appended);
  expect((await rebuild(at.owner, 1, derivation)).differences).toEqual([]);
});
