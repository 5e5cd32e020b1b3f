import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { date } from '../kernel/calendar/dates.ts';
import type { Role } from '../kernel/step/permission.ts';
import { addMember, syncPermissions } from './members.ts';
import { createRecord } from './record.ts';
import { as, begin, derivation, entry, fixture, readAs, team, type Fixture } from './record.fixture.ts';
import { asOwnerOf } from './verify.ts';
import { careHistory, stageSums, type StageSum, type StagesAsked } from './stage-sums.ts';

let at: Fixture;
const people = Array.from({ length: 4 }, () => randomUUID());
const [visited = '', onPlan = '', restricted = '', struck = ''] = people;
const worker = randomUUID();
const manager = as('teamManager', { actor: worker, teams: [team] });
const between = { since: date('2025-12-01'), until: date('2026-02-01') };
const asked: StagesAsked = {
  stages: {
    begin: [{ layer: 'base', stage: 'open' }],
    plan: [{ layer: 'plan', stage: 'onPlan' }],
    visit: [
      { layer: 'plan', field: 'outcome', of: ['over'] },
      { layer: 'base', field: 'outcome', of: ['over'] },
    ],
  },
  rules: ['visit'],
};

beforeAll(async () => {
  at = await fixture();
  await addMember(at.owner, { authority: 1, member: worker, name: 'W', email: 'w@example.org', roles: ['socialWorker'] });
  const told = people.map((person) => begin(person, { worker, careSince: '2026-01-01' }));
  const plan = (person: string, on: string) => entry('plan', on, [{ person }]);
  const toBeStruck = plan(struck, '2026-01-04');
  const all = [...told, plan(visited, '2026-01-05'), plan(onPlan, '2026-01-11'), plan(restricted, '2026-01-11'), toBeStruck];
  expect(await at.record.append(manager, all, new Map())).toEqual({ kind: 'appended' });
  const later = [
    entry('visit', '2026-01-20', [{ person: visited, answers: { outcome: 'over' } }]),
    entry('visit', '2026-01-30', [{ person: onPlan, answers: { outcome: 'goesOn' } }]),
    entry('plan', '2026-01-04', [{ person: struck, corrects: 2, tombstone: true, reason: 'Another child' }]),
  ];
  const known = await readAs(at.record, manager, visited, onPlan, struck);
  expect(await at.record.append(manager, later, known)).toEqual({ kind: 'appended' });
  await at.record.restrict(manager, restricted, { readers: [worker], ring: 'r', reason: 'A relative' });
});
afterAll(() => at.drop());

const read = (role: Role = 'headOfService', authority = 1) => stageSums(at.app, as(role, { authority }), between, asked);
const of = (rows: readonly StageSum[], kind: StageSum['kind']) =>
  rows.filter((row) => row.kind === kind).map(({ stage, next, day, entered, days, n }) => [stage, next, day, entered, days, n]);

describe('how the service went', () => {
  test('is told in sums: who came, how long they were in each stage, and what came next', async () => {
    const rows = await read();
    expect(of(rows, 'arrival')).toEqual([['open', null, '2026-01-01', 0, 0, 4]]);
    expect(of(rows, 'spell')).toEqual([
      ['onPlan', 'end', null, 0, 15, 1],
      ['onPlan', null, null, 0, 21, 2],
      ['open', 'onPlan', null, 0, 4, 1],
      ['open', 'onPlan', null, 0, 10, 2],
      ['open', null, null, 0, 31, 1],
    ]);
    expect(of(rows, 'open').reduce((sum, [, , , , , n]) => sum + Number(n), 0)).toBe(3);
  });

  test('of whoever was looked after already when the record began it says no arrival, but where they are', async () => {
    const [before, taken] = [of(await read(), 'arrival'), randomUUID()];
    expect(await at.record.append(manager, [begin(taken, { worker, careSince: '2026-01-01', beganEarlier: true })], new Map())).toEqual({
      kind: 'appended',
    });
    const rows = await read();
    expect(of(rows, 'arrival')).toEqual(before);
    expect(of(rows, 'open').reduce((sum, [, , , , , n]) => sum + Number(n), 0)).toBe(4);
  });

  test('of what fell due it says in which month, and how much of it was late', async () => {
    expect(of(await read(), 'clock')).toEqual([['visit', null, '2026-01-01', 3, 0, 3]]);
  });

  test('of workers it says how many there are of each team, and who they are in no way', async () => {
    const rows = await read();
    expect(of(rows, 'load')).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(new RegExp([worker, team, ...people].join('|')));
  });

  test('of workers it leaves out who had not started by then', async () => {
    const member = randomUUID();
    await addMember(at.owner, { authority: 1, member, name: 'N', email: 'n@example.org', roles: ['socialWorker'] });
    const loads = async () => of(await read(), 'load').reduce((sum, [, , , , , n]) => sum + Number(n), 0);
    const before = await loads();
    const file = randomUUID();
    await syncPermissions(at.owner, 1, new Map([['employment', { record: ['headOfService'], read: ['headOfService'], file: 'staff' }]]));
    const record = createRecord({ database: at.app, derivation: { ...derivation, fileSteps: new Set(['employment']) } });
    const head = as('headOfService', { actor: randomUUID(), teams: [] });
    await addMember(at.owner, { authority: 1, member: head.actor, name: 'H', email: 'h@example.org', roles: ['headOfService'] });
    await record.addFile(head, { file, kind: 'staff', title: 'Staff file of N', subject: member });
    expect(await record.append(head, [entry('employment', '2026-02-02', [{ person: file }], { shared: {} })], new Map())).toMatchObject({
      kind: 'appended',
    });
    expect(await loads()).toBe(before - 1);
  });

  test('of workers it has the hours they lack of a full-time post, whose caseload is protected and who is away for long, and not how many children each has', async () => {
    const steps = ['employment', 'staffAbsence', 'staffAbsenceEnd'];
    const may = { record: ['headOfService'] as const, read: ['headOfService'] as const, file: 'staff' as const };
    await syncPermissions(at.owner, 1, new Map(steps.map((step) => [step, may])));
    const record = createRecord({ database: at.app, derivation: { ...derivation, fileSteps: new Set(steps) } });
    const head = as('headOfService', { actor: randomUUID(), teams: [] });
    await addMember(at.owner, {
      authority: 1,
      member: head.actor,
      name: 'H',
      email: `${head.actor}@example.org`,
      roles: ['headOfService'],
    });
    const employ = async (shared: Readonly<Record<string, unknown>>, ...more: readonly (readonly [string, string])[]) => {
      const [member, file] = [randomUUID(), randomUUID()];
      await addMember(at.owner, { authority: 1, member, name: 'N', email: `${member}@example.org`, roles: ['socialWorker'] });
      await record.addFile(head, { file, kind: 'staff', title: 'Staff file', subject: member });
      for (const [step, on] of [['employment', '2025-06-02'] as const, ...more]) {
        const said = entry(step, on, [{ person: file }], { shared: step === 'employment' ? shared : { reason: 'SIC' } });
        expect(await record.append(head, [said], await readAs(record, head, file))).toEqual({ kind: 'appended' });
      }
    };
    const before = of(await read(), 'load').length;
    await employ({ hours: 18.5, grade: 'socialWorker' });
    await employ({ hours: 0, grade: 'socialWorker' });
    await employ({ hours: 37, grade: 'newlyQualified' });
    await employ({ hours: 37, grade: 'socialWorker' }, ['staffAbsence', '2025-12-20']);
    await employ({ hours: 37, grade: 'socialWorker' }, ['staffAbsence', '2025-12-20'], ['staffAbsenceEnd', '2026-01-09']);
    await employ({ hours: 37, grade: 'socialWorker' }, ['staffAbsence', '2026-01-28']);
    const loads = of(await read(), 'load').map(([, next, , lacks, days, n]) => [next, lacks, days, n]);
    expect(loads).toEqual(
      expect.arrayContaining([
        [null, 50, 0, 1],
        // For no hours: next to nothing is done, and nobody is away.
        [null, 99, 0, 1],
        ['90', 0, 0, 1],
        [null, 100, 0, 1],
      ]),
    );
    expect(loads.length).toBe(before + 4);
    for (const elsewhere of [await read('teamManager'), await read('performanceAnalyst', 2)]) expect(of(elsewhere, 'load')).toEqual([]);
  });

  test.each(['socialWorker', 'teamManager', 'dutyWorker', 'reviewingOfficer', 'administrator', 'inspector'] as const)(
    'is not for %s',
    async (role) => {
      expect(await read(role)).toEqual([]);
      expect(await careHistory(at.app, as(role), between)).toEqual([]);
    },
  );

  test('of periods of care it says which had begun before the record did', async () => {
    const both = { record: ['teamManager'] as const, read: ['teamManager'] as const };
    await syncPermissions(at.owner, 1, new Map(['begin', 'plan', 'visit', 'periodOfCare', 'placement'].map((step) => [step, both])));
    const [taken, came] = [randomUUID(), randomUUID()];
    const say = (step: string, person: string, answers: Readonly<Record<string, unknown>>) =>
      entry(step, '2026-01-05', [{ person, answers }]);
    const told = [
      begin(taken, { worker }),
      begin(came, { worker }),
      say('periodOfCare', taken, { beganEarlier: true }),
      say('periodOfCare', came, {}),
      say('placement', came, { type: 'U6' }),
    ];
    expect(await at.record.append(manager, told, new Map())).toEqual({ kind: 'appended' });
    await asOwnerOf(at.owner, 1, (sql) =>
      sql.query('update record.standing set state = state || \'{"bornOn": "2015-06-09"}\' where authority = 1 and person = any($1)', [
        [taken, came],
      ]),
    );
    const rows = await careHistory(at.app, as('headOfService'), between);
    expect(rows.map(({ born: month, step, kind }) => [month, step, kind]).toSorted()).toEqual(
      [
        ['2015-06-01', 'periodOfCare', null],
        ['2015-06-01', 'periodOfCare', 'earlier'],
        ['2015-06-01', 'placement', 'U6'],
      ].toSorted(),
    );
    expect(await careHistory(at.app, as('headOfService', { authority: 2 }), between)).toEqual([]);
  });

  test('is for analysts too, and for nobody of another authority', async () => {
    expect(await read('performanceAnalyst')).toEqual(await read());
    expect(await read('headOfService', 2)).toEqual([]);
  });
});
