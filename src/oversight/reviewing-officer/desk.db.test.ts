import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayInEngland } from '../../kernel/calendar/dates.ts';
import { derivation, permissionTable } from '../../practice/pathway.ts';
import type { Session } from '../../record/contract.ts';
import { syncPermissions } from '../../record/members.ts';
import { as, entry, fixture, readAs, type Fixture } from '../../record/record.fixture.ts';
import { createRecord, type WholeRecord } from '../../record/record.ts';
import { stabilityOf } from '../care-pictures/placed.ts';
import { deskOf } from './desk.ts';

/* What the desk and the pictures show comes out of lists: whose lists show a child, sees that child there, and nobody else does. */

const [officer, worker, elsewhere] = [
  as('reviewingOfficer'),
  as('socialWorker', { scope: 'own' }),
  as('reviewingOfficer', { authority: 2 }),
];
const manager = as('teamManager');
const [ada, kim] = [randomUUID(), randomUUID()];
const at = { today: dayInEngland(new Date()), at: new Date() };

let fresh: Fixture;
let record: WholeRecord;
beforeAll(async () => {
  fresh = await fixture();
  record = createRecord({ database: fresh.app, derivation });
  for (const authority of [1, 2])
    await syncPermissions(fresh.owner, authority, new Map(permissionTable().map(({ step, ...may }) => [step, may])));
  for (const person of [ada, kim]) {
    const begun = entry('personDetails', '2026-01-05', [{ person }], { shared: { firstName: person === ada ? 'Ada' : 'Kim' } });
    expect(await record.append(manager, [begun], new Map())).toEqual({ kind: 'appended' });
    const told = [
      entry('periodOfCare', '2026-01-12', [{ person }], { shared: { startedOn: '2026-01-12', legalStatus: 'V2' } }),
      entry('placement', '2026-01-12', [{ person }], {
        shared: { startedOn: '2026-01-12', type: 'U6', carers: 'Secret Carers', postcode: 'OX4 2QQ', distanceMiles: 4 },
      }),
      entry('reviewingOfficerNamed', '2026-01-14', [{ person }], { shared: { namedOn: '2026-01-14', officer: officer.actor } }),
    ];
    expect(await record.append(manager, told, await readAs(record, manager, person))).toEqual({ kind: 'appended' });
    const missing = entry('missingEpisode', '2026-02-02', [{ person }], {
      shared: { startedOn: '2026-02-02', kind: 'M', risk: 'Secret words' },
    });
    expect(await record.append(manager, [missing], await readAs(record, manager, person))).toEqual({ kind: 'appended' });
  }
  expect(
    await record.restrict(manager, kim, { ring: 'the head of service', reason: 'A relative works here', readers: [manager.actor] }),
  ).toEqual({ kind: 'done' });
});
afterAll(() => fresh.drop());

const listed = (session: Session) => record.list(session, { lookedAfter: true });
const names = async (session: Session) => deskOf(await listed(session), at).map(({ name }) => name);

describe('the desk of a reviewing officer', () => {
  it('has their children, with what entries raised, and no words of anybody', async () => {
    const children = await listed(officer);
    const [one] = deskOf(children, at);
    expect(one).toMatchObject({
      name: 'Ada',
      officer: officer.actor,
      events: [{ kind: 'missing', on: '2026-02-02' }, { kind: 'visitLate' }],
    });
    for (const secret of ['Secret', 'OX4']) expect(JSON.stringify(children)).not.toContain(secret);
    expect(stabilityOf(children, at.today).three.among).toBe(1);
  });
  it('has nobody of another authority, and nobody whom a worker’s own lists do not show', async () => {
    expect(await names(elsewhere)).toEqual([]);
    expect(await names(worker)).toEqual([]);
  });
  it('has a child whose record is restricted for those it is open to alone', async () => {
    expect(await names(officer)).toEqual(['Ada']);
    expect((await names(manager)).toSorted()).toEqual(['Ada', 'Kim']);
  });
});
