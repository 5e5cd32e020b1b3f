import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Service } from './engine.ts';
import { columnsOf, counted, placeOf, type ServiceModel } from './model.ts';
import { serviceOf } from './model.fixture.ts';

function yearOf(model: ServiceModel, seed = 1) {
  const service = new Service(model);
  const columns = columnsOf(model);
  const rows = new Float64Array(model.monthEnds.length * columns);
  service.run(seed, rows);
  const sum = (column: number): number => model.monthEnds.reduce((total, _, month) => total + (rows[month * columns + column] ?? 0), 0);
  const due = (clock: number) => {
    const at = counted.length + model.stages.length + 2 * clock;
    return { due: sum(at), late: sum(at + 1) };
  };
  return { service, rows, columns, total: (name: (typeof counted)[number]) => sum(placeOf(name)), due };
}

const small = fc.record({
  workers: fc.integer({ min: 1, max: 30 }),
  referrals: fc.integer({ min: 0, max: 1500 }),
  most: fc.integer({ min: 0, max: 30 }),
  away: fc.double({ min: 0, max: 1, noNaN: true }),
  hours: fc.double({ min: 0.1, max: 8, noNaN: true }),
  seed: fc.integer(),
});

describe('a simulated service', () => {
  it('loses no child and makes none up, and never has less than no room', () => {
    fc.assert(
      fc.property(small, ({ workers, referrals, most, away, hours, seed }) => {
        const model = { ...serviceOf(workers, referrals, 180), mostChildren: most, away, hoursPerDay: hours };
        const { service, rows, columns, total } = yearOf(model, seed);
        const { inStage, load, waiting } = service.standing;
        const children = inStage.reduce((sum, one) => sum + one, 0);
        expect(children).toBe(model.open.length + total('arrived') - total('ended'));
        const withWorkers = load.reduce((sum, one) => sum + one, 0);
        const needing = inStage.filter((_, n) => model.stages[n]?.needsWorker).reduce((sum, one) => sum + one, 0);
        expect(withWorkers + waiting).toBe(needing);
        expect(Math.min(0, ...load, ...inStage, waiting, ...rows)).toBe(0);
        for (let month = 0; month < 12; month += 1)
          for (let clock = 0; clock < model.clocks.length; clock += 1) {
            const at = month * columns + counted.length + model.stages.length + 2 * clock;
            expect(rows[at + 1]).toBeLessThanOrEqual(rows[at] ?? 0);
          }
      }),
      { numRuns: 40 },
    );
  });

  it('gives nobody more than the most children that a worker may have', () => {
    const model: ServiceModel = { ...serviceOf(20, 3000), open: [], mostChildren: 9 };
    const { rows, columns, total } = yearOf(model);
    for (let month = 0; month < 12; month += 1) expect(rows[month * columns + placeOf('most')]).toBeLessThanOrEqual(9);
    expect(total('unallocatedDays')).toBeGreaterThan(1000);
  });

  it('works no more hours than there are in the working days of those who are there', () => {
    const model: ServiceModel = { ...serviceOf(10, 4000), away: 0 };
    const there = model.working.slice(0, 365).reduce((sum, one) => sum + one, 0) * 10 * model.hoursPerDay;
    const { total } = yearOf(model);
    expect(total('hoursWorked')).toBeLessThanOrEqual(there + 0.001);
    expect(total('hoursWorked')).toBeGreaterThan(0.8 * there);
    expect(yearOf({ ...model, away: 1 }).total('hoursWorked')).toBe(0);
  });

  it('does of each worker what they have hours for, and gives each what they can be given', () => {
    const model: ServiceModel = { ...serviceOf(10, 4000), away: 0 };
    const half = model.teams.map((size) => Array.from({ length: size }, () => ({ hours: 0.5, children: 0.5 })));
    const whole = yearOf(model).total('hoursWorked');
    expect(yearOf({ ...model, capacity: half }).total('hoursWorked') / whole).toBeCloseTo(0.5, 1);
    const nobody = model.teams.map((size) => Array.from({ length: size }, () => ({ hours: 0, children: 0 })));
    expect(yearOf({ ...model, capacity: nobody }).total('hoursWorked')).toBe(0);
    const guarded: ServiceModel = {
      ...model,
      open: [],
      capacity: model.teams.map((size) => Array.from({ length: size }, (_, n) => ({ hours: 1, children: n === 0 ? 0.9 : 1 }))),
    };
    const service = new Service(guarded);
    service.run(5, new Float64Array(12 * columnsOf(guarded)));
    let first = 0;
    for (const size of guarded.teams) {
      expect(service.standing.load[first]).toBeLessThanOrEqual(Math.ceil(0.9 * guarded.mostChildren));
      first += size;
    }
    expect(Math.max(...service.standing.load)).toBe(guarded.mostChildren);
  });

  it('is the same again from the same seed, and another from another', () => {
    const model = serviceOf(12, 700);
    const [first, again, other] = [yearOf(model, 7), yearOf(model, 7), yearOf(model, 8)];
    expect(first.rows).toEqual(again.rows);
    expect(first.rows).not.toEqual(other.rows);
    const service = new Service(model);
    const rows = new Float64Array(12 * first.columns);
    for (const seed of [3, 8, 7]) service.run(seed, rows);
    expect(rows).toEqual(first.rows);
  });

  it('lets the same children come, whatever else is otherwise', () => {
    const model = serviceOf(12, 900);
    expect(yearOf({ ...model, teams: [20] }).total('arrived')).toBe(yearOf(model).total('arrived'));
  });

  it('is later with more referrals, and sooner with more workers', () => {
    const late = (model: ServiceModel) => {
      const { due } = yearOf(model);
      return due(1).late / due(1).due;
    };
    const model = serviceOf(40, 2000);
    expect(late(serviceOf(40, 4000))).toBeGreaterThan(1.5 * late(model));
    expect(late({ ...model, teams: [60] })).toBeLessThan(late(model));
  });

  it('owes a visit at once more often where visits are more frequent, and shows as late what nobody was there to do', () => {
    const model = serviceOf(8, 300);
    const nobody = yearOf({ ...model, teams: [0], mostChildren: 0, open: model.open.map((one) => ({ ...one, hasWorker: false })) });
    expect(nobody.due(1).late).toBe(nobody.due(1).due);
    expect(nobody.due(1).due).toBeGreaterThan(0);
    const often = model.stages.map((stage) => ({ ...stage, rounds: stage.rounds.map((round) => ({ ...round, every: round.every / 2 })) }));
    expect(yearOf({ ...model, stages: often, hoursPerDay: 20 }).due(1).due).toBeGreaterThan(
      1.7 * yearOf({ ...model, hoursPerDay: 20 }).due(1).due,
    );
  });
});
