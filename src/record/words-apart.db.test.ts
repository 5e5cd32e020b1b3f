import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inLists } from '../kernel/derivation/derivation.ts';
import { practitioners, type Permissions, type Role } from '../kernel/step/permission.ts';
import type { Derivation, Session } from './contract.ts';
import { numberCopy } from './emergency-copies.ts';
import { syncPermissions } from './members.ts';
import { comparePast } from './past.ts';
import { rebuild } from './rebuild.ts';
import { as, begin, derivation, entry, fixture, openedBy, readAs, type Fixture } from './record.fixture.ts';
import { createRecord } from './record.ts';

/** Heads of service alone read warnings; managers may copy too, and social workers may record. */
const readers: readonly Role[] = ['headOfService'];
const recorders: readonly Role[] = ['socialWorker', 'teamManager', 'headOfService'];
let at: Fixture;
beforeAll(async () => {
  at = await fixture();
  const steps = ['begin', 'plan', 'visit'].map((step): [string, Permissions] => [step, { record: recorders, read: practitioners }]);
  const copies: Permissions = { record: ['headOfService', 'teamManager'], read: [] };
  for (const authority of [1, 2])
    await syncPermissions(
      at.owner,
      authority,
      new Map([...steps, ['warning', { record: recorders, read: readers }], ['emergencyCopy', copies]]),
    );
});
afterAll(() => at.drop());

const [head, manager, worker] = [as('headOfService'), as('teamManager', { scope: 'teams' }), as('socialWorker')];
const analyst = as('performanceAnalyst');
const elsewhere = as('headOfService', { authority: 2 });
const hidden = 'The hidden dog';

async function warned(record = at.record): Promise<string> {
  const person = randomUUID();
  const warning = entry('warning', '2026-01-06', [{ person, answers: { words: hidden } }]);
  const stated = await record.append(worker, [begin(person), entry('plan', '2026-01-05', [{ person }]), warning], new Map());
  expect(stated).toEqual({ kind: 'appended' });
  return person;
}

/** All that a session is given of a child's standing without opening the record. */
const unopened = async (session: Session, person: string, knownAt?: string) => [
  ...(await at.record.list(session, { people: [person], ...(knownAt === undefined ? {} : { knownAt }) })),
  ...(await at.record.search(session, 'ada')),
  ...(await at.record.named(session, [person], knownAt)).values(),
];
const soon = () => new Date(Date.now() + 1000).toISOString();

describe('words of a step', () => {
  it('are in no list, search or name, whoever asks and of whichever instant', async () => {
    const person = await warned();
    for (const session of [head, manager, worker, analyst])
      for (const knownAt of [undefined, soon()]) {
        const told = await unopened(session, person, knownAt);
        expect(JSON.stringify(told)).toContain(person);
        expect(JSON.stringify(told), session.roles.join()).not.toMatch(/hidden|warning/i);
      }
    expect(await unopened(elsewhere, person)).toEqual([]);
  });

  it('are read in an open record by who may read the step; others are told that not all is there', async () => {
    const person = await warned();
    const standings = async (session: Session) => {
      const opened = await openedBy(at.record, session, person, 'duty call');
      return [await at.record.read(opened), await at.record.read(opened, soon())].map(({ standing }) => standing);
    };
    for (const standing of await standings(head)) {
      expect(standing.warnings).toMatchObject([{ words: hidden }]);
      expect(standing).not.toHaveProperty('unread');
    }
    for (const session of [manager, worker])
      for (const standing of await standings(session)) {
        expect(standing).toMatchObject({ name: 'Ada', unread: true });
        expect(standing).not.toHaveProperty('warnings');
      }
  });

  it('are given by the database to no session that has not opened the record, or may not read the step, or is elsewhere', async () => {
    const person = await warned();
    const words = async (session: Session, settings: { readonly opened?: string[]; readonly steps?: string[] }) => {
      const asked = 'select coalesce(string_agg(words::text, $2), $2) as all from record.words_of($1, null)';
      const { rows } = await at.app.transaction({ ...session, ...settings }, (sql) => sql.query<{ all: string }>(asked, [[person], '']));
      return rows[0]?.all;
    };
    expect(await words(head, { opened: [person], steps: ['warning'] })).toContain(hidden);
    expect(await words(head, { opened: [person] })).toBe('{"unread": true}');
    expect(await words(head, { steps: ['warning'] })).toBe('');
    expect(await words(elsewhere, { opened: [person], steps: ['warning'] })).toBe('');
    for (const statement of ['select words from record.standing', 'select * from record.standing'])
      await expect(at.app.transaction({ ...head, opened: [person], steps: ['warning'] }, (sql) => sql.query(statement))).rejects.toThrow(
        /permission denied/,
      );
  });

  it('are in a copy for whoever may read them; a copy of another role says that they are not', async () => {
    const person = await warned();
    const copied = async (database: Fixture['app'], session: Session) => {
      const asked = { copy: randomUUID(), kind: 'copy', recipient: 'Night duty', scope: 'All', expiresAt: soonEnough() } as const;
      const made = await numberCopy(database, session, asked);
      return made.kind === 'numbered' ? made.copy.children.find((one) => one.person === person)?.standing : made;
    };
    expect(await copied(at.app, head)).toMatchObject({ name: 'Ada', warnings: [{ words: hidden }] });
    expect(await copied(at.owner, as('administrator'))).toMatchObject({ warnings: [{ words: hidden }] });
    const without = await copied(at.app, manager);
    expect(without).toMatchObject({ name: 'Ada', unread: true });
    expect(JSON.stringify(without)).not.toContain(hidden);
  });
  const soonEnough = () => new Date(Date.now() + 3_600_000).toISOString();

  it('are derived by an append of whoever cannot read them, and a comparison finds nothing amiss', async () => {
    const person = await warned();
    expect(await at.record.append(worker, [entry('visit', '2026-01-09', [{ person }])], await readAs(at.record, worker, person))).toEqual({
      kind: 'appended',
    });
    const known = (await readAs(at.record, head, person)).get(person);
    expect(known?.standing).toMatchObject({ lastSeenOn: '2026-01-09', warnings: [{ words: hidden }] });
    expect((await rebuild(at.owner, 1, derivation)).differences).toEqual([]);
    expect((await comparePast(at.owner, 1, derivation)).differences).toEqual([]);
  });
});

describe('a part of a standing', () => {
  const under = (readBy: Derivation['readBy']) => createRecord({ database: at.app, derivation: { ...derivation, readBy } });

  it('that nobody has declared is given to nobody', async () => {
    const { warnings: _, ...declared } = derivation.readBy;
    const person = await warned(under(declared));
    expect(JSON.stringify(await unopened(head, person))).not.toContain(hidden);
    const known = (await readAs(at.record, head, person)).get(person);
    expect(known?.standing).toMatchObject({ unread: true });
    expect(known?.standing).not.toHaveProperty('warnings');
    expect((await rebuild(at.owner, 1, derivation)).differences).toMatchObject([{ person, kind: 'standing' }]);
  });

  it('that holds words is refused by the database among what lists show', async () => {
    const wrong = under({ ...derivation.readBy, warnings: inLists });
    await expect(warned(wrong)).rejects.toThrow(/standing_state_without_words/);
  });
});
