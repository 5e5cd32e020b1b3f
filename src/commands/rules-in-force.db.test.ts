import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays } from '../kernel/calendar/dates.ts';
import type { Log } from '../platform/log.ts';
import type { Derivation } from '../record/contract.ts';
import { areRulesApplied } from '../record/derivation-runs.ts';
import { as, begin, derivation, entry, fixture, type Fixture } from '../record/record.fixture.ts';
import { keepRulesInForce } from './rules-in-force.ts';

let at: Fixture;
beforeAll(async () => {
  at = await fixture();
});
afterAll(() => at.drop());

/** The rules of the next version: five days more for every limit. */
const next: Derivation = {
  ...derivation,
  rulesHash: 'next',
  clocks: (history) => derivation.clocks(history).map((clock) => ({ ...clock, dueOn: addDays(clock.dueOn, 5) })),
};

it('a start under other rules says so, and derives again beside the pages; the next one has nothing to do', async () => {
  const [person, head] = [randomUUID(), as('headOfService')];
  await at.record.append(as('socialWorker'), [begin(person), entry('plan', '2026-01-05', [{ person }])], new Map());
  const said: string[] = [];
  const note = (event: string) => void said.push(event);
  const log: Log = { info: note, warning: note, fault: note, often: note };
  expect(await areRulesApplied(at.app, head, next)).toBe(false);
  await keepRulesInForce(at, next, log).over;
  expect(said).toEqual(['other-rules', 'rules-in-force', 'other-rules', 'rules-in-force']);
  expect((await at.record.list(head, { people: [person] }))[0]?.clocks).toMatchObject([{ dueOn: '2026-01-20' }]);
  expect(await areRulesApplied(at.app, head, next)).toBe(true);
  const again = keepRulesInForce(at, next, log);
  await again.over;
  await again.stop();
  expect(said).toHaveLength(4);
});
