import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, addMonths, date, dayInEngland, type LocalDate } from '../kernel/calendar/dates.ts';
import { fileKinds, type FileKind } from '../kernel/step/file-kind.ts';
import { practitioners, roles, type Permissions, type Role } from '../kernel/step/permission.ts';
import { fileRetention } from '../practice/retention/file-retention.ts';
import type { NewEntry, Session } from './contract.ts';
import { recordDestroyed, recordDestroyedMay } from './destruction.ts';
import { eraseAgain, erasures } from './erasures.ts';
import { addMember, addTeam, syncPermissions } from './members.ts';
import { as, derivation as people, entry, fixture, readAs, team, type Fixture } from './record.fixture.ts';
import { createRecord, type WholeRecord } from './record.ts';
import { leave } from './staff.ts';
import { verify } from './verify.ts';

const everyone = Object.keys(roles).filter((role): role is Role => role in roles);
const kinds = Object.keys(fileKinds).filter((kind): kind is FileKind => kind in fileKinds);
const noteOf = (kind: FileKind): string => `${kind}Note`;
const both = { record: practitioners, read: practitioners, file: 'also' as const };
const derivation = { ...people, fileSteps: new Set(kinds.map(noteOf)) };
const worker = randomUUID();
const manager = as('teamManager');
/** Who is the designated officer too, as somebody has to be. */
const head = as('headOfService', { teams: [], roles: ['headOfService', 'designatedOfficer'] });
const second = as('headOfService', { teams: [] });

let at: Fixture;
let record: WholeRecord;
const files = new Map<FileKind, string>();
const fileOf = (kind: FileKind): string => files.get(kind) ?? '';
const today = dayInEngland(new Date());
const yearsOn = (years: number): LocalDate => addMonths(today, 12 * years);
const say = async (session: Session, file: string, said: NewEntry) =>
  record.append(
    session,
    [said],
    (await record.openFile(session, file)).kind === 'opened' ? await readAs(record, session, file) : new Map(),
  );
/** The clock by which files end, alone: nothing is recorded in the future. */
const itIs = (day: string) =>
  at.owner.pool.query(`create or replace function record.today() returns date language sql stable return date '${day}'`);

beforeAll(async () => {
  at = await fixture();
  record = createRecord({ database: at.app, derivation });
  const steps = new Map<string, Permissions & { readonly file: FileKind | 'also' }>([
    ...kinds.map((kind) => [noteOf(kind), { record: everyone, read: everyone, file: kind }] as const),
    ...['legalHold', 'legalHoldEnd'].map((step) => [step, both] as const),
    [recordDestroyed, recordDestroyedMay] as const,
  ]);
  for (const authority of [1, 2]) await syncPermissions(at.owner, authority, steps);
  await addTeam(at.owner, { authority: 1, team, name: 'North 1' });
  await addMember(at.owner, { authority: 1, member: worker, name: 'Wren Quill', email: 'w@example.org', roles: ['socialWorker'], team });
  for (const kind of kinds) {
    const file = randomUUID();
    files.set(kind, file);
    const subject = kind === 'staff' || kind === 'caseAudit' || kind === 'induction' ? { subject: worker } : {};
    expect(await record.addFile(head, { file, kind, title: `Of Wren Quill: ${kind}`, ...subject }), kind).toMatchObject({ kind: 'begun' });
    const note = entry(noteOf(kind), '2026-02-02', [{ person: file }], { shared: { words: 'tired in March' } });
    expect(await record.append(head, [note], new Map()), kind).toEqual({ kind: 'appended' });
  }
});
afterAll(() => at.drop());

const ask = async (session: Session, kind: FileKind, destruction = randomUUID()) => {
  const opening = await record.openFile(session, fileOf(kind));
  if (opening.kind !== 'opened') return { destruction, outcome: opening };
  return {
    destruction,
    outcome: await record.askDestruction(opening.record, { destruction, ground: 'Six years', reason: 'Looked through' }),
  };
};
const confirm = async (session: Session, kind: FileKind, destruction: string) => {
  const opening = await record.openFile(session, fileOf(kind));
  return opening.kind === 'opened' ? record.destroy(opening.record, { destruction, on: date('2026-11-29') }) : opening;
};

describe('a file', () => {
  it('is kept as the schedule of practice says: so many years from the last entry, from leaving, or for good', async () => {
    expect((await record.fileKept(head, fileOf('staff'))).until, 'who works here').toBeUndefined();
    await leave(at.owner, 1, worker);
    for (const kind of kinds) {
      const { years } = fileRetention[kind];
      expect((await record.fileKept(head, fileOf(kind))).until, kind).toBe(years === undefined ? undefined : yearsOn(years));
      expect((await ask(head, kind)).outcome, kind).toMatchObject({ kind: 'refused' });
    }
    for (const other of [as('socialWorker'), { ...head, authority: 2 }]) {
      expect(await record.fileKept(other, fileOf('complaint'))).toEqual({});
      expect(await record.filesEnding(other, date('2090-01-01'))).toEqual([]);
    }
    expect((await record.filesEnding(manager, date('2090-01-01'))).map(({ kind }) => kind).toSorted()).toEqual([
      'auditProgramme',
      'fosterCarer',
      'induction',
      'staff',
    ]);
  });

  it('is held by a legal hold, whatever date is reached, until the hold is ended', async () => {
    await itIs('2060-01-01');
    const hold = entry('legalHold', '2026-03-03', [{ person: fileOf('complaint') }], { shared: { for: 'An inquiry' } });
    expect(await say(head, fileOf('complaint'), hold)).toEqual({ kind: 'appended' });
    expect((await ask(head, 'complaint')).outcome).toMatchObject({ message: 'A legal hold has kept this file since 3 Mar 2026' });
    const end = entry('legalHoldEnd', '2026-03-04', [{ person: fileOf('complaint') }], { shared: { hold: hold.entry } });
    expect(await say(head, fileOf('complaint'), end)).toEqual({ kind: 'appended' });
    expect(await record.fileKept(head, fileOf('complaint'))).not.toHaveProperty('heldSince');
    const positionOf = async (of: NewEntry) =>
      (await readAs(record, head, fileOf('complaint'))).get(fileOf('complaint'))?.chain.find((line) => line.entry === of.entry)?.position ??
      0;
    const onHold = async (on: string, more: Partial<NewEntry['about'][number]> = {}) => {
      const said = entry('legalHold', on, [{ person: fileOf('complaint'), ...more }], { shared: { for: 'A claim' } });
      expect(await say(head, fileOf('complaint'), said)).toEqual({ kind: 'appended' });
      return said;
    };
    const held = async () => (await record.fileKept(head, fileOf('complaint'))).heldSince;
    const another = await onHold('2026-03-05');
    await onHold('2026-03-03', { corrects: await positionOf(hold), tombstone: true, reason: 'Of another file' });
    expect(await held(), 'the end of a hold that was struck out ends no other').toBe('2026-03-05');
    await onHold('2026-03-06', { corrects: await positionOf(another), reason: 'A day later' });
    expect(await held()).toBe('2026-03-06');
    const over = entry('legalHoldEnd', '2026-03-09', [{ person: fileOf('complaint') }], { shared: { hold: another.entry } });
    expect(await say(head, fileOf('complaint'), over)).toEqual({ kind: 'appended' });
    expect(await held(), 'a hold that was put right ends under its first entry').toBeUndefined();
    await itIs(today);
  });

  it('is destroyed by two people after its time: no word, title or person of it stays; the chain holds, and a restored backup is erased again', async () => {
    await itIs(addDays(yearsOn(6), 1));
    const { destruction, outcome } = await ask(manager, 'staff');
    expect(outcome).toEqual({ kind: 'done' });
    expect(await confirm(manager, 'staff', destruction)).toMatchObject({ kind: 'refused' });
    const mine = await ask(head, 'auditProgramme');
    expect(await confirm(head, 'auditProgramme', mine.destruction), 'alone').toMatchObject({ kind: 'refused' });
    expect(await confirm(second, 'auditProgramme', mine.destruction)).toEqual({ kind: 'appended' });
    expect(await confirm(head, 'staff', destruction)).toEqual({ kind: 'appended' });
    for (const kind of ['staff', 'auditProgramme'] as const) {
      const { rows } = await at.owner.pool.query(
        `select (select count(*)::int from record.content where person = $1 and shared::text like '%tired%') as words, title, subject from record.file where person = $1`,
        [fileOf(kind)],
      );
      expect(rows, kind).toEqual([{ words: 0, title: 'Destroyed by law', subject: null }]);
      expect(await record.files(head, kind)).toEqual([]);
    }
    expect(await verify(at.owner, 1)).not.toHaveProperty('broken');
    const known = (await erasures(at.owner, 1)).filter(({ person }) => person === fileOf('staff'));
    expect(known.length).toBe(1);
    await at.owner.pool.query("update record.file set title = 'Of Wren Quill', subject = $2, destroyed_at = null where person = $1", [
      fileOf('staff'),
      worker,
    ]);
    await at.owner.pool.query('delete from record.content where person = $1', [fileOf('staff')]);
    await eraseAgain(at.owner, 1, known);
    expect((await at.owner.pool.query('select title from record.file where person = $1', [fileOf('staff')])).rows).toEqual([
      { title: 'Destroyed by law' },
    ]);
    for (const kind of ['body', 'procedures', 'caseReview'] as const)
      expect((await ask(head, kind)).outcome).toMatchObject({ kind: 'refused' });
    await itIs(today);
  });
});
