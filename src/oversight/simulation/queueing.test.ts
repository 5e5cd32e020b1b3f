import { describe, expect, it } from 'vitest';
import { Service } from './engine.ts';
import { columnsOf, placeOf, type ServiceModel, type Stage } from './model.ts';
import { lasting, queueOf } from './model.fixture.ts';
import { Random } from './random.ts';
import { spreadTable } from './team-work.ts';

/** Of many runs, each counted once it has filled: the mean, and what lies 3.3 standard errors about it (999 in 1,000). */
function meanOf(model: ServiceModel, runs: number, of: (rows: Float64Array, from: number) => number) {
  const service = new Service(model);
  const columns = columnsOf(model);
  const rows = new Float64Array(2 * columns);
  const found = Array.from({ length: runs }, (_, n) => {
    service.run(n + 1, rows);
    return of(rows, columns);
  });
  const mean = found.reduce((sum, one) => sum + one, 0) / runs;
  const error = Math.sqrt(found.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (runs - 1) / runs);
  return { mean, low: mean - 3.3 * error, high: mean + 3.3 * error, error };
}

/** Erlang (1917): the mean number waiting before c servers, each exponential. */
function waitingBefore(perDay: number, meanDays: number, servers: number): number {
  const offered = perDay * meanDays;
  let [term, sum] = [1, 1];
  for (let n = 1; n < servers; n += 1) {
    term *= offered / n;
    sum += term;
  }
  const full = (term * offered) / servers / (1 - offered / servers);
  return ((full / (sum + full)) * (offered / servers)) / (1 - offered / servers);
}

/** Pollaczek and Khinchine (1930, 1932): the mean days that work waits before one server, whatever its length is distributed as. */
const waitBefore = (perDay: number, meanDays: number, spread: number): number =>
  (perDay * meanDays ** 2 * (1 + spread ** 2)) / (2 * (1 - perDay * meanDays));

const given: Stage = { name: 'given', needsWorker: true, duration: lasting(4), next: [[]], rounds: [] };

describe('as a queue of textbooks', () => {
  it('the closed forms agree with published values', () => {
    // Gross, Shortle, Thompson and Harris, Fundamentals of Queueing Theory, 4th edition, example 2.2: M/M/3, 6 an hour, 20 minutes each: Lq = 8/9.
    expect(waitingBefore(6, 1 / 3, 3)).toBeCloseTo(8 / 9, 10);
    // M/M/1 as the special case of both.
    expect(waitingBefore(0.8, 1, 1)).toBeCloseTo(0.8 ** 2 / 0.2, 10);
    expect(waitBefore(0.8, 1, 1)).toBeCloseTo(0.8 / 0.2, 10);
    expect(waitBefore(0.8, 1, 0)).toBeCloseTo(0.8 / 0.2 / 2, 10);
  });

  it.each([
    [1, 0.7],
    [3, 0.85],
    [10, 0.8],
    [24, 0.9],
  ])(
    'M/M/c: children who wait for one of %i workers with one child each, at a load of %f, are as many as Erlang says',
    (servers, load) => {
      const perDay = (load * servers) / 4;
      const model = queueOf({ perDay, stage: given, servers, days: 2400, filling: 400, mostChildren: 1 });
      const found = meanOf(model, 60, (rows, from) => (rows[from + placeOf('unallocatedDays')] ?? 0) / 2000);
      const expected = waitingBefore(perDay, 4, servers);
      expect(found.error).toBeLessThan(expected / 10);
      expect(expected).toBeGreaterThan(found.low);
      expect(expected).toBeLessThan(found.high);
    },
    300_000,
  );

  it.each([0, 0.5, 1, 2])(
    'M/G/1: work of deviation %f waits for one worker as long as Pollaczek and Khinchine say',
    (spread) => {
      const stage: Stage = {
        ...given,
        duration: { table: [0], tableUpTo: 1, tail: 0 },
        closing: { clock: 0, first: 30, inWorkingDays: false, hours: 12 },
      };
      const model = queueOf({ perDay: 1.4, stage, servers: 1, days: 3000, filling: 500, mostChildren: 1e6, spread });
      const found = meanOf(model, 80, (rows, from) => (rows[from + placeOf('waitedForWork')] ?? 0) / (rows[from + placeOf('done')] ?? 1));
      const expected = waitBefore(1.4, 0.5, spread);
      expect(found.error).toBeLessThan(expected / 20);
      expect(expected).toBeGreaterThan(found.low);
      expect(expected).toBeLessThan(found.high);
    },
    300_000,
  );

  it('the table of how work differs has the mean and the deviation that are said of it', () => {
    for (const deviation of [0, 0.5, 1, 2]) {
      const table = spreadTable(deviation, new Random());
      const mean = table.reduce((sum, one) => sum + one, 0) / table.length;
      expect(mean).toBeCloseTo(1, 2);
      expect(Math.sqrt(table.reduce((sum, one) => sum + (one - mean) ** 2, 0) / table.length)).toBeCloseTo(deviation, 1);
    }
  });
});
