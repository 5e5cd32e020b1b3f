import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { practitioners } from '../kernel/step/permission.ts';
import { derivation, permissionTable } from '../practice/pathway.ts';
import type { NewEntry, Session } from './contract.ts';
import type { NewFile } from './files.ts';
import { addMember, syncPermissions } from './members.ts';
import { as, entry, fixture, readAs, type Fixture } from './record.fixture.ts';
import { createRecord, type WholeRecord } from './record.ts';

/* Every practitioner opens the files of carers and adopters, and few that of an allegation: its words stand there, and in theirs the database takes none, whoever writes. */

const officer = as('designatedOfficer', { teams: [], scope: 'none' });
const [worker, manager, head] = [as('socialWorker'), as('teamManager'), as('headOfService', { teams: [] })];
const secret = 'He was locked out in the rain';

let at: Fixture;
let record: WholeRecord;
beforeAll(async () => {
  at = await fixture();
  record = createRecord({ database: at.app, derivation });
  for (const authority of [1, 2])
    await syncPermissions(at.owner, authority, new Map(permissionTable().map(({ step, ...may }) => [step, may])));
  for (const { actor, roles: held } of [officer, worker, manager, head])
    await addMember(at.owner, { authority: 1, member: actor, name: held.join(), email: `${actor}@example.org`, roles: held });
});
afterAll(() => at.drop());

async function begun(kind: NewFile['kind']): Promise<string> {
  const file = randomUUID();
  expect(await record.addFile(worker, { file, kind, title: `File ${file}` })).toMatchObject({ kind: 'begun' });
  return file;
}
const stated = async (by: Session, one: NewEntry) => {
  const known = await Promise.all(one.about.map(({ person }) => readAs(record, by, person).catch(() => new Map())));
  const outcome = await record.append(by, [one], new Map(known.flatMap((some) => [...some])));
  return outcome.kind === 'refused' ? outcome.message : outcome.kind;
};
const concern = (step: string, file: string, more: Readonly<Record<string, unknown>>) =>
  entry(step, '2026-05-04', [{ person: file }], { shared: { on: '2026-05-04', ...more } });
const forOfficer = 'The words of an allegation are for the designated officer alone: tell them under Allegations';

describe('the words of an allegation', () => {
  it.each([
    ['fosterCarer', 'fosterConcern'],
    ['adopters', 'adopterConcern'],
  ] as const)('are taken into no file of the kind %s: by no role, nor as a correction', async (kind, step) => {
    const file = await begun(kind);
    for (const by of [worker, manager, head])
      expect(await stated(by, concern(step, file, { kind: 'allegation', words: secret }))).toBe(forOfficer);
    expect(await stated(worker, concern(step, file, { kind: 'allegation', officerToldOn: '2026-05-05' }))).toBe('appended');
    const position = (await readAs(record, worker, file)).get(file)?.position ?? 0;
    const corrected = entry(step, '2026-05-04', [{ person: file, corrects: position, reason: 'More was said' }], {
      shared: { on: '2026-05-04', kind: 'allegation', words: secret },
    });
    expect(await stated(manager, corrected)).toBe(forOfficer);
    expect(await stated(worker, concern(step, file, { kind: 'complaint', words: 'Nobody rang back' }))).toBe('appended');
  });

  it('are not told at the end of one either, and of any other concern what was found is', async () => {
    const file = await begun('fosterCarer');
    const [allegation, standard] = [
      concern('fosterConcern', file, { kind: 'allegation' }),
      concern('fosterConcern', file, { kind: 'standard' }),
    ];
    for (const one of [allegation, standard]) expect(await stated(worker, one)).toBe('appended');
    const end = (of: NewEntry) =>
      entry('fosterConcernEnd', '2026-06-01', [{ person: file }], {
        shared: { endedOn: '2026-06-01', concern: of.entry, outcome: 'support', found: secret },
      });
    expect(await stated(manager, end(allegation))).toBe(forOfficer);
    expect(await stated(manager, end(standard))).toBe('appended');
  });

  it('are told by what the concern is now: one that turned out to be an allegation takes none, and one that turned out to be none takes what was found', async () => {
    const file = await begun('fosterCarer');
    const end = (of: NewEntry) =>
      entry('fosterConcernEnd', '2026-06-01', [{ person: file }], {
        shared: { endedOn: '2026-06-01', concern: of.entry, outcome: 'support', found: secret },
      });
    const turnedOut = async (from: string, to: string) => {
      const first = concern('fosterConcern', file, { kind: from });
      expect(await stated(worker, first)).toBe('appended');
      const position = (await readAs(record, worker, file)).get(file)?.position ?? 0;
      const corrected = entry('fosterConcern', '2026-05-04', [{ person: file, corrects: position, reason: 'It was mistaken' }], {
        shared: { on: '2026-05-04', kind: to },
      });
      expect(await stated(worker, corrected)).toBe('appended');
      return stated(manager, end(first));
    };
    expect(await turnedOut('standard', 'allegation')).toBe(forOfficer);
    expect(await turnedOut('allegation', 'standard')).toBe('appended');
  });

  it('that were first written as another concern are read by whoever wrote them and whoever says what it is: of any other the version stands without them', async () => {
    const file = await begun('fosterCarer');
    const first = concern('fosterConcern', file, { kind: 'standard', words: secret });
    expect(await stated(worker, first)).toBe('appended');
    const elsewhere = as('teamManager', { authority: 2 });
    const [other, reviewing] = [as('socialWorker'), as('reviewingOfficer')];
    const words = async (by: Session) => JSON.stringify((await readAs(record, by, file)).get(file));
    for (const by of [other, manager, reviewing]) expect(await words(by)).toContain(secret);
    const position = (await readAs(record, worker, file)).get(file)?.position ?? 0;
    const said = { shared: { on: '2026-05-04', kind: 'allegation', officerToldOn: '2026-05-05' } };
    const corrected = entry('fosterConcern', '2026-05-04', [{ person: file, corrects: position, reason: 'It is an allegation' }], said);
    expect(await stated(worker, corrected)).toBe('appended');
    expect(await words(worker)).toContain(secret);
    for (const by of [other, reviewing, manager, head]) {
      const read = (await readAs(record, by, file)).get(file);
      expect(JSON.stringify(read)).not.toContain(secret);
      // What names the concern still finds it, and what it is now is read by all.
      expect(read?.history.map(({ entry: named, answers }) => [named, answers['kind']])).toEqual([[first.entry, 'allegation']]);
      expect(read?.unread).toHaveLength(1);
    }
    expect((await record.openFile(elsewhere, file)).kind).toBe('unknown');
    const struck = entry('fosterConcern', '2026-05-04', [
      { person: file, corrects: (await readAs(record, worker, file)).get(file)?.position ?? 0, tombstone: true, reason: 'Of others' },
    ]);
    expect(await stated(worker, struck)).toBe('appended');
    for (const by of [other, manager, head]) expect(await words(by)).not.toContain(secret);
  });

  it('stand in the designated officer’s file: read by them and by no other role, by nobody of another authority, and in nothing of the carers’', async () => {
    const carers = await begun('fosterCarer');
    expect(await stated(worker, concern('fosterConcern', carers, { kind: 'allegation', officerToldOn: '2026-05-05' }))).toBe('appended');
    const file = randomUUID();
    expect(await record.addFile(worker, { file, kind: 'allegation', title: 'Allegation' })).toMatchObject({ kind: 'begun' });
    const words = { learntOn: '2026-05-04', toldOn: '2026-05-05', who: 'Foster carers', setting: 'fostering', words: secret };
    expect(await record.append(worker, [entry('allegation', '2026-05-05', [{ person: file }], { shared: words })], new Map())).toEqual({
      kind: 'appended',
    });
    for (const role of practitioners) {
      const reader = as(role);
      const read = (await readAs(record, reader, carers)).get(carers);
      expect(JSON.stringify(read), role).not.toContain(secret);
      expect(
        read?.history.some(({ answers }) => answers['kind'] === 'allegation'),
        role,
      ).toBe(true);
      expect((await record.openFile(reader, file)).kind, role).toBe('unknown');
      const elsewhere = as(role, { authority: 2 });
      for (const one of [carers, file]) expect((await record.openFile(elsewhere, one)).kind).toBe('unknown');
    }
    expect(JSON.stringify((await readAs(record, officer, file)).get(file)?.history)).toContain(secret);
    expect((await record.openFile(as('designatedOfficer', { authority: 2 }), file)).kind).toBe('unknown');
  });
});
