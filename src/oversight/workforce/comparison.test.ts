import { describe, expect, it, test } from 'vitest';
import { inventedPlaces, inventedReleases } from '../../../demo/published-figures.ts';
import { date } from '../../kernel/calendar/dates.ts';
import type { PublishedFigure } from '../../record/published-figures.ts';
import type { CensusWorker, WorkforceCensus } from '../../returns/workforce-census/census.ts';
import { pcg32, type Generator } from '../sampling/generator.ts';
import { betweenAreas, funnel } from '../statistics/funnel.ts';
import { allCompared, lastPublishedDay, ownFractions, workforceCompared } from './comparison.ts';
import { workforceIndicators } from './indicators.ts';
import { readFigures } from './release.ts';

const named = (name: string) => {
  const found = workforceIndicators.find((one) => one.name === name);
  if (found === undefined) throw new Error(name);
  return found;
};

const worker = (more: Partial<CensusWorker>): CensusWorker => ({
  isAgency: false,
  number: undefined,
  fte: 1,
  bornOn: undefined,
  gender: undefined,
  ethnicity: undefined,
  qualifiedAt: undefined,
  qualification: undefined,
  stepUp: undefined,
  role: '5',
  startedOn: date('2020-01-06'),
  origin: undefined,
  endedOn: undefined,
  destination: undefined,
  reason: undefined,
  onTheDay: { fte: 1, cases: 0, absence: undefined },
  daysLost: 0,
  contractWeeks: undefined,
  frontline: undefined,
  status: undefined,
  ...more,
});

describe('what is counted here', () => {
  const census: WorkforceCensus = {
    on: date('2025-09-30'),
    vacancies: 5,
    agencyFte: 4,
    agencyPeople: 4,
    workers: [
      ...Array.from({ length: 16 }, () => worker({ onTheDay: { fte: 1, cases: 15, absence: undefined } })),
      ...Array.from({ length: 8 }, () => worker({ fte: 0.5, onTheDay: { fte: 0.5, cases: 0, absence: undefined }, daysLost: 10 })),
      ...Array.from({ length: 5 }, () => worker({ onTheDay: undefined, endedOn: date('2025-05-02'), daysLost: 2 })),
      ...Array.from({ length: 4 }, () => worker({ isAgency: true, onTheDay: { fte: 1, cases: 20, absence: undefined }, daysLost: 30 })),
    ],
  };
  test('is as the Department defines it: of employees, caseloads of agency staff too', () => {
    const own = ownFractions(census);
    expect(own.get('vacancyRate')).toEqual({ n: 5, among: 25 });
    expect(own.get('turnoverRate')).toEqual({ n: 5, among: 20, people: 5 });
    expect(own.get('agencyRate')).toEqual({ n: 4, among: 24 });
    expect(own.get('caseload')).toEqual({ n: 320, among: 20 });
    expect(own.get('absenceRate')).toEqual({ n: 90, among: 20 * 253, people: 13 });
    expect(own.get('socialWorkers')).toEqual({ n: 20, among: 0 });
  });
});

const told = date('2026-11-29');
const [workforce, population] = inventedReleases(told).map(({ text }) => readFigures(text, inventedPlaces).figures);
const published = { workforce: workforce ?? [], population: population ?? [] };

describe('beside England and neighbours', () => {
  it('is of the last year that is published', () => expect(lastPublishedDay(published.workforce)).toBe('2025-09-30'));

  it('says England, the middle neighbour, each neighbour by size, what is published of here and what is counted here', () => {
    const one = workforceCompared(named('vacancyRate'), published, { n: 44, among: 220 }, 'Norchester');
    expect(one?.compared.points[0]).toMatchObject({ area: 'Norchester', isOwn: true, value: 20, denominator: 220 });
    expect(one?.compared.points.filter(({ isOwn }) => !isOwn).map(({ area }) => area)).toEqual(inventedPlaces.neighbours);
    expect(one?.compared.rest?.length).toBe(24 - inventedPlaces.neighbours.length);
    expect(one?.published).toBeCloseTo(22, 0);
    expect(one?.years.map(({ period }) => period)).toEqual(['2022', '2023', '2024', '2025']);
    const values = (one?.compared.points ?? [])
      .filter(({ isOwn }) => !isOwn)
      .map(({ value }) => value)
      .toSorted((a, b) => a - b);
    expect(one?.compared.neighbours).toBeGreaterThanOrEqual(values[0] ?? Number.NaN);
    expect(one?.compared.neighbours).toBeLessThanOrEqual(values.at(-1) ?? Number.NaN);
  });

  it('rates social workers by the children who live there, and says nothing where no release says how many do', () => {
    const one = workforceCompared(named('socialWorkers'), published, { n: 180, among: 0 }, 'Norchester');
    expect(one?.compared.points[0]).toMatchObject({ value: (180 * 10_000) / 96_400, denominator: 96_400 });
    expect(one?.compared.middle).toBeGreaterThan(22);
    expect(workforceCompared(named('socialWorkers'), { ...published, population: [] }, { n: 180, among: 0 }, 'Here')).toBeUndefined();
  });

  it('does not place what few people are behind, nor what the record does not reach', () => {
    const own = (people: number) => workforceCompared(named('turnoverRate'), published, { n: people, among: 200, people }, 'Here');
    expect(own(3)?.compared.points.some(({ isOwn }) => isOwn)).toBe(false);
    expect(own(30)?.compared.points.some(({ isOwn }) => isOwn)).toBe(true);
    expect(workforceCompared(named('turnoverRate'), published, undefined, 'Here')?.compared.points.some(({ isOwn }) => isOwn)).toBe(false);
  });

  it('being small is not read as being bad: the same share of few posts lies within chance, and of many does not', () => {
    const where = (n: number, among: number) =>
      workforceCompared(named('vacancyRate'), only([]), { n, among }, 'Here')?.compared.points[0]?.where;
    expect(where(9, 30)).toBe('within');
    expect(where(900, 3000)).toBe('farAbove');
  });

  it('has every indicator of the release', () => {
    expect(allCompared(published, new Map(), 'Here').map(({ indicator }) => indicator.name)).toEqual(
      workforceIndicators.map(({ name }) => name),
    );
    expect(allCompared({ workforce: [], population: [] }, new Map(), 'Here')).toEqual([]);
  });
});

/** England at 18 in 100, and these. */
const only = (more: readonly PublishedFigure[]) => ({
  workforce: [{ area: 'England', relation: 'england' as const, measure: 'vacancyRate', period: '2025', value: 18 }, ...more],
  population: [],
});

/** Box and Muller. */
const normal = ({ share }: Generator): number => Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share());

describe('authorities differ by more than chance', () => {
  const whole = 0.18;
  const drawn = (generator: Generator, between: number) =>
    Array.from({ length: 150 }, () => {
      const n = 60 + Math.floor(generator.share() * 500);
      const error = Math.sqrt((whole * (1 - whole)) / n);
      return { n, error, value: whole + between * normal(generator) + error * normal(generator) };
    });

  test('nothing is said of it by nine', () => {
    const areas = drawn(pcg32(1n), 0.1).slice(0, 9);
    expect(betweenAreas(areas, whole)).toBe(0);
  });

  test('how much is found of simulated authorities, and not where chance explains all', () => {
    const found = (between: number) => {
      const generator = pcg32(8n);
      const all = Array.from({ length: 60 }, () => betweenAreas(drawn(generator, between), whole));
      return all.reduce((sum, one) => sum + one, 0) / all.length;
    };
    expect(Math.abs(found(0.06) - 0.06)).toBeLessThan(0.003);
    expect(found(0)).toBeLessThan(0.01);
  });

  test('95 in 100 of such authorities lie within the curves that allow for it; within those of chance alone far fewer do', () => {
    const generator = pcg32(20n);
    let [inside, alone, all] = [0, 0, 0];
    for (let round = 0; round < 80; round += 1) {
      const areas = drawn(generator, 0.06);
      const between = betweenAreas(areas, whole);
      for (const { n, error, value } of areas) {
        all += 1;
        if (Math.abs(value - whole) <= 1.96 * Math.hypot(error, between)) inside += 1;
        const { low, high } = funnel(whole, n);
        if (value >= low && value <= high) alone += 1;
      }
    }
    expect(inside / all).toBeGreaterThan(0.93);
    expect(inside / all).toBeLessThan(0.97);
    expect(alone / all).toBeLessThan(0.75);
  });
});
