import { describe, expect, it } from 'vitest';
import { addDays, date, type LocalDate } from '../../kernel/calendar/dates.ts';
import { stepNamed, timescales } from '../../practice/pathway.ts';
import type { StageSum } from '../../record/stage-sums.ts';
import { usualAssumptions } from './assumptions.ts';
import { backTest } from './back-test.ts';
import { costOf } from './costs.ts';
import { drawDuration, shareWithin } from './durations.ts';
import { arrivalsFrom, arrivingOf, shapeOf } from './fit-arrivals.ts';
import { durationOf, nextOf, survivalOf, type Spell } from './fit-duration.ts';
import { fit, modelOf } from './fit.ts';
import { Random } from './random.ts';
import { changed, titleOf, workersOf } from './scenarios.ts';
import { asked, clockOrder, limitOf, stageOrder } from './stages.ts';

const until = date('2026-10-31');
const row = (kind: StageSum['kind'], more: Partial<StageSum>): StageSum => ({
  kind,
  stage: null,
  next: null,
  day: null,
  entered: 0,
  days: 0,
  n: 1,
  ...more,
});

describe('how long a stage lasts', () => {
  it('agrees with the example of Kaplan and Meier’s own estimate in Collett’s book: times to discontinuation of an IUD', () => {
    // Collett, Modelling Survival Data in Medical Research, 2nd edition, table 1.1 and 2.2: 10, 13*, 18*, 19, 23*, 30, 36, 38*, 54*, 56*, 59, 75, 93, 97, 104*, 107, 107*, 107*.
    const ended = [10, 19, 30, 36, 59, 75, 93, 97, 107];
    const still = [13, 18, 23, 38, 54, 56, 104, 107, 107];
    const spells: readonly Spell[] = [
      ...ended.map((days) => ({ next: 'end', entered: 0, days, n: 1 })),
      ...still.map((days) => ({ next: null, entered: 0, days, n: 1 })),
    ];
    expect(survivalOf(spells).map(({ survival }) => survival.toFixed(4))).toEqual([
      '1.0000',
      '0.9444',
      '0.8815',
      '0.8137',
      '0.7459',
      '0.6526',
      '0.5594',
      '0.4662',
      '0.3729',
      '0.2486',
    ]);
  });

  it('counts whoever was first seen late only from then on', () => {
    const spells = [
      { next: 'end', entered: 0, days: 10, n: 5 },
      { next: 'end', entered: 20, days: 30, n: 5 },
      { next: null, entered: 0, days: 40, n: 5 },
    ];
    expect(survivalOf(spells).map(({ survival }) => survival)).toEqual([1, 0.5, 0.25]);
  });

  it('is found again from children of whom some are in it still', () => {
    const random = new Random();
    random.seed(4, 0);
    const spells = Array.from({ length: 6000 }, () => {
      const [days, seen] = [Math.round(100 * random.wait()), 300 * random.share()];
      return days <= seen ? { next: 'end', entered: 0, days, n: 1 } : { next: null, entered: 0, days: Math.round(seen), n: 1 };
    });
    const duration = durationOf(spells);
    for (const days of [10, 50, 100, 200]) expect(shareWithin(duration, days)).toBeCloseTo(1 - Math.exp(-days / 100), 1);
    const drawn = Array.from({ length: 20_000 }, () => drawDuration(duration, random.share(), random));
    expect(drawn.reduce((sum, one) => sum + one, 0) / drawn.length / 100).toBeCloseTo(1, 1);
  });

  it('decides what comes next: who is soon closed is not who is later looked after', () => {
    const next = nextOf(
      [
        { next: 'end', entered: 0, days: 5, n: 30 },
        { next: 'lookedAfter', entered: 0, days: 400, n: 10 },
      ],
      stageOrder,
    );
    expect(next[0]?.at(-1)).toBe(0);
    expect(next[3]?.at(-1)).toBe(1);
  });
});

/** Ten on each working day of a year, and one on a Saturday: a bank holiday has none. */
const steady = (on: LocalDate): number => (arrivalsFrom({ ...flat, perWeekday: [1, 1, 1, 1, 1, 0.1, 0] }, on, 1)[0] ?? 0) * 10;
const flat = { perWeekday: [], hours: [], firstStage: [], perYear: 0 };
const arrivals = Array.from({ length: 364 }, (_, n) => addDays(until, n - 363)).flatMap((day) =>
  steady(day) === 0 ? [] : [row('arrival', { stage: 'referral', day, n: steady(day) })],
);

describe('who comes', () => {
  it('is expected by the day of the week, and on a bank holiday as on a Sunday', () => {
    const found = arrivingOf(arrivals, until, 364, stageOrder);
    expect(found.perWeekday).toEqual([10, 10, 10, 10, 10, 1, 0]);
    expect(arrivalsFrom(found, date('2026-12-24'), 6)).toEqual([10, 0, 1, 0, 0, 10]);
    expect(found.firstStage[stageOrder.indexOf('referral')]).toBe(1);
    expect(found.hours.at(-1)).toBe(1);
  });

  it('differs from week to week as much as it did, beyond chance', () => {
    const random = new Random();
    random.seed(9, 0);
    const weeks = Array.from({ length: 4000 }, () => random.count(50 * random.gamma(8)));
    expect(shapeOf(weeks)).toBeGreaterThan(7);
    expect(shapeOf(weeks)).toBeLessThan(9);
    expect(shapeOf([10, 10, 10])).toBeUndefined();
  });
});

const rows = [
  ...arrivals,
  row('spell', { stage: 'referral', next: 'assessment', days: 1, n: 50 }),
  row('spell', { stage: 'assessment', next: 'childInNeed', days: 40, n: 50 }),
  row('spell', { stage: 'assessment', next: 'end', days: 20, n: 50 }),
  row('open', { stage: 'assessment', days: 12, entered: 1, n: 7 }),
  row('open', { stage: 'lookedAfter', days: 700, entered: 0, n: 3 }),
  row('load', { stage: '1', days: 10, n: 4 }),
  row('load', { stage: '2', days: 0, n: 2 }),
  row('load', { stage: '3', days: 21, n: 3 }),
];

describe('the service as it is', () => {
  const fitted = fit(rows, until);
  const model = modelOf(fitted, timescales, usualAssumptions);

  it('has the teams, the children and the stages of the record, and says which lengths are assumed', () => {
    expect(model.teams).toEqual([4, 3, 2]);
    expect(model.open).toHaveLength(10);
    expect(model.open.filter(({ hasWorker }) => hasWorker)).toHaveLength(7);
    expect(fit([...rows, row('spell', { stage: 'lookedAfter', days: 700 })], until).assumed).toEqual(['lookedAfter']);
    expect(model.days).toBe(365);
    expect(model.monthEnds.slice(0, 2)).toEqual([30, 61]);
  });

  it('has of each worker the hours, the protected caseload and whether they are there, and not heads', () => {
    const staffed = fit(
      [
        row('open', { stage: 'assessment', days: 12, entered: 1, n: 7 }),
        row('load', { stage: '1', entered: 40, n: 2 }),
        row('load', { stage: '1', next: '90', n: 1 }),
        row('load', { stage: '2', entered: 50, next: '80', n: 1 }),
        row('load', { stage: '2', entered: 100, n: 3 }),
      ],
      until,
    );
    expect(staffed.teams).toEqual([
      [
        { hours: 0.6, children: 0.6 },
        { hours: 0.6, children: 0.6 },
        { hours: 1, children: 0.9 },
      ],
      [{ hours: 0.5, children: 0.4 }],
    ]);
    expect(staffed.awayForLong).toBe(3);
    const real = modelOf(staffed, timescales, usualAssumptions);
    const more = changed(real, { workers: 2 });
    expect(more.teams).toEqual([3, 3]);
    expect(more.capacity?.[1]).toEqual([
      { hours: 0.5, children: 0.4 },
      { hours: 1, children: 1 },
      { hours: 1, children: 1 },
    ]);
    expect(changed(real, { merged: true }).capacity?.[0]).toHaveLength(4);
  });

  it('takes what is assumed from the page: working hours, how far work differs, and how long a stage lasts of which too few ended', () => {
    const given = { ...usualAssumptions, spread: 25, opens: 8, closes: 20, lookedAfterDays: 444 };
    const told = modelOf(fitted, timescales, given);
    expect([told.spread, told.opens, told.closes]).toEqual([0.25, 8 / 24, 20 / 24]);
    expect(told.stages[stageOrder.indexOf('lookedAfter')]?.duration.tail).toBe(444);
    expect(told.stages[stageOrder.indexOf('assessment')]?.duration).toEqual(model.stages[stageOrder.indexOf('assessment')]?.duration);
    expect(modelOf(fitted, timescales, { ...given, closes: 3 }).closes).toBeGreaterThan(8 / 24);
  });

  it('owes what practice owes, by its own limits', () => {
    const plan = model.stages[stageOrder.indexOf('protectionPlan')];
    expect(plan?.rounds.map(({ first, every, inWorkingDays }) => [first, every, inWorkingDays])).toEqual([
      [10, 10, true],
      [expect.any(Number), expect.any(Number), expect.any(Boolean)],
      [91, 182, false],
    ]);
    expect(model.stages[stageOrder.indexOf('assessment')]?.closing).toMatchObject({ first: 45, inWorkingDays: true });
    expect(() => limitOf(timescales, 'noSuchRule', until)).toThrow('noSuchRule');
  });

  it('is all of somebody where the record holds no allocation', () => {
    const without = fit([row('open', { stage: 'childInNeed', days: 5, n: 40 })], until);
    expect(without.isWithoutAllocations).toBe(true);
    expect(without.open.every(({ hasWorker }) => hasWorker)).toBe(true);
    expect(without.teams.map((team) => team.length)).toEqual([3]);
  });
});

describe('the words of practice', () => {
  it('are those of practice: every step, answer and limit that stages are found by is one', () => {
    for (const [name, turns] of Object.entries(asked.stages)) {
      const step = stepNamed(name);
      expect(step?.name).toBe(name);
      for (const { field, of = [] } of turns) {
        if (field === undefined) continue;
        const found = step?.fields[field] ?? step?.each[field];
        expect(found, `${name}.${field}`).toBeDefined();
        for (const code of of) expect(JSON.stringify(found), `${name}.${field}`).toContain(`"${code}"`);
      }
    }
    for (const rule of asked.rules) expect(timescales.map((one) => one.rule)).toContain(rule);
  });
});

describe('a scenario', () => {
  const model = modelOf(fit(rows, until), timescales, usualAssumptions);
  it('changes what it says, and nothing else', () => {
    const more = changed(model, { referrals: 30 });
    expect(more.arrivals[2]).toBeCloseTo(1.3 * (model.arrivals[2] ?? 0), 10);
    expect({ ...more, arrivals: [] }).toEqual({ ...model, arrivals: [] });
    expect(changed(model, { workers: 5 }).teams).toEqual([5, 5, 4]);
    expect(changed(model, { workers: -100 }).teams).toEqual([0, 0, 0]);
    expect(changed(model, { merged: true }).teams).toEqual([4, 5]);
    expect(workersOf(changed(model, { merged: true }))).toBe(workersOf(model));
    const visits = changed(model, { visits: 15 }).stages[stageOrder.indexOf('protectionPlan')]?.rounds;
    expect(visits?.[0]).toMatchObject({ every: 15, inWorkingDays: true });
    expect(visits?.[2]).toEqual(model.stages[stageOrder.indexOf('protectionPlan')]?.rounds[2]);
  });

  it('is named by what it changes', () => {
    expect(titleOf({ referrals: 30, workers: -1, merged: true })).toBe('Referrals +30 %, 1 fewer worker, the two smallest teams merged');
    expect(titleOf({ visits: 15 })).toBe('Protection visits every 15 working days');
    expect(titleOf({})).toBe('As now');
  });

  it('costs its workers and its children looked after', () => {
    const year = { 'in lookedAfter': { low: 10, middle: 20, high: 30 } };
    const given = { workerCost: 50_000, careCost: 1400 };
    expect(costOf({ teams: [2, 1], days: 365 }, { year, months: {} }, given).middle).toBe(150_000 + 20 * 365 * 200);
  });
});

it('a test of the past year says what was said, what came, and how far it was off', () => {
  const band = (middle: number) => ({ low: middle - 1, middle, high: middle + 1 });
  const summary = {
    months: { 'in assessment': [band(3), band(7)], 'in lookedAfter': [band(6)] },
    year: { arrived: band(2000), 'late assessment': { low: 0.1, middle: 0.2, high: 0.3 } },
  };
  const sums = [...rows, row('clock', { stage: 'assessment', day: date('2026-05-01'), entered: 30, n: 100 })];
  const found = new Map(backTest(sums, until, summary).map((one) => [one.of, one]));
  expect(found.get('in assessment')).toMatchObject({ came: 7, isWithin: true, error: 0 });
  expect(found.get('in lookedAfter')).toMatchObject({ came: 3, isWithin: false, error: 100 });
  expect(found.get('late assessment')).toMatchObject({ came: 0.3, isWithin: true });
  expect(found.get('late reviewConference')).toBeUndefined();
  expect(found.get('arrived')?.came).toBeGreaterThan(2500);
  expect(clockOrder).toHaveLength(7);
});
