import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { date } from '../kernel/calendar/dates.ts';
import { roles, type Role } from '../kernel/step/permission.ts';
import { publicComments, type NewPublicComment, type PublicComments } from './public-comments.ts';
import { as, fixture, type Fixture } from './record.fixture.ts';

let at: Fixture;
let ours: PublicComments;
beforeAll(async () => {
  at = await fixture();
  ours = publicComments(at.app, 1);
}, 60_000);
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
      if (!isOwner) expect((await ours.settle(as(role), one.comment, 'aside')).kind, role).toBe('refused');
    }
    for (const outcome of [null, 'lost'])
      await expect(
        at.app.transaction(as('teamManager'), (sql) => sql.query('select record.settle_public_comment($1, $2)', [one.comment, outcome])),
      ).rejects.toMatchObject({ code: 'SL001' });
    await ours.settle(as('headOfService', { authority: 2 }), one.comment, 'aside');
    expect((await ours.all(as('teamManager')))[0]).not.toHaveProperty('outcome');
    for (const outcome of ['taken', 'aside'] as const) await ours.settle(as('boardManager'), one.comment, outcome);
    expect(await ours.all(as('teamManager'))).toMatchObject([{ ...one, outcome: 'taken' }]);
    await expect(at.app.transaction(as('headOfService'), (sql) => sql.query('select * from record.public_comment'))).rejects.toThrow(
      'permission denied',
    );
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
