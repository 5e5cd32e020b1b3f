import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inLists } from '../kernel/derivation/derivation.ts';
import { practitioners, roles, type Permissions, type Role } from '../kernel/step/permission.ts';
import { syncPermissions } from './members.ts';
import { as, begin, derivation as people, entry, fixture, readAs, type Fixture } from './record.fixture.ts';
import { createRecord, type WholeRecord } from './record.ts';

const everyone = Object.keys(roles).filter((role): role is Role => role in roles);
const manager = as('teamManager');
const [rowans, other] = [randomUUID(), randomUUID()];

let at: Fixture;
let record: WholeRecord;

beforeAll(async () => {
  at = await fixture();
  const derivation = {
    ...people,
    readBy: { ...people.readBy, placedWith: 'placement', carersFile: inLists, adoptersFile: inLists },
    fileSteps: new Set(['fosterCarerEnquiry', 'adopterEnquiry']),
    standing: (history: Parameters<typeof people.standing>[0]) => {
      const said = history.map(({ answers }) => answers['placedWith']).findLast((one) => typeof one === 'string');
      const named = (name: 'carersFile' | 'adoptersFile') => {
        const one = history.map(({ answers }) => answers[name]).findLast((value) => typeof value === 'string');
        return typeof one === 'string' ? { [name]: one } : {};
      };
      return {
        ...people.standing(history),
        ...(typeof said === 'string' ? { placedWith: said } : {}),
        ...named('carersFile'),
        ...named('adoptersFile'),
      };
    },
  };
  record = createRecord({ database: at.app, derivation });
  const may = { record: practitioners, read: practitioners };
  for (const authority of [1, 2])
    await syncPermissions(
      at.owner,
      authority,
      new Map<string, Permissions & { readonly file?: 'fosterCarer' | 'adopters' }>([
        ['begin', may],
        ['fosterCarerEnquiry', { ...may, file: 'fosterCarer' as const }],
        ['adopterEnquiry', { ...may, file: 'adopters' as const }],
      ]),
    );
  for (const [file, title] of [
    [rowans, 'The Rowans'],
    [other, 'The Ashes'],
  ] as const) {
    expect(await record.addFile(manager, { file, kind: 'fosterCarer', title })).toEqual({ kind: 'begun', file });
    expect(await record.append(manager, [entry('fosterCarerEnquiry', '2026-01-05', [{ person: file }])], new Map())).toEqual({
      kind: 'appended',
    });
  }
});
afterAll(() => at.drop());

const placed = async (answers: Readonly<Record<string, unknown>>): Promise<string> => {
  const child = randomUUID();
  expect(await record.append(manager, [begin(child, answers)], new Map())).toEqual({ kind: 'appended' });
  return child;
};

test('places used are counted from the children’s own records: who is looked after and placed with them, restricted or not, and nobody else', async () => {
  const first = await placed({ careSince: '2026-01-05', placedWith: 'the rowans ' });
  const hidden = await placed({ careSince: '2026-01-05', placedWith: 'The Rowans' });
  await placed({ placedWith: 'The Rowans' });
  await placed({ careSince: '2026-01-05', placedWith: 'Somebody else' });
  await record.open(manager, [hidden], 'To restrict');
  expect(await record.restrict(manager, hidden, { readers: [manager.actor], ring: 'Ring', reason: 'A relative works here' })).toEqual({
    kind: 'done',
  });
  expect([...(await record.fosterPlaces(as('socialWorker', { scope: 'own' })))].toSorted()).toEqual(
    [[rowans, 2] as const, [other, 0] as const].toSorted(),
  );
  const moved = entry('begin', '2026-02-01', [{ person: first, answers: { careSince: '2026-01-05', placedWith: 'The Ashes' } }]);
  expect(await record.append(manager, [moved], await readAs(record, manager, first))).toEqual({ kind: 'appended' });
  expect((await record.fosterPlaces(manager)).get(other)).toBe(1);
  expect((await record.fosterPlaces(manager)).get(rowans)).toBe(1);
});

test('carers are told to practitioners alone, and to no other authority', async () => {
  for (const role of everyone) {
    const session = as(role);
    const may = practitioners.some((one) => one === role);
    expect((await record.openFile(session, rowans)).kind === 'opened', role).toBe(may);
    expect((await record.fosterPlaces(session)).size, role).toBe(may ? 2 : 0);
    const elsewhere = as(role, { authority: 2 });
    expect((await record.openFile(elsewhere, rowans)).kind, role).toBe('unknown');
    expect((await record.fosterPlaces(elsewhere)).size, role).toBe(0);
  }
});

test('a placement that names the file counts there, whatever the carers are called, and nowhere else', async () => {
  const before = await record.fosterPlaces(manager);
  await placed({ careSince: '2026-01-05', placedWith: 'The Ashes', carersFile: rowans });
  const after = await record.fosterPlaces(manager);
  expect([after.get(rowans), after.get(other)]).toEqual([(before.get(rowans) ?? 0) + 1, before.get(other)]);
});

test('adopters have files of their own: how many children are matched is told to practitioners of the authority, and no file names a child', async () => {
  const elms = randomUUID();
  expect(await record.addFile(manager, { file: elms, kind: 'adopters', title: 'The Elms' })).toEqual({ kind: 'begun', file: elms });
  expect(await record.append(manager, [entry('adopterEnquiry', '2026-01-05', [{ person: elms }])], new Map())).toEqual({
    kind: 'appended',
  });
  await placed({ careSince: '2026-01-05', adoptersFile: elms });
  for (const role of everyone) {
    const may = practitioners.some((one) => one === role);
    expect((await record.adoptersMatched(as(role))).get(elms), role).toBe(may ? 1 : undefined);
    expect((await record.openFile(as(role), elms)).kind === 'opened', role).toBe(may);
    expect((await record.adoptersMatched(as(role, { authority: 2 }))).size, role).toBe(0);
    expect((await record.openFile(as(role, { authority: 2 }), elms)).kind, role).toBe('unknown');
  }
});
