import { getPriority } from 'node:os';
import { describe, expect, it } from 'vitest';
import { serviceOf } from './model.fixture.ts';
import { simulateHere } from './replications.ts';
import { simulate } from './running.ts';
import { quantile } from '../statistics/quantile.ts';
import { bandOf } from './summary.ts';

const model = serviceOf(6, 300);
const busier = { ...model, arrivals: model.arrivals.map((one) => 2 * one) };

/** Other tests may keep the machine busy throughout. */
const asUsual = { isIdle: false };

describe('a simulation in a process of its own', () => {
  it('gives, for scenarios side by side, what the same seeds give here, however many threads there are', async () => {
    const running = simulate({ models: [model, busier], replications: 25, seed: 11 }, asUsual);
    const outcome = await running.outcome;
    expect(running.done()).toBe(50);
    const here = simulateHere({ models: [model, busier], replications: 25, seed: 11 });
    expect(outcome).toEqual(here);
    expect(here.summaries[1]?.year['arrived']?.middle).toBeGreaterThan(1.8 * (here.summaries[0]?.year['arrived']?.middle ?? 0));
  });

  it('is cancelled, and is then of no consequence', async () => {
    const running = simulate({ models: [serviceOf(120, 6000)], replications: 100_000, seed: 1 });
    running.cancel();
    expect(await running.outcome).toBeUndefined();
  });

  it('leaves the priority of whoever asked as it was', async () => {
    const before = getPriority();
    await simulate({ models: [serviceOf(2, 50, 60)], replications: 2, seed: 1 }).outcome;
    expect(getPriority()).toBe(before);
  });

  it('says why it failed', async () => {
    const broken = { ...model, hours: Array.from({ length: 24 }, () => 0), stages: [], monthEnds: [-1] };
    const running = simulate({ models: [broken], replications: -1, seed: 1 }, asUsual);
    await expect(running.outcome).rejects.toThrow('The simulation');
  });
});

it('a band holds eight in ten', () => {
  const values = Float64Array.from({ length: 101 }, (_, n) => (n * 37) % 101);
  const { low, middle, high } = bandOf(values);
  expect([low, middle, high].map(Math.round)).toEqual([10, 50, 90]);
  expect(quantile([1, 2], 0.25)).toBe(1.25);
});
