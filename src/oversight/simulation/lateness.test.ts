import { describe, expect, it } from 'vitest';
import { date, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { StageSum } from '../../record/stage-sums.ts';
import { sharesLate } from './lateness.ts';
import { columnsOf, counted, type ServiceModel } from './model.ts';
import { serviceOf } from './model.fixture.ts';
import { simulateHere } from './replications.ts';
import { clockOrder } from './stages.ts';
import { lateName } from './summary.ts';

const clocks = clockOrder.slice(0, 4);
/** The service of the tests, its limits by names that summaries know. */
const service = (workers: number, referrals: number): ServiceModel => ({ ...serviceOf(workers, referrals), clocks });

function lateIn(models: readonly ServiceModel[], shares?: readonly (number | undefined)[]): readonly (readonly number[])[] {
  const late = shares === undefined ? {} : { late: models.map(() => ({ like: 0, shares })) };
  const { summaries } = simulateHere({ models, replications: 20, seed: 40, ...late });
  return summaries.map(({ year }) => clocks.map((name) => year[lateName(name)]?.middle ?? Number.NaN));
}

describe('what is late although there was time', () => {
  it('is as much as the record has, where nothing else makes it late', () => {
    const idle = { ...service(60, 1500), hoursPerDay: 20, away: 0 };
    const [late = []] = lateIn([idle], [0.3, 0.11, 0.05, undefined]);
    const [without = []] = lateIn([idle]);
    expect(without[1]).toBeLessThan(0.02);
    expect(late[0]).toBeCloseTo(0.3, 1);
    expect(Math.abs((late[1] ?? 0) - 0.11)).toBeLessThan(0.02);
    expect(Math.abs((late[2] ?? 0) - 0.05)).toBeLessThan(0.015);
    expect(late[3]).toBeCloseTo(without[3] ?? 0, 1);
  });

  it('is what work that waits for workers does not explain, and stays beside it when more come', () => {
    const [busy = []] = lateIn([service(52, 3000)]);
    const known = busy.map((share) => Math.min(0.9, share + 0.15));
    const [fitted = [], more = []] = lateIn([service(52, 3000), service(52, 4000)], known);
    const [, moreAlone = []] = lateIn([service(52, 3000), service(52, 4000)]);
    known.forEach((share, clock) => expect(Math.abs((fitted[clock] ?? 0) - share), clocks[clock]).toBeLessThan(0.05));
    expect(more[1]).toBeGreaterThan(Math.max(fitted[1] ?? 0, moreAlone[1] ?? 0));
  });

  it('is never less than none: where the record has less than the work explains, nothing is added', () => {
    const models = [service(52, 3000)];
    expect(lateIn(models, [0, 0, 0, 0])).toEqual(lateIn(models));
  });

  it('is asked of the year alone, and of enough that was due', () => {
    const sum = (stage: string, day: LocalDate, n: number, entered: number): StageSum => ({
      kind: 'clock',
      stage,
      day,
      n,
      entered,
      next: null,
      days: 0,
    });
    const shares = sharesLate(
      [
        sum('assessment', date('2025-03-01'), 100, 100),
        sum('assessment', date('2026-03-01'), 60, 6),
        sum('assessment', date('2026-04-01'), 40, 14),
        sum('childProtectionVisit', date('2026-04-01'), 19, 19),
      ],
      date('2026-11-28'),
    );
    expect(shares[clockOrder.indexOf('assessment')]).toBe(0.2);
    expect(shares[clockOrder.indexOf('childProtectionVisit')]).toBeUndefined();
  });

  it('counts in each replication no more late than was due', () => {
    const model: ServiceModel = { ...service(12, 600), waitsAnyway: [0.5, 0.5, 0.5, 0.5] };
    expect(columnsOf(model)).toBe(counted.length + model.stages.length + 2 * clocks.length);
    const [late = []] = lateIn([model]);
    for (const share of late) expect(share).toBeLessThanOrEqual(1);
    expect(late[1]).toBeGreaterThan(0.45);
  });
});
