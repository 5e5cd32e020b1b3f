import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { date } from '../kernel/calendar/dates.ts';
import { roles, type Role } from '../kernel/step/permission.ts';
import type { Session } from './contract.ts';
import { addMember } from './members.ts';
import { publicComments, type NewPublicComment, type PublicComments } from './public-comments.ts';
import { as, begin, fixture, somebodyWaits, type Fixture } from './record.fixture.ts';

let at: Fixture;
let ours: PublicComments;
beforeAll(async () => {
  at = await fixture();
  ours = publicComments(at.app, 1);
});
afterAll(() => at.drop());

const said = (more: Partial<NewPublicComment> = {}): NewPublicComment => ({
  comment: randomUUID(),
  edition: date('2026-11-02'),
  chapter: 'child-protection',
  section: 'core-group',
  agency: 'education',
  words: 'Told at nine for ten',
  name: 'A teacher',
  email: 'teacher@example.org',
  ...more,
});
const staffNamed = async (name: string): Promise<Session> => {
  const session = as('teamManager');
  await addMember(at.owner, { authority: 1, member: session.actor, name, email: `${session.actor}@example.org`, roles: ['teamManager'] });
  return session;
};
const owners: readonly Role[] = ['headOfService', 'teamManager', 'reviewingOfficer', 'boardManager'];

describe('a comment from outside', () => {
  it('is read and settled by who answers for the procedures, of its authority, and by nobody else', async () => {
    const one = said();
    for (const _ of [1, 2]) expect(await ours.send(one)).toEqual({ kind: 'done' });
    expect(await ours.send({ ...one, words: 'And at ten for noon' })).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('anew'),
    });
    for (const role of Object.keys(roles).filter((name): name is Role => name in roles)) {
      const isOwner = owners.includes(role);
      expect(
        (await ours.all(as(role))).map(({ comment }) => comment),
        role,
      ).toEqual(isOwner ? [one.comment] : []);
      expect(await ours.all(as(role, { authority: 2 })), role).toEqual([]);
      expect(await ours.waiting(as(role)), role).toBe(isOwner ? 1 : 0);
      expect(await ours.waiting(as(role, { authority: 2 })), role).toBe(0);
      if (!isOwner) expect((await ours.setAside(as(role), one.comment)).kind, role).toBe('refused');
    }
    for (const outcome of [null, 'lost'])
      await expect(
        at.app.transaction(as('teamManager'), (sql) => sql.query('select record.settle_public_comment($1, $2)', [one.comment, outcome])),
      ).rejects.toMatchObject({ code: 'SL001' });
    expect(await ours.setAside(as('headOfService', { authority: 2 }), one.comment)).toMatchObject({ kind: 'refused' });
    expect((await ours.all(as('teamManager')))[0]).not.toHaveProperty('settled');
    const manager = as('boardManager');
    for (const _ of ['once', 'pressed twice']) expect(await ours.setAside(manager, one.comment)).toEqual({ kind: 'done' });
    expect(await ours.all(as('teamManager'))).toMatchObject([{ ...one, settled: { outcome: 'aside', by: manager.actor } }]);
    expect(await ours.waiting(as('teamManager'))).toBe(0);
    await expect(at.app.transaction(as('headOfService'), (sql) => sql.query('select * from record.public_comment'))).rejects.toThrow(
      'permission denied',
    );
  });

  const takenIn = async (session: Session, comment: string, person: string) =>
    at.record.takeIn(session, comment, [{ ...begin(person), entry: comment }], new Map());
  const isOnRecord = async (person: string) =>
    (await at.record.open(as('teamManager'), [person], 'visit today')).get(person)?.kind === 'opened';

  it('is taken in and written in one; to whoever comes after a colleague it is said who did what, and nothing is written', async () => {
    const [one, file, elsewhere] = [said(), randomUUID(), randomUUID()];
    await ours.send(one);
    const [first, second] = [await staffNamed('Amina Khan'), as('teamManager')];
    for (const _ of ['once', 'pressed twice']) expect(await takenIn(first, one.comment, file)).toEqual({ kind: 'appended' });
    const told = {
      kind: 'refused',
      message: expect.stringMatching(/taken in by Amina Khan on \d+ \w+ \d{4} at \d\d:\d\d\. Nothing was changed$/),
    };
    expect(await ours.setAside(second, one.comment)).toMatchObject(told);
    expect(await at.record.takeIn(second, one.comment, [begin(elsewhere)], new Map())).toMatchObject(told);
    expect([await isOnRecord(file), await isOnRecord(elsewhere)]).toEqual([true, false]);
    expect((await ours.all(second)).find(({ comment }) => comment === one.comment)?.settled).toMatchObject({
      outcome: 'taken',
      by: first.actor,
    });
    expect(await takenIn(second, randomUUID(), elsewhere)).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('no such comment'),
    });
    expect(await isOnRecord(elsewhere)).toBe(false);
  });

  it('is set aside by one while another takes it in: the second waits, is told, and has written nothing', async () => {
    const [one, file] = [said(), randomUUID()];
    await ours.send(one);
    let second: Promise<unknown> = Promise.resolve();
    await at.app.transaction(await staffNamed('Tom Reed'), async (sql) => {
      await sql.query("select record.settle_public_comment($1, 'aside')", [one.comment]);
      second = takenIn(as('teamManager'), one.comment, file);
      await somebodyWaits(at.owner);
    });
    expect(await second).toMatchObject({ kind: 'refused', message: expect.stringContaining('set aside by Tom Reed') });
    expect(await isOnRecord(file)).toBe(false);
  });

  it('is no longer than it may be, of an authority that there is; and no more wait than can be read', async () => {
    const wrong = [{ words: 'x'.repeat(4001) }, { words: ' ' }, { name: 'x'.repeat(101) }, { email: '' }, { section: 'x'.repeat(81) }];
    for (const more of wrong) expect((await ours.send(said(more))).kind).toBe('refused');
    expect((await publicComments(at.app, undefined).send(said())).kind).toBe('refused');
    for (let n = 0; n < 300; n += 1) await ours.send(said());
    expect(await ours.send(said())).toMatchObject({ kind: 'refused', message: expect.stringContaining('no more are taken') });
    expect((await publicComments(at.app, 2).send(said())).kind).toBe('done');
  });

  it('is forgotten a year after it was sent, with who wrote it', async () => {
    await at.owner.pool.query("update record.public_comment set sent_at = now() - interval '1 year 1 day' where authority = 1");
    const kept = async () =>
      (await at.owner.pool.query<{ n: number }>('select count(*)::int as n from record.public_comment where authority = 1')).rows[0]?.n;
    expect(await ours.all(as('socialWorker'))).toEqual([]);
    expect(await kept()).toBeGreaterThan(0);
    expect(await ours.all(as('teamManager'))).toEqual([]);
    expect(await kept(), 'looked at by who answers for the procedures').toBe(0);
    await ours.send(said());
    await at.owner.pool.query("update record.public_comment set sent_at = now() - interval '1 year 1 day' where authority = 1");
    await ours.send(said());
    expect(await kept(), 'when another is sent').toBe(1);
  });
});
