import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { usualAssumptions } from '../oversight/simulation/assumptions.ts';
import { keptAs, outcomeIn } from '../oversight/simulation/kept-outcome.ts';
import { serviceOf } from '../oversight/simulation/model.fixture.ts';
import { simulateHere } from '../oversight/simulation/replications.ts';
import { as, fixture, type Fixture } from '../record/record.fixture.ts';
import { keepSimulation, keptSimulation } from '../record/simulations.ts';
import { planningOf } from './web-planning.ts';

let at: Fixture;
beforeAll(async () => void (at = await fixture()));
afterAll(() => at.drop());

const nameOf = (n: number): string => n.toString(16).padStart(64, '0');
const head = as('headOfService');
const outcome = simulateHere({ models: [serviceOf(3, 60, 90)], replications: 4, seed: 1 });

test('what was simulated is kept as it was, for whoever may ask, and for no other authority', async () => {
  await keepSimulation(at.app, head, nameOf(1), keptAs(outcome));
  expect(outcomeIn(await keptSimulation(at.app, as('performanceAnalyst'), nameOf(1)))).toEqual(outcome);
  for (const session of [as('teamManager'), as('socialWorker'), as('headOfService', { authority: 2 })])
    expect(await keptSimulation(at.app, session, nameOf(1))).toBeUndefined();
  await expect(keepSimulation(at.app, as('teamManager'), nameOf(2), keptAs(outcome))).rejects.toThrow('Only performance analysts');
  await expect(at.app.transaction(head, (sql) => sql.query('select * from record.simulation'))).rejects.toThrow('permission denied');
});

test('the last two dozen are kept', async () => {
  for (let n = 10; n < 40; n += 1) await keepSimulation(at.app, head, nameOf(n), { version: 1 });
  const kept = await Promise.all(Array.from({ length: 30 }, (_, n) => keptSimulation(at.app, head, nameOf(n + 10))));
  expect(kept.map((one) => one !== undefined)).toEqual(Array.from({ length: 30 }, (_, n) => n >= 6));
  expect(await keptSimulation(at.app, head, nameOf(1))).toBeUndefined();
});

test('what another version wrote is simulated again', () => {
  for (const kept of [undefined, null, {}, { version: 0, outcome }, { version: 1, outcome: {} }]) expect(outcomeIn(kept)).toBeUndefined();
});

test('of a record with too little nothing is begun, and nothing kept', async () => {
  const planning = planningOf(at.app);
  const session = as('headOfService', { actor: randomUUID() });
  const asked = { assumptions: usualAssumptions, scenarios: [], replications: 20, seed: 1 };
  await planning.begin(session, asked);
  expect(await planning.look(session, asked)).toBeUndefined();
});
