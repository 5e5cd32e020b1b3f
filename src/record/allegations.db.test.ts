import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { practitioners, practitionersAndLeads, roles, type Role } from '../kernel/step/permission.ts';
import type { Session } from './contract.ts';
import { addMember, syncPermissions } from './members.ts';
import { as, derivation as people, entry, fixture, readAs, type Fixture } from './record.fixture.ts';
import { createRecord, type WholeRecord } from './record.ts';

const everyone = Object.keys(roles).filter((role): role is Role => role in roles);
const officer = as('designatedOfficer', { teams: [], scope: 'none' });
const second = as('designatedOfficer', { teams: [], scope: 'none' });
const head = as('headOfService', { teams: [] });
const worker = as('socialWorker', { scope: 'own' });
const manager = as('teamManager');
const may = { record: [...practitionersAndLeads, 'designatedOfficer'], read: [...practitioners, 'designatedOfficer'] } as const;

let at: Fixture;
let record: WholeRecord;

beforeAll(async () => {
  at = await fixture();
  record = createRecord({
    database: at.app,
    derivation: {
      ...people,
      fileSteps: new Set(['allegation', 'allegationMeeting']),
      clocks: (history) => [
        ...people.clocks(history),
        ...history
          .filter(({ step }) => step === 'action')
          .map((one) => ({
            rule: 'actionDue',
            version: '1',
            startedBy: one.entry,
            startedOn: one.happenedOn,
            dueOn: one.happenedOn,
            notInSource: false,
          })),
      ],
    },
  });
  const steps = new Map([
    ['allegation', { ...may, file: 'allegation' as const }],
    ['allegationMeeting', { ...may, file: 'allegation' as const }],
    ['action', { ...may, file: 'also' as const }],
  ]);
  for (const authority of [1, 2]) await syncPermissions(at.owner, authority, steps);
  for (const { actor, roles: held } of [officer, second, head, worker, manager])
    await addMember(at.owner, { authority: 1, member: actor, name: held.join(), email: `${actor}@example.org`, roles: held });
});
afterAll(() => at.drop());

const told = (file: string) => entry('allegation', '2026-01-05', [{ person: file }], { shared: { who: 'A teacher' } });
async function begun(by: Session, subject?: string): Promise<string> {
  const file = randomUUID();
  const made = await record.addFile(by, { file, kind: 'allegation', title: 'Allegation', ...(subject === undefined ? {} : { subject }) });
  expect(made).toEqual({ kind: 'begun', file });
  expect(await record.append(by, [told(file)], new Map())).toEqual({ kind: 'appended' });
  return file;
}
const opens = async (session: Session, file: string) => (await record.openFile(session, file)).kind;
const listed = async (session: Session) => (await record.files(session, 'allegation')).map(({ file }) => file);

describe('the file of an allegation', () => {
  it('is begun by whoever learns of it, who then neither opens nor writes it, nor sees it in a list', async () => {
    for (const role of practitionersAndLeads) {
      const teller = as(role);
      const file = await begun(teller);
      expect(await opens(teller, file), role).toBe('unknown');
      expect(await record.open(teller, [file], 'To see').then((one) => one.get(file)?.kind), role).toBe('unknown');
      expect(await listed(teller)).toEqual([]);
      const asRead = await readAs(record, officer, file);
      for (const step of ['allegation', 'allegationMeeting'])
        expect(await record.append(teller, [entry(step, '2026-01-06', [{ person: file }])], asRead)).toMatchObject({ kind: 'refused' });
    }
  });

  it('is opened by designated officers, and by no role else and no other authority', async () => {
    const file = await begun(worker);
    expect(await opens(officer, file)).toBe('opened');
    const others = everyone.flatMap((role) => [as(role, { authority: 2 }), ...(role === 'designatedOfficer' ? [] : [as(role)])]);
    for (const session of [...others, head, worker, manager]) {
      expect(await opens(session, file), `${session.roles.join()} of ${session.authority}`).toBe('unknown');
      expect(await listed(session)).not.toContain(file);
    }
    expect(await listed(officer)).toContain(file);
  });

  it('cannot be begun twice: a file in which something stands is nobody’s to begin', async () => {
    const file = await begun(worker);
    expect(await record.addFile(worker, { file, kind: 'allegation', title: 'Again' })).toMatchObject({ kind: 'refused' });
    const empty = randomUUID();
    await record.addFile(worker, { file: empty, kind: 'allegation', title: 'Not told yet' });
    expect(await record.addFile(manager, { file: empty, kind: 'allegation', title: 'Taken' })).toMatchObject({ kind: 'refused' });
    expect(await record.append(manager, [told(empty)], new Map())).toMatchObject({ kind: 'refused' });
    const meeting = entry('allegationMeeting', '2026-01-05', [{ person: empty }]);
    expect(await record.append(worker, [meeting], new Map())).toMatchObject({ kind: 'refused' });
  });

  it('is never opened by whomever it is about, also not by a designated officer, and not where they are named for it', async () => {
    const file = await begun(worker, officer.actor);
    expect(await opens(officer, file)).toBe('unknown');
    expect(await opens(second, file)).toBe('opened');
    const ofManager = await begun(worker, manager.actor);
    expect(await record.nameFor(officer, ofManager, { member: manager.actor })).toEqual({ kind: 'done' });
    expect(await opens(manager, ofManager)).toBe('unknown');
    expect(await listed(manager)).not.toContain(ofManager);
  });

  it('is opened and written by whoever the designated officer names, until they are taken off; a head of service names nobody', async () => {
    const file = await begun(manager);
    expect(await record.nameFor(head, file, { member: head.actor })).toMatchObject({ kind: 'refused' });
    expect(await record.nameFor(officer, file, { member: head.actor })).toEqual({ kind: 'done' });
    expect(await opens(head, file)).toBe('opened');
    expect(await record.nameFor(head, file, { member: worker.actor })).toMatchObject({ kind: 'refused' });
    const meeting = entry('allegationMeeting', '2026-01-07', [{ person: file }]);
    expect(await record.append(head, [meeting], await readAs(record, head, file))).toEqual({ kind: 'appended' });
    expect(await record.nameFor(officer, file, { member: head.actor, isOff: true })).toEqual({ kind: 'done' });
    expect(await opens(head, file)).toBe('unknown');
  });

  it('gives an action to nobody’s day who may not open it', async () => {
    const file = await begun(manager);
    const asked = entry('action', '2026-01-06', [{ person: file }], { shared: { what: 'Ring the school', owner: worker.actor } });
    expect(await record.append(officer, [asked], await readAs(record, officer, file))).toEqual({ kind: 'appended' });
    expect(await record.ownActions(worker)).toEqual([]);
    await record.nameFor(officer, file, { member: worker.actor });
    expect(await record.ownActions(worker)).toMatchObject([{ what: 'Ring the school' }]);
  });

  it('has no glass to break and no standing to be found by', async () => {
    const file = await begun(worker);
    expect((await record.breakGlass(head, file, 'To see')).kind).not.toBe('opened');
    const { rows } = await at.owner.pool.query('select person from record.standing where person = $1', [file]);
    expect(rows).toEqual([]);
  });
});
