import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inLists } from '../kernel/derivation/derivation.ts';
import { date } from '../kernel/calendar/dates.ts';
import { as, begin, derivation as people, fixture, type Fixture } from './record.fixture.ts';
import { createRecord, type WholeRecord } from './record.ts';

const manager = as('teamManager');

let at: Fixture;
let record: WholeRecord;

beforeAll(async () => {
  at = await fixture();
  record = createRecord({
    database: at.app,
    derivation: {
      ...people,
      readBy: { ...people.readBy, registers: inLists },
      standing: (history) => ({
        ...people.standing(history),
        ...(history.some(({ answers }) => answers['isHere'] === true)
          ? { registers: [{ register: 'placedHere', since: date('2026-01-05'), state: 'bothOwed' }] }
          : {}),
      }),
    },
  });
});
afterAll(() => at.drop());

const begun = async (answers: Readonly<Record<string, unknown>>, session = manager): Promise<string> => {
  const child = randomUUID();
  expect(await record.append(session, [begin(child, answers)], new Map())).toEqual({ kind: 'appended' });
  return child;
};
const listed = async (session: typeof manager) => (await record.list(session, { onRegister: true })).map(({ person }) => person).toSorted();

test('a register lists who is on one, to whose lists show them: nobody of another authority, nobody restricted to others, nobody to a role without lists', async () => {
  const [one, hidden] = [await begun({ isHere: true }), await begun({ isHere: true })];
  await begun({});
  expect(await listed(manager)).toEqual([one, hidden].toSorted());
  await record.open(manager, [hidden], 'To restrict');
  const named = as('teamManager');
  expect(await record.restrict(manager, hidden, { readers: [named.actor], ring: 'Ring', reason: 'A relative works here' })).toEqual({
    kind: 'done',
  });
  expect(await listed(manager)).toEqual([one]);
  expect(await listed(named)).toEqual([one, hidden].toSorted());
  expect(await listed(as('teamManager', { authority: 2 }))).toEqual([]);
  expect(await listed(as('boardMember', { scope: 'none' }))).toEqual([]);
});
