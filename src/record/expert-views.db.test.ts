import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, date, dayInEngland } from '../kernel/calendar/dates.ts';
import { practitioners, type Role } from '../kernel/step/permission.ts';
import type { Session } from './contract.ts';
import { addMember, syncPermissions } from './members.ts';
import { as, begin, derivation, entry, fixture, readAs, type Fixture } from './record.fixture.ts';
import { createRecord, type WholeRecord } from './record.ts';

const may = { record: practitioners, read: practitioners };
const steps = new Map(['begin', 'note', 'consultationAdvice', 'caseConsultation'].map((step) => [step, may]));
const [child, sibling] = [randomUUID(), randomUUID()];
const [expertId, otherId, managerId] = [randomUUID(), randomUUID(), randomUUID()];
const outside = (actor: string, more: Partial<Session> = {}): Session => ({
  authority: 1,
  actor,
  roles: [],
  teams: [],
  scope: 'none',
  ...more,
});
const expert = outside(expertId);
const manager = as('teamManager', { actor: managerId });
const today = dayInEngland(new Date());
const shownNote = entry('note', '2026-02-03', [{ person: child }], { shared: { note: 'He waits at the window' } });
const otherNote = entry('note', '2026-02-04', [{ person: child }], { shared: { note: 'Not for outside' } });
const advice = entry('consultationAdvice', '2026-02-05', [{ person: child }], { shared: { advice: 'Threshold is met' } });
const toLawyer = entry('caseConsultation', '2026-02-05', [{ person: child }], {
  shared: { adviser: 'legalAdviser', question: 'Is it met?' },
});
const ofSibling = entry('note', '2026-02-03', [{ person: sibling }], { shared: { note: 'Of the sister' } });

let at: Fixture;
let record: WholeRecord;
beforeAll(async () => {
  at = await fixture();
  record = createRecord({ database: at.app, derivation });
  for (const authority of [1, 2]) await syncPermissions(at.owner, authority, steps);
  const add = (authority: number, member: string, roles: readonly Role[]) =>
    addMember(at.owner, { authority, member, name: 'Somebody', email: `${member}@example.org`, roles });
  await add(1, expertId, []);
  await add(1, otherId, []);
  await add(2, expertId, []);
  await add(1, managerId, ['teamManager']);
  for (const one of [begin(child), begin(sibling)]) await record.append(manager, [one], new Map());
  for (const one of [shownNote, otherNote, advice, toLawyer]) await record.append(manager, [one], await readAs(record, manager, child));
  await record.append(manager, [ofSibling], await readAs(record, manager, sibling));
});
afterAll(() => at.drop());

async function give(more: { readonly entries?: readonly string[]; readonly until?: string; readonly expert?: string } = {}, by = manager) {
  const { entries = [shownNote.entry], until = addDays(today, 7), expert: to = expertId } = more;
  const opened = (await record.open(by, [child], 'A consultation')).get(child);
  if (opened?.kind !== 'opened') return { kind: 'closed' as const, view: '' };
  const view = randomUUID();
  return { ...(await record.giveView(opened.record, { view, expert: to, entries, until: date(until) })), view };
}
const words = async (session: Session, view: string) => (await record.readView(session, view)).map(({ answers }) => answers['note']);

describe('an expert from outside', () => {
  test('sees the chosen entries of one child and no other, and that they did is on the child’s record', async () => {
    const { view } = await give();
    expect(await words(expert, view)).toEqual(['He waits at the window']);
    const [opened] = [...(await record.open(manager, [child], 'To look')).values()];
    if (opened?.kind !== 'opened') throw new Error('closed');
    expect(await record.whoOpened(opened.record)).toContainEqual(
      expect.objectContaining({ actor: expertId, reason: expect.stringContaining('expert from outside, 1 entries') }),
    );
    expect(await record.viewsOf(opened.record)).toMatchObject([{ view, expert: expertId, entries: 1, withdrawnAt: null }]);
  });

  test('opens, finds, lists, names and counts nothing', async () => {
    await give();
    expect((await record.open(expert, [child], 'I am asked')).get(child)?.kind).toBe('unknown');
    expect((await record.openFile(expert, child)).kind).toBe('unknown');
    expect(await record.list(expert, {})).toEqual([]);
    expect(await record.search(expert, 'window').catch(() => [])).toEqual([]);
    expect([...(await record.named(expert, [child])).keys()]).toEqual([]);
    expect(await record.append(expert, [entry('note', '2026-02-06', [{ person: child }])], new Map())).toMatchObject({ kind: 'refused' });
  });

  test('is nobody in another authority, and no other expert reads it; nor does a member of staff by that way', async () => {
    const { view } = await give();
    for (const other of [outside(expertId, { authority: 2 }), outside(otherId), manager, as('headOfService', { authority: 2 })]) {
      expect(await words(other, view)).toEqual([]);
      expect((await record.ownViews(other)).map((one) => one.view)).not.toContain(view);
    }
  });

  test('sees nothing once it is withdrawn, its last day has passed, the record is restricted, or they have a role or have left', async () => {
    const { view } = await give();
    const set = (sql: string) => at.owner.pool.query(sql, [view]);
    await set('update record.expert_view set until = current_date - 2 where view = $1');
    expect(await words(expert, view)).toEqual([]);
    await set('update record.expert_view set until = current_date + 5 where view = $1');
    expect(await words(expert, view)).toHaveLength(1);
    const member = (sql: string) => at.owner.pool.query(`update access.member set ${sql} where authority = 1 and member = $1`, [expertId]);
    await member("roles = '{socialWorker}'");
    expect(await words(expert, view)).toEqual([]);
    await member("roles = '{}', left_at = now()");
    expect(await words(expert, view)).toEqual([]);
    await member('left_at = null');
    expect(await words(expert, view)).toHaveLength(1);
    const opened = (await record.open(manager, [child], 'To withdraw')).get(child);
    if (opened?.kind !== 'opened') throw new Error('closed');
    expect(await record.withdrawView(opened.record, view)).toEqual({ kind: 'done' });
    expect(await words(expert, view)).toEqual([]);
    expect(await record.withdrawView(opened.record, view)).toMatchObject({ kind: 'refused' });
  });

  test.each([
    ['what lawyers advised', { entries: [advice.entry] }, 'lawyers'],
    ['what a lawyer was asked', { entries: [shownNote.entry, toLawyer.entry] }, 'lawyers'],
    ['another child’s entry', { entries: [ofSibling.entry] }, 'of this record'],
    ['nothing', { entries: [] }, 'Choose what'],
    ['for longer than four weeks', { until: addDays(today, 29) }, 'within four weeks'],
    ['until yesterday', { until: addDays(today, -1) }, 'from today on'],
    ['to somebody with a role', { expert: managerId }, 'no role'],
  ])('is not shown %s', async (_, more, message) =>
    expect(await give(more)).toMatchObject({ kind: 'refused', message: expect.stringContaining(message) }),
  );

  test('is shown nothing by whoever is no manager, and nothing of a restricted record', async () => {
    expect(await give({}, as('socialWorker'))).toMatchObject({ kind: 'refused', message: expect.stringContaining('manager') });
    const { view } = await give();
    await record.restrict(manager, child, { readers: [managerId], ring: 'Family of a colleague', reason: 'A relative works here' });
    expect(await words(expert, view)).toEqual([]);
    expect(await give()).toMatchObject({ kind: 'refused', message: expect.stringContaining('restricted') });
  });
});
