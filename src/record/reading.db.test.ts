import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../kernel/calendar/dates.ts';
import { practitioners, type Role } from '../kernel/step/permission.ts';
import { settingsOf } from '../platform/database.ts';
import type { Derivation, Opened } from './contract.ts';
import { addAuthority, syncPermissions } from './members.ts';
import { rebuild } from './rebuild.ts';
import { createRecord } from './record.ts';
import { as, derivation, entry, fixture, openedBy, otherTeam, readAs, type Fixture } from './record.fixture.ts';
import { verify } from './verify.ts';

/** "Secret" is a step that one role alone reads, and it moves a clock and the standing of everybody's. */
const secretly: Derivation = {
  ...derivation,
  readBy: { ...derivation.readBy, category: 'secret' },
  clocks: (history) => {
    const secrets = history.filter((one) => one.step === 'secret').length;
    return derivation.clocks(history).map((clock) => ({ ...clock, dueOn: addDays(clock.dueOn, secrets) }));
  },
  standing: (history) => ({
    ...derivation.standing(history),
    category: `${history.filter((one) => one.step === 'secret').length} secrets`,
  }),
};

let at: Fixture;
beforeAll(async () => {
  const made = await fixture();
  at = { ...made, record: createRecord({ database: made.app, derivation: secretly }) };
  const recorders: readonly Role[] = ['socialWorker', 'reviewingOfficer'];
  for (const authority of [1, 2])
    await syncPermissions(
      made.owner,
      authority,
      new Map([
        ['begin', { record: recorders, read: practitioners }],
        ['plan', { record: recorders, read: practitioners }],
        ['visit', { record: recorders, read: practitioners }],
        ['secret', { record: ['reviewingOfficer'], read: ['reviewingOfficer'] }],
      ]),
    );
});
afterAll(() => at.drop());

const appended = { kind: 'appended' };
const limited = as('socialWorker');
const whole = as('reviewingOfficer');
const elsewhere = as('reviewingOfficer', { authority: 2 });

/** begin, plan, secret, visit: the third is the reviewing officers' alone. */
async function child(session = whole): Promise<string> {
  const person = randomUUID();
  const entries = [
    entry('begin', '2026-01-01', [{ person, answers: { name: 'Ada' } }]),
    entry('plan', '2026-01-05', [{ person }]),
    entry('secret', '2026-01-06', [{ person, answers: { words: 'the hidden word' } }], { shared: { more: 'another hidden word' } }),
    entry('visit', '2026-01-07', [{ person, answers: { note: 'seen' } }]),
  ];
  expect(await at.record.append(session, entries, new Map())).toEqual(appended);
  return person;
}

async function read(session: typeof limited, person: string) {
  const found = (await readAs(at.record, session, person)).get(person);
  if (found === undefined) throw new Error('not opened');
  return found;
}

describe('a step that a role may not read', () => {
  it('is neither shown nor named; that something is there is said', async () => {
    const person = await child();
    const seen = await read(limited, person);
    expect(seen.position).toBe(4);
    expect(seen.chain.map(({ step, position }) => `${position} ${step}`)).toEqual(['1 begin', '2 plan', '4 visit']);
    expect(seen.history.map(({ step }) => step)).toEqual(['begin', 'plan', 'visit']);
    expect(seen.unread).toMatchObject([{ position: 3 }]);
    expect(JSON.stringify(seen)).not.toContain('hidden');
    const all = await read(whole, person);
    expect(all.history.map(({ step }) => step)).toEqual(['begin', 'plan', 'secret', 'visit']);
    expect(all).not.toHaveProperty('unread');
  });

  it('is not given by the database under the settings of the wrong role, of another authority, or of nobody', async () => {
    const person = await child();
    await at.record.open(limited, [person], 'to read it');
    const words = async (session: typeof limited, steps: readonly string[]) => {
      const { rows } = await at.app.transaction({ ...session, opened: [person], steps }, (sql) =>
        sql.query<{ all: string }>(
          `select coalesce(string_agg(x.t, ' '), '') as all from (select c::text as t from record.content c union all select e::text from record.entry e) x`,
        ),
      );
      return rows[0]?.all ?? '';
    };
    const readable = async (session: typeof limited) =>
      (
        await at.app.transaction(session, (sql) =>
          sql.query<{ steps: string[] }>('select steps from record.admits($1, $2, null)', [session.authority, [person]]),
        )
      ).rows[0]?.steps ?? [];
    expect(await readable(limited)).toEqual(['begin', 'plan', 'visit']);
    expect(await readable(whole)).toEqual(['begin', 'plan', 'secret', 'visit']);
    for (const role of ['performanceAnalyst', 'administrator'] as const) expect(await readable(as(role))).toEqual([]);
    expect(await words(limited, await readable(limited))).toContain('seen');
    expect(await words(limited, await readable(limited))).not.toMatch(/hidden|secret/);
    expect(await words(limited, [])).toBe('');
    expect(await words(elsewhere, await readable(elsewhere))).toBe('');
    expect(await words(whole, await readable(whole))).toContain('the hidden word');
  });

  it('is derived from all the same: an append by who cannot read it leaves right clocks, and rebuild finds no difference', async () => {
    const person = await child();
    const before = await read(limited, person);
    expect(before.clocks).toMatchObject([{ dueOn: '2026-01-16' }]);
    expect(await at.record.append(limited, [entry('visit', '2026-01-09', [{ person }])], new Map([[person, before]]))).toEqual(appended);
    const after = await read(limited, person);
    expect(after.clocks).toMatchObject([{ dueOn: '2026-01-16', metOn: '2026-01-07' }]);
    expect(after.standing).toMatchObject({ unread: true, lastSeenOn: '2026-01-09' });
    expect(after.standing).not.toHaveProperty('category');
    expect((await read(whole, person)).standing).toMatchObject({ category: '1 secrets', lastSeenOn: '2026-01-09' });
    expect((await rebuild(at.owner, 1, secretly)).differences).toEqual([]);
    expect(await verify(at.owner, 1)).not.toHaveProperty('broken');
  });

  it('is judged by all the same: a rule hears the whole history, of whoever asks', async () => {
    const person = await child();
    const seen = await read(limited, person);
    expect(await at.record.judge(limited, seen, (history) => history.map(({ step }) => step))).toEqual([
      'begin',
      'plan',
      'secret',
      'visit',
    ]);
  });

  it('written between reading and appending is a conflict', async () => {
    const person = await child();
    const seen = await read(limited, person);
    await at.record.append(whole, [entry('secret', '2026-01-08', [{ person }])], await readAs(at.record, whole, person));
    expect(await at.record.append(limited, [entry('visit', '2026-01-09', [{ person }])], new Map([[person, seen]]))).toEqual({
      kind: 'conflict',
      people: [{ person, position: 5 }],
    });
    expect(await at.record.judge(limited, seen, (history) => history.length)).toBe(4);
    expect((await rebuild(at.owner, 1, secretly)).differences).toEqual([]);
  });

  it('cannot be corrected or struck out by calling it another step', async () => {
    const person = await child();
    for (const tombstone of [true, false])
      expect(
        await at.record.append(
          limited,
          [entry('visit', '2026-01-09', [{ person, corrects: 3, tombstone, reason: 'to be rid of it' }])],
          await readAs(at.record, limited, person),
        ),
      ).toEqual({ kind: 'refused', message: 'A correction must be of the same kind as the statement that it corrects' });
    expect(
      await at.record.append(limited, [entry('secret', '2026-01-09', [{ person }])], await readAs(at.record, limited, person)),
    ).toEqual({
      kind: 'refused',
      message: 'Your role may not record "secret"',
    });
    expect((await read(whole, person)).position).toBe(4);
  });

  it('gives its whole history to nobody who has not opened the record, may record nothing, or is of another authority', async () => {
    const person = await child();
    const asked = (session: typeof limited) =>
      at.app.transaction(session, (sql) => sql.query('select * from record.chains_to_derive_from(1, $1, null)', [[person]]));
    const stranger = as('socialWorker');
    await expect(asked(stranger)).rejects.toMatchObject({ code: 'SL001' });
    await at.record.open(as('dutyWorker', { actor: stranger.actor }), [person], 'duty call');
    await expect(asked({ ...stranger, roles: ['dutyWorker'] })).rejects.toThrow(/may not record/);
    await expect(asked(elsewhere)).rejects.toThrow(/not signed in/);
    await expect(asked({ ...stranger, authority: 2 })).rejects.toThrow(/not signed in/);
    expect((await asked(stranger)).rowCount).toBe(4);
  });
});

const liftedByHead = async (person: string) => {
  const head = as('headOfService');
  await at.record.breakGlass(head, person, 'to lift it');
  expect(await at.record.lift(head, person, 'over')).toEqual({ kind: 'done' });
};

describe('a record that was opened', () => {
  it('closes at once to those outside when it is restricted, and to whoever loses the role', async () => {
    const person = await child();
    const opened = await openedBy(at.record, limited, person, 'visit');
    const manager = as('teamManager');
    await at.record.restrict(manager, person, { readers: [whole.actor], ring: 'Adoption', reason: 'adopted' });
    await expect(at.record.read(opened)).rejects.toThrow(/restricted/);
    await expect(at.record.whoOpened(opened)).rejects.toThrow(/restricted/);
    expect((await read(whole, person)).position).toBe(4);
    await liftedByHead(person);
    expect((await at.record.read(opened)).position).toBe(4);
    const moved = { ...opened, session: { ...limited, roles: ['performanceAnalyst' as const] } };
    await expect(at.record.read(moved)).rejects.toThrow(/your role/);
  });

  it('cannot be read by a session that another has opened it for', async () => {
    const person = await child();
    const opened = await openedBy(at.record, limited, person, 'visit');
    const forged: Opened = { ...opened, session: as('reviewingOfficer') };
    await expect(at.record.read(forged)).rejects.toThrow(/opened it/);
  });
});

describe('words meant for several children', () => {
  it('are withheld while any of them is restricted to others, though one is lifted while another is restricted', async () => {
    const [first, second, third] = [await child(), await child(), await child()];
    const visit = entry('visit', '2026-01-09', about([first, second, third]), { shared: { note: 'all three' } });
    expect(await at.record.append(whole, [visit], await readAs(at.record, whole, first, second, third))).toEqual(appended);
    await at.record.restrict(as('teamManager'), first, { readers: [whole.actor], ring: 'Adoption', reason: 'adopted' });
    const [head, manager] = [as('headOfService'), as('teamManager')];
    await at.record.breakGlass(head, first, 'to lift it');
    const lifting = Promise.withResolvers<undefined>();
    const lifted = Promise.withResolvers<undefined>();
    const lift = at.app.transaction(head, async (sql) => {
      await sql.query("select record.lift(1, $1, 'over')", [first]);
      lifted.resolve(undefined);
      await lifting.promise;
    });
    await lifted.promise;
    const restrict = at.record.restrict(manager, second, { readers: [whole.actor], ring: 'Adoption', reason: 'adopted' });
    const waiting = async () =>
      (await at.owner.pool.query("select from pg_stat_activity where query like '%record.restrict(%' and wait_event_type = 'Lock'"))
        .rowCount;
    await expect.poll(async () => (await Promise.race([restrict, waiting()])) !== 0).toBe(true);
    lifting.resolve(undefined);
    await lift;
    expect(await restrict).toEqual({ kind: 'done' });
    expect(JSON.stringify(await read(limited, third)), 'about a restricted brother').not.toContain('all three');
    await liftedByHead(second);
    expect(JSON.stringify(await read(limited, third))).toContain('all three');
  });

  const about = (people: readonly string[]) => people.map((person, n) => ({ person, answers: { own: `own ${n}` } }));

  it('are withheld from the readers of the others while one is restricted, and each still has what is theirs', async () => {
    const [first, second] = [await child(), await child()];
    const visit = entry('visit', '2026-01-09', about([first, second]), { shared: { note: 'both of them' } });
    expect(await at.record.append(whole, [visit], await readAs(at.record, whole, first, second))).toEqual(appended);
    expect(JSON.stringify((await read(whole, second)).chain)).toContain('both of them');
    const manager = as('teamManager');
    await at.record.restrict(manager, first, { readers: [whole.actor], ring: 'Adoption', reason: 'adopted' });
    const sibling = await read(limited, second);
    expect(sibling.chain.at(-1)).toMatchObject({ entry: visit.entry, withheld: true, answers: { own: 'own 1' } });
    expect(sibling.unread?.map(({ position }) => position)).toContain(5);
    expect(JSON.stringify(sibling)).not.toContain('both of them');
    expect(JSON.stringify(await read(whole, first))).toContain('both of them');
    const later = entry('visit', '2026-01-10', about([first, second]), { shared: { note: 'still both' } });
    expect(await at.record.append(whole, [later], await readAs(at.record, whole, first, second))).toEqual(appended);
    expect(JSON.stringify(await read(limited, second))).not.toContain('still both');
    expect(
      await at.record.append(limited, [entry('visit', '2026-01-11', [{ person: second }])], await readAs(at.record, limited, second)),
    ).toEqual(appended);
    expect((await rebuild(at.owner, 1, secretly)).differences).toEqual([]);
    await at.record.restrict(manager, second, { readers: [limited.actor], ring: 'Adoption', reason: 'adopted too' });
    expect(JSON.stringify(await read(limited, second)), 'one word for two restrictions: the readers are others').not.toContain(
      'still both',
    );
    expect(JSON.stringify(await read(whole, first)), 'nor the other way').not.toContain('still both');
    await liftedByHead(second);
    await at.record.restrict(manager, second, { readers: [whole.actor], ring: 'Another word', reason: 'adopted too' });
    expect(JSON.stringify(await read(whole, second)), 'the same readers: nothing to keep from each other').toContain('still both');
    await liftedByHead(first);
    await liftedByHead(second);
    expect(JSON.stringify(await read(limited, second))).toContain('both of them');
    expect(await verify(at.owner, 1)).not.toHaveProperty('broken');
  });

  it('are given again by a version without the other’s name', async () => {
    const [first, second] = [await child(), await child()];
    await at.record.append(
      whole,
      [entry('visit', '2026-01-09', about([first, second]), { shared: { note: 'Ada and Ben' } })],
      await readAs(at.record, whole, first, second),
    );
    await at.record.restrict(as('teamManager'), first, { readers: [whole.actor], ring: 'Adoption', reason: 'adopted' });
    const redacted = entry(
      'visit',
      '2026-01-09',
      [{ person: second, corrects: 5, reason: 'Without the name', answers: { own: 'own 1' } }],
      {
        shared: { note: 'Ben' },
      },
    );
    expect(await at.record.append(whole, [redacted], await readAs(at.record, whole, second))).toEqual(appended);
    const sibling = await read(limited, second);
    expect(sibling.history.filter(({ step }) => step === 'visit').at(-1)).toMatchObject({ answers: { note: 'Ben', own: 'own 1' } });
    expect(JSON.stringify(sibling)).not.toContain('Ada and Ben');
  });
});

describe('a correction', () => {
  it('says why, unless a file is its reason; the reason is kept, sealed and read', async () => {
    const person = await child();
    const correcting = (more: object) => entry('visit', '2026-01-08', [{ person, corrects: 4, ...more }]);
    expect(await at.record.append(whole, [correcting({})], await readAs(at.record, whole, person))).toEqual({
      kind: 'refused',
      message: 'Enter why the statement is corrected or struck out',
    });
    expect(await at.record.append(whole, [correcting({ reason: ' The wrong day ' })], await readAs(at.record, whole, person))).toEqual(
      appended,
    );
    expect((await read(whole, person)).chain.at(-1)).toMatchObject({ corrects: 4, reason: 'The wrong day' });
    const struck = entry('visit', '2026-01-08', [{ person, tombstone: true, reason: 'no' }]);
    expect(await at.record.append(whole, [struck], await readAs(at.record, whole, person))).toMatchObject({ kind: 'refused' });
    await at.owner.pool.query(`update record.content set reason = 'Another' where person = $1 and reason is not null`, [person]);
    expect(await verify(at.owner, 1)).toMatchObject({ broken: { person, position: 5 } });
    await at.owner.pool.query(`update record.content set reason = 'The wrong day' where person = $1 and reason is not null`, [person]);
    await at.owner.pool.query(`update record.content set step = 'visit' where person = $1 and step = 'secret'`, [person]);
    expect(await verify(at.owner, 1), 'a step passed off as another').toMatchObject({ broken: { person, position: 3 } });
    await at.owner.pool.query(`update record.content c set step = e.step from record.entry e where e.entry = c.entry and c.person = $1`, [
      person,
    ]);
  });

  it('moves an entry that was put on the wrong child: struck out here and stated there, in one', async () => {
    const [wrong, right] = [await child(), await child()];
    const asRead = await readAs(at.record, whole, wrong, right);
    const note = { note: 'meant for the other' };
    const mistaken = entry('visit', '2026-01-12', [{ person: wrong, answers: note }]);
    expect(await at.record.append(whole, [mistaken], asRead)).toEqual(appended);
    const struck = entry('visit', '2026-01-12', [{ person: wrong, corrects: 5, tombstone: true, reason: 'Put on the wrong child' }]);
    const moved = entry('visit', '2026-01-12', [{ person: right, answers: note }]);
    const now = await readAs(at.record, whole, wrong, right);
    expect(await at.record.append(whole, [struck, moved], asRead), 'stale').toMatchObject({ kind: 'conflict' });
    expect(await at.record.append(whole, [struck, moved], now)).toEqual(appended);
    expect((await read(whole, wrong)).history.filter(({ happenedOn }) => happenedOn === '2026-01-12')).toEqual([]);
    expect((await read(whole, right)).history.at(-1)).toMatchObject({ answers: note });
    expect((await read(whole, wrong)).standing.lastSeenOn).toBe('2026-01-07');
    expect((await read(whole, right)).standing.lastSeenOn).toBe('2026-01-12');
    expect((await rebuild(at.owner, 1, secretly)).differences).toEqual([]);
  });
});

it('lets a running import read what it corrects, and no other administrator', async () => {
  await addAuthority(at.owner, { authority: 1, name: 'Authority 1' });
  const person = await child();
  const run = randomUUID();
  const administrator = as('administrator');
  const { beginImport, finishImport } = await import('./imports.ts');
  await beginImport(at.app, administrator, { run, fileName: 'a.xml', fileHash: 'ab', kind: 'cin' });
  const opened = await openedBy(at.record, administrator, person, { run });
  expect((await at.record.read(opened)).history.map(({ step }) => step)).toContain('secret');
  await finishImport(at.app, administrator, run, 'finished');
  await expect(at.record.read(opened)).rejects.toThrow(/opened it/);
});

describe('as known at', () => {
  it('never reaches past a write that is under way: what was answered once stays the answer', async () => {
    const person = await child();
    const opened = await openedBy(at.record, whole, person, 'look');
    const client = await at.app.pool.connect();
    try {
      const stated = { entry: randomUUID(), step: 'visit', wording: '00', happenedOn: '2026-01-09', recordedBy: whole.actor };
      await client.query(`begin; ${settingsOf(whole)}`);
      await client.query('select record.append(1, $1, $2)', [
        JSON.stringify([stated]),
        JSON.stringify([{ entry: stated.entry, person, expected: 4, answers: {} }]),
      ]);
      const asked = new Date(Date.now() + 1000).toISOString();
      const before = await at.record.read(opened, asked);
      const { rows } = await at.app.pool.query<{ settled: string }>('select record.settled() as settled');
      await client.query('commit');
      const now = await at.record.read(opened);
      expect([before.position, now.position]).toEqual([4, 5]);
      const settled = rows[0]?.settled ?? '';
      expect(settled < (now.chain.at(-1)?.recordedAt ?? '')).toBe(true);
      expect((await at.record.read(opened, settled)).position).toBe(4);
      expect((await at.record.read(opened, new Date().toISOString())).position).toBe(5);
      expect(await at.record.list(whole, { people: [person], knownAt: settled })).toHaveLength(1);
    } finally {
      client.release(true);
    }
  });
});

it('as known at, every door waits for the oldest write under way: also one through which later ones can be seen', async () => {
  const [person, other] = [await child(), await child()];
  const opened = await openedBy(at.record, whole, person, 'look');
  const client = await at.app.pool.connect();
  const doors = async (knownAt: string) => ({
    read: (await at.record.read(opened, knownAt)).position,
    listed: (await at.record.list(whole, { people: [person], knownAt })).map(({ standing }) => standing.name),
    named: (await at.record.named(whole, [person], knownAt)).get(person)?.standing?.name,
    family: (await at.record.relatives(opened, knownAt)).map(({ standing }) => standing?.name),
    counted: (await at.record.counts(whole, [knownAt], [otherTeam])).map(({ onPlan }) => onPlan),
    moved: await at.record.movedSince(whole, { onPlan: true }, knownAt),
  });
  try {
    const stated = { entry: randomUUID(), step: 'visit', wording: '00', happenedOn: '2026-01-09', recordedBy: whole.actor };
    await client.query(`begin; ${settingsOf(whole)}`);
    const about = { entry: stated.entry, person: other, expected: 4, answers: {} };
    await client.query('select record.append(1, $1, $2)', [JSON.stringify([stated]), JSON.stringify([about])]);
    const renamed = entry('visit', '2026-01-10', [{ person, answers: { name: 'Later', team: otherTeam } }]);
    expect(await at.record.append(whole, [renamed], await readAs(at.record, whole, person))).toEqual(appended);
    const asked = new Date(Date.now() + 1000).toISOString();
    const before = { read: 4, listed: ['Ada'], named: 'Ada', family: ['Ada'], counted: [0], moved: 0 };
    expect(await doors(asked)).toEqual(before);
    await client.query('commit');
    const after = { read: 5, listed: ['Later'], named: 'Later', family: ['Later'], counted: [1], moved: 0 };
    expect(await doors(new Date(Date.now() + 1000).toISOString())).toEqual(after);
  } finally {
    client.release(true);
  }
});

it('keeps who asked for which list and who searched for what, once a minute, for the head of service', async () => {
  const reader = as('socialWorker');
  for (const _ of [1, 2]) await at.record.list(reader, { onPlan: true });
  await at.record.search(reader, 'ada');
  const log = async (session: typeof limited) =>
    (
      await at.app.transaction(session, (sql) =>
        sql.query<{ actor: string; question: object }>(
          'select actor, question from record.list_log where actor = $1 order by question::text',
          [reader.actor],
        ),
      )
    ).rows.map(({ question }) => question);
  const kept = await log(as('headOfService'));
  expect(kept).toContainEqual({ words: 'ada' });
  expect(kept.filter((question) => 'onPlan' in question).length, 'twice only over the turn of a minute').toBeLessThanOrEqual(2);
  expect(await log(limited)).toEqual([]);
  expect(await log(reader)).toHaveLength(kept.length);
  expect(await log(as('headOfService', { authority: 2 }))).toEqual([]);
});
