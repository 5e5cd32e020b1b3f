import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { practitioners, roles, type Role } from '../kernel/step/permission.ts';
import type { Session } from './contract.ts';
import { addMember, syncPermissions } from './members.ts';
import { as, derivation as people, entry, fixture, readAs, type Fixture } from './record.fixture.ts';
import { createRecord, type WholeRecord } from './record.ts';

const everyone = Object.keys(roles).filter((role): role is Role => role in roles);
const reviewer = as('socialWorker', { scope: 'own' });
const head = as('headOfService', { teams: [] });
const file = randomUUID();

let at: Fixture;
let record: WholeRecord;

beforeAll(async () => {
  at = await fixture();
  record = createRecord({
    database: at.app,
    derivation: {
      ...people,
      fileSteps: new Set(['incident', 'audit', 'complaint', 'voiceExercise', 'inspectionRecommendation', 'improvementProgress']),
    },
  });
  const kinds = {
    incident: 'caseReview',
    audit: 'caseAudit',
    complaint: 'complaint',
    voiceExercise: 'voice',
    inspectionRecommendation: 'inspection',
    improvementProgress: 'inspection',
  } as const;
  const steps = new Map(Object.entries(kinds).map(([step, kind]) => [step, { record: practitioners, read: practitioners, file: kind }]));
  for (const authority of [1, 2]) await syncPermissions(at.owner, authority, steps);
  for (const { actor, roles: held } of [reviewer, head])
    await addMember(at.owner, { authority: 1, member: actor, name: held.join(), email: `${actor}@example.org`, roles: held });
  expect(await record.addFile(head, { file, kind: 'caseReview', title: 'Review: Child R' })).toEqual({ kind: 'begun', file });
  expect(await record.append(head, [entry('incident', '2026-01-05', [{ person: file }])], new Map())).toEqual({ kind: 'appended' });
});
afterAll(() => at.drop());

const opens = async (session: Session) => (await record.openFile(session, file)).kind;
const name = (by: Session, until?: string, isOff = false) =>
  record.nameFor(by, file, { member: reviewer.actor, ...(until === undefined ? {} : { until: until as never }), isOff });

describe('the file of a review', () => {
  it('is opened by a head of service, and by no role else and no other authority', async () => {
    expect(await opens(head)).toBe('opened');
    const others = everyone.flatMap((role) => [as(role, { authority: 2 }), ...(role === 'headOfService' ? [] : [as(role)])]);
    for (const session of others) expect(await opens(session), `${session.roles.join()} of ${session.authority}`).toBe('unknown');
    expect(await record.files(as('teamManager'), 'caseReview')).toEqual([]);
    expect(await record.addFile(as('teamManager'), { file: randomUUID(), kind: 'caseReview', title: 'Another' })).toMatchObject({
      kind: 'refused',
    });
  });

  it('is opened and written by whoever is named for it, until they are taken off', async () => {
    expect(await opens(reviewer)).toBe('unknown');
    expect(await name(head)).toEqual({ kind: 'done' });
    expect(await opens(reviewer)).toBe('opened');
    const asRead = await readAs(record, reviewer, file);
    expect(await record.append(reviewer, [entry('incident', '2026-01-06', [{ person: file }])], asRead)).toEqual({ kind: 'appended' });
    expect(await record.namedFor(reviewer, file)).toMatchObject([{ member: reviewer.actor, namedBy: head.actor }]);
    expect(await name(head, undefined, true)).toEqual({ kind: 'done' });
    expect(await opens(reviewer)).toBe('unknown');
    expect(await record.append(reviewer, [entry('incident', '2026-01-07', [{ person: file }])], asRead)).toMatchObject({ kind: 'refused' });
    expect(await record.namedFor(reviewer, file)).toEqual([]);
  });

  it('keeps who was named and who took them off', async () => {
    const { rows } = await at.owner.pool.query('select named_by, ended_by from record.file_member where file = $1', [file]);
    expect(rows).toEqual([{ named_by: head.actor, ended_by: head.actor }]);
  });

  it('closes at the end of the last day for which somebody is named', async () => {
    expect(await name(head, '2999-12-31')).toEqual({ kind: 'done' });
    expect(await opens(reviewer)).toBe('opened');
    await at.owner.pool.query('update record.file_member set until = current_date - 2 where ended_at is null');
    expect(await opens(reviewer)).toBe('unknown');
    expect(await name(head, '2020-01-01')).toMatchObject({ kind: 'refused', message: expect.stringContaining('today or later') });
  });

  it('is shared out by heads of service alone: nobody who is named names others', async () => {
    await name(head);
    expect(await name(reviewer)).toMatchObject({ kind: 'refused', message: expect.stringContaining('Only a head of service') });
    expect(await name(as('headOfService', { authority: 2 }))).toMatchObject({ kind: 'refused' });
    expect(await record.nameFor(head, file, { member: randomUUID() })).toMatchObject({ kind: 'refused' });
  });
});

describe('other registers', () => {
  const begun = async (kind: 'complaint' | 'voice' | 'inspection', step: string, shared: Readonly<Record<string, unknown>> = {}) => {
    const id = randomUUID();
    expect(await record.addFile(head, { file: id, kind, title: kind })).toEqual({ kind: 'begun', file: id });
    const first = entry(step, '2026-01-05', [{ person: id }], { shared });
    expect(await record.append(head, [first], new Map())).toEqual({ kind: 'appended' });
    return { id, first: first.entry };
  };
  const openers = async (id: string) => {
    const sessions = everyone.flatMap((role) => [as(role), as(role, { authority: 2 })]);
    const opened = await Promise.all(
      sessions.map(async (session) => ((await record.openFile(session, id)).kind === 'opened' ? session : [])),
    );
    return opened.flat().map(({ roles: [role], authority }) => `${role} of ${authority}`);
  };

  it('are opened by whom they are for: a complaint by heads of service, the record of a service by managers, what people say by practitioners', async () => {
    expect(await openers((await begun('complaint', 'complaint')).id)).toEqual(['headOfService of 1']);
    const service = ['teamManager of 1', 'headOfService of 1', 'reviewingOfficer of 1'];
    expect(await openers((await begun('inspection', 'inspectionRecommendation')).id)).toEqual(service);
    expect(await openers((await begun('voice', 'voiceExercise')).id)).toEqual(practitioners.map((role) => `${role} of 1`));
  });

  it('keep audits apart: an auditor opens and writes their own, and nobody but a head of service opens it besides', async () => {
    const id = randomUUID();
    expect(await record.addFile(reviewer, { file: id, kind: 'caseAudit', title: 'Audits', subject: reviewer.actor })).toMatchObject({
      kind: 'begun',
    });
    expect(await record.append(reviewer, [entry('audit', '2026-01-05', [{ person: id }])], new Map())).toEqual({ kind: 'appended' });
    expect((await record.openFile(reviewer, id)).kind).toBe('opened');
    expect(await openers(id)).toEqual(['headOfService of 1']);
    const second = as('reviewingOfficer', { scope: 'all' });
    const asRead = await readAs(record, reviewer, id);
    expect(await record.append(second, [entry('audit', '2026-01-06', [{ person: id }])], asRead)).toMatchObject({
      kind: 'refused',
    });
    expect((await record.files(second, 'caseAudit')).map(({ file: listed }) => listed)).not.toContain(id);
  });

  it('open a complaint to whoever is named for it', async () => {
    const { id } = await begun('complaint', 'complaint');
    expect((await record.openFile(reviewer, id)).kind).toBe('unknown');
    expect(await record.nameFor(head, id, { member: reviewer.actor })).toEqual({ kind: 'done' });
    expect((await record.openFile(reviewer, id)).kind).toBe('opened');
    const service = await begun('inspection', 'inspectionRecommendation');
    expect(await record.nameFor(head, service.id, { member: reviewer.actor })).toMatchObject({ kind: 'refused' });
  });

  it('let nobody judge what they own, also where they came to own it by a correction', async () => {
    const other = as('reviewingOfficer');
    const { id, first } = await begun('inspection', 'inspectionRecommendation', { owner: head.actor });
    const judged = (by: Session) =>
      entry('improvementProgress', '2026-02-02', [{ person: id }], { shared: { recommendation: first, by: by.actor } });
    const append = async (by: Session) => record.append(by, [judged(by)], await readAs(record, by, id));
    expect(await append(head)).toMatchObject({ kind: 'refused', message: expect.stringContaining('does not judge its progress') });
    expect(await append(other)).toEqual({ kind: 'appended' });
    const corrected = entry('inspectionRecommendation', '2026-01-05', [{ person: id, corrects: 1, reason: 'Another owner' }], {
      shared: { owner: other.actor },
    });
    expect(await record.append(head, [corrected], await readAs(record, head, id))).toEqual({ kind: 'appended' });
    expect(await append(other)).toMatchObject({ kind: 'refused' });
    const third = as('teamManager');
    expect(await append(third)).toEqual({ kind: 'appended' });
    const again = entry('inspectionRecommendation', '2026-01-05', [{ person: id, corrects: 3, reason: 'A third owner' }], {
      shared: { owner: third.actor },
    });
    expect(await record.append(head, [again], await readAs(record, head, id))).toEqual({ kind: 'appended' });
    for (const owner of [head, other, third]) expect(await append(owner)).toMatchObject({ kind: 'refused' });
  });
});
