import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { date } from '../kernel/calendar/dates.ts';
import { attachedName } from '../kernel/step/attached.ts';
import { createAttachments } from './attachments.ts';
import type { Opened, Session } from './contract.ts';
import { noteNewAuthority } from './derivation-runs.ts';
import { createDrafts } from './drafts.ts';
import { eraseAgain, erasures } from './erasures.ts';
import { comparePast } from './past.ts';
import { rebuild } from './rebuild.ts';
import { as, begin, derivation, entry, fixture, openedBy, readAs, type Fixture } from './record.fixture.ts';
import { asOwnerOf, brokenFile, verify } from './verify.ts';

let at: Fixture;
beforeAll(async () => {
  at = await fixture();
  await noteNewAuthority(at.owner, 1, derivation);
});
afterAll(() => at.drop());

const worker = as('socialWorker');
const manager = as('teamManager');
const head = as('headOfService');
const elsewhere = as('headOfService', { authority: 2 });

const opened = (session: Session, person: string): Promise<Opened> => openedBy(at.record, session, person, 'its time has come');

/** Brothers and sisters with one visit; each record is kept until its own day. */
async function siblings(...kept: readonly string[]): Promise<readonly string[]> {
  const people = kept.map(() => randomUUID());
  const begun = people.map((person, n) => begin(person, { name: `Quill ${n}`, keptUntil: kept[n], number: `N${person}` }));
  const visit = entry(
    'visit',
    '2026-02-03',
    people.map((person) => ({ person, answers: { own: `own of ${person}` } })),
    { shared: { words: 'They all ate' } },
  );
  expect(await at.record.append(worker, [...begun, visit], new Map())).toEqual({ kind: 'appended' });
  return people;
}

/** A visit with a photograph, about these. @returns the photograph's id */
async function photographed(...people: readonly string[]): Promise<string> {
  const files = createAttachments(at.app);
  const [attachment, about] = [randomUUID(), people.map((person) => ({ person }))];
  const visit = entry('visit', '2026-02-04', about);
  await files.add(worker, { attachment, entry: visit.entry, person: people[0] ?? '' }, 0, Buffer.from('a photograph'));
  await files.finish(worker, attachment, { name: 'kitchen.jpg', kind: 'image/jpeg', isChecked: false });
  const shared = { [attachedName]: await files.ofDraft(worker, visit.entry) };
  const known = await readAs(at.record, worker, ...people);
  expect(await at.record.append(worker, [{ ...visit, shared }], known)).toEqual({ kind: 'appended' });
  return attachment;
}

const ask = async (session: Session, person: string, destruction = randomUUID()) => ({
  destruction,
  outcome: await at.record.askDestruction(await opened(session, person), {
    destruction,
    ground: 'To the 25th birthday',
    reason: 'Looked through; nobody needs it',
  }),
});
const confirm = async (session: Session, person: string, destruction: string) =>
  at.record.destroy(await opened(session, person), { destruction, on: date('2026-11-28') });

const allHolds = async () => {
  expect(await verify(at.owner, 1)).not.toHaveProperty('broken');
  expect((await rebuild(at.owner, 1, derivation)).differences).toEqual([]);
  expect((await comparePast(at.owner, 1, derivation)).differences).toEqual([]);
};

describe('a record whose time has come', () => {
  it('is listed, asked for by one and destroyed by another; its words are nowhere, the others keep theirs', async () => {
    const [over = '', later = ''] = await siblings('2020-05-14', '2090-05-14');
    const before = (await readAs(at.record, worker, over)).get(over)?.chain.at(-1)?.recordedAt ?? '';
    expect((await at.record.list(head, { keptUntil: date('2026-01-01') })).map(({ person }) => person)).toEqual([over]);
    expect((await ask(worker, over)).outcome).toMatchObject({ message: 'Your role may not destroy a record' });
    expect((await ask(head, later)).outcome).toEqual({ kind: 'refused', message: 'This record is kept until 14 May 2090' });
    expect((await at.record.open(elsewhere, [over], 'its time has come')).get(over)).toEqual({ kind: 'unknown' });
    const { destruction, outcome } = await ask(manager, over);
    expect(outcome).toEqual({ kind: 'done' });
    expect((await ask(head, over)).outcome).toMatchObject({ message: 'Somebody has asked for this already' });
    for (const one of [over, later])
      await asOwnerOf(at.owner, 1, (sql) =>
        sql.query(
          `insert into record.seal_lift(authority, person, asked_at, asked_by, why, reason, confirmed_at, confirmed_by, sealed_because)
           values (1, $1, now(), $2, 'wrongRecord', 'Quill was meant', now(), $3, 'Quill was adopted')`,
          [one, manager.actor, head.actor],
        ),
      );
    expect(await confirm(manager, over, destruction)).toMatchObject({ kind: 'refused' });
    expect(await confirm(head, over, randomUUID())).toMatchObject({ kind: 'refused' });
    expect(await at.record.destructions(worker)).toEqual([]);
    expect(await at.record.destructions(elsewhere)).toEqual([]);
    expect(await confirm(head, over, destruction)).toEqual({ kind: 'appended' });

    expect(await at.record.destructions(head)).toMatchObject([
      { person: over, askedBy: manager.actor, endedBy: head.actor, outcome: 'destroyed' },
    ]);
    const left = (await readAs(at.record, head, over)).get(over);
    expect(left?.chain.map(({ step }) => step)).toEqual(['recordDestroyed']);
    for (const instant of [before, new Date().toISOString()]) {
      const then = JSON.stringify(await at.record.read(await opened(head, over), instant));
      for (const words of ['Quill', 'They all ate', 'own of']) expect(then).not.toContain(words);
    }
    // That a seal was lifted, when and by whom stays; what was said of it does not.
    const { rows: lifts } = await at.owner.pool.query<{ person: string; reason: string | null; because: string | null; by: string }>(
      'select person, reason, sealed_because as because, confirmed_by as by from record.seal_lift where person = any($1)',
      [[over, later]],
    );
    expect(new Map(lifts.map(({ person, ...lift }) => [person, lift]))).toEqual(
      new Map([
        [over, { reason: null, because: null, by: head.actor }],
        [later, { reason: 'Quill was meant', because: 'Quill was adopted', by: head.actor }],
      ]),
    );
    for (const table of ['content', 'standing', 'clock', 'identifier', 'board', 'seal_lift']) {
      const { rows } = await at.owner.pool.query<{ row: string }>(`select t::text as row from record.${table} t where person = $1`, [over]);
      for (const { row } of rows)
        for (const words of ['Quill', 'They all ate', 'own of', `N${over}`]) expect(row, table).not.toContain(words);
    }
    expect(await at.record.search(head, 'Quill')).toMatchObject([{ person: later }]);
    expect((await readAs(at.record, worker, later)).get(later)?.history.at(-1)?.answers).toEqual({
      words: 'They all ate',
      own: `own of ${later}`,
    });
    expect(await verify(at.owner, 1)).toMatchObject({ erased: 2 });
    await allHolds();
  });

  it('leaves no word of a name by which nobody else is found, neither then nor when a backup is put right', async () => {
    const words = async () =>
      (
        await at.owner.pool.query<{ word: string }>(
          "select distinct word from record.name_key where word in ('quill', 'xylander') order by 1",
        )
      ).rows.map(({ word }) => word);
    const [over, again, other] = [randomUUID(), randomUUID(), randomUUID()];
    const begun = [over, again].map((person) => begin(person, { name: 'Quill Xylander', keptUntil: '2020-05-14' }));
    expect(await at.record.append(worker, [...begun, begin(other, { name: 'Quill Other' })], new Map())).toEqual({ kind: 'appended' });
    expect(await words()).toEqual(['quill', 'xylander']);
    await confirm(head, over, (await ask(manager, over)).destruction);
    expect(await words(), 'another has it still').toEqual(['quill', 'xylander']);
    expect((await at.record.search(head, 'Xylander')).map(({ person }) => person)).toEqual([again]);
    await confirm(head, again, (await ask(manager, again)).destruction);
    expect(await words()).toEqual(['quill']);
    for (const table of ['sought', 'name_pair'])
      expect(
        JSON.stringify((await at.owner.pool.query(`select * from record.${table} where person = any($1)`, [[over, again]])).rows),
      ).not.toMatch(/quill|xylander/i);
    await allHolds();
  });

  it('leaves no file that only its words name, and nothing that somebody had begun to write', async () => {
    const [over = '', later = ''] = await siblings('2020-05-14', '2090-05-14');
    const [alone, both, begun] = [await photographed(over), await photographed(over, later), randomUUID()];
    const draft = { entry: begun, person: over, step: 'visit', form: { 'f.words': 'half a word' }, missing: [], asked: [over] };
    await createDrafts(at.app).save(worker, { ...draft, base: 0, tab: randomUUID(), seq: 1 });
    await createAttachments(at.app).add(worker, { attachment: randomUUID(), entry: begun, person: over }, 0, Buffer.from('x'));
    const { destruction } = await ask(manager, over);
    expect(await confirm(head, over, destruction)).toEqual({ kind: 'appended' });
    const ids = async (question: string) => (await at.owner.pool.query<{ id: string }>(question, [[over]])).rows.map(({ id }) => id);
    expect(await ids('select attachment as id from record.attachment where person = any($1)')).toEqual([both]);
    expect(await ids('select attachment as id from record.attachment_part where $1::uuid[] is not null')).toEqual([both]);
    expect(await ids('select entry as id from record.draft where person = any($1)')).toEqual([]);
    expect(alone).not.toBe(both);
    expect(await brokenFile(at.owner, 1)).toBeUndefined();
    await allHolds();
  });

  it('is not destroyed by one head of service alone, nor while it is held, nor where something is recorded in between', async () => {
    const [one = '', two = ''] = await siblings('2020-05-14', '2020-05-14');
    const mine = await ask(head, one);
    expect(await confirm(head, one, mine.destruction)).toMatchObject({ kind: 'refused', message: expect.stringContaining('two people') });
    const other = as('headOfService');
    const asRead = await readAs(at.record, worker, one);
    await at.record.append(worker, [entry('visit', '2026-03-03', [{ person: one, answers: { heldSince: '2026-03-03' } }])], asRead);
    const held = 'A legal hold has kept this record since 3 Mar 2026';
    expect(await confirm(other, one, mine.destruction)).toEqual({ kind: 'refused', message: held });
    expect(await at.record.withdrawDestruction(await opened(manager, one), mine.destruction)).toEqual({ kind: 'done' });
    expect((await ask(head, one)).outcome).toEqual({ kind: 'refused', message: held });
    const theirs = await ask(manager, two);
    await at.record.withdrawDestruction(await opened(head, two), theirs.destruction);
    expect(await confirm(head, two, theirs.destruction)).toMatchObject({ kind: 'refused' });
    expect((await readAs(at.record, worker, two)).get(two)?.history).toHaveLength(2);
  });
});

it('what a backup of before brings back is erased again from the list that is kept apart, and every link holds', async () => {
  const [person = ''] = await siblings('2020-05-14');
  const kept = await at.owner.pool.query('select * from record.content where person = $1', [person]);
  const lifts = () => at.owner.pool.query('select reason, sealed_because as because from record.seal_lift where person = $1', [person]);
  await asOwnerOf(at.owner, 1, (sql) =>
    sql.query(
      `insert into record.seal_lift(authority, person, asked_at, asked_by, why, reason, withdrawn_at) values (1, $1, now(), $2, 'wrongRecord', 'Quill was meant', now())`,
      [person, manager.actor],
    ),
  );
  const ringed = () =>
    at.owner.pool.query<{ n: number }>(
      'select (select count(*) from record.ring where person = $1)::int + (select count(*) from record.restriction where person = $1)::int as n',
      [person],
    );
  await opened(manager, person);
  await at.record.restrict(manager, person, { readers: [manager.actor, head.actor], ring: 'Quill', reason: 'Quill works here' });
  const rings = await at.owner.pool.query('select * from record.ring where person = $1', [person]);
  const readers = await at.owner.pool.query('select * from record.restriction where person = $1', [person]);
  const { destruction } = await ask(manager, person);
  await confirm(head, person, destruction);
  expect((await ringed()).rows).toEqual([{ n: 0 }]);
  const list = await erasures(at.owner, 1);
  // As a backup of before would have it: the words are there, and nobody has noted anything.
  await at.owner.pool.query('delete from record.erasure where person = $1', [person]);
  await at.owner.pool.query(
    "update record.seal_lift set reason = 'Quill was meant', sealed_because = 'Quill was adopted' where person = $1",
    [person],
  );
  await at.owner.pool.query('insert into record.content select * from json_populate_recordset(null::record.content, $1)', [
    JSON.stringify(kept.rows),
  ]);
  for (const [table, rows] of [
    ['ring', rings.rows],
    ['restriction', readers.rows],
  ] as const)
    await at.owner.pool.query(`insert into record.${table} select * from json_populate_recordset(null::record.${table}, $1)`, [
      JSON.stringify(rows),
    ]);
  const [first] = list.filter((one) => one.person === person);
  expect(await eraseAgain(at.owner, 1, first === undefined ? [] : [first])).toBe(1);
  expect((await lifts()).rows, 'as long as something of the record stands').toEqual([
    { reason: 'Quill was meant', because: 'Quill was adopted' },
  ]);
  expect((await ringed()).rows).toEqual([{ n: 3 }]);
  expect(await eraseAgain(at.owner, 1, list)).toBe(1);
  expect((await ringed()).rows, 'who might open it, and why').toEqual([{ n: 0 }]);
  expect(await eraseAgain(at.owner, 1, list)).toBe(0);
  expect((await lifts()).rows, 'what was said of a wrong seal').toEqual([{ reason: null, because: null }]);
  await rebuild(at.owner, 1, derivation, { write: true });
  expect(await verify(at.owner, 1)).not.toHaveProperty('broken');
  expect((await rebuild(at.owner, 1, derivation)).differences).toEqual([]);
});
