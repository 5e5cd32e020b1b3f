import type { FastifyInstance } from 'fastify';
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { beforeEach, describe, expect, it } from 'vitest';
import { date } from '../../../kernel/calendar/dates.ts';
import type { Behind } from '../../../oversight/measures/measured.ts';
import { measureNamed } from '../../../oversight/measures/measures.ts';
import { readPublished } from '../../../oversight/measures/published.ts';
import { trendOf } from '../../../oversight/measures/words.ts';
import { pretendDay, pretendId as id, pretendParts } from '../../pretend-parts.ts';
import { createServer } from '../../server.ts';
import { FunnelPlot } from './funnel-plot.tsx';
import { inOrder } from './one.tsx';

let server: FastifyInstance;
let parts: ReturnType<typeof pretendParts>;
beforeEach(async () => {
  parts = pretendParts(pretendDay);
  server = await createServer(parts);
});
const get = async (url: string) => (await server.inject({ url, headers: { cookie: `sightline=token-of-${id(2, 5)}` } })).body;

const standing = (measure: string, isIn: boolean | undefined): Behind => ({
  measure,
  person: id(1, 0),
  team: id(3, 0),
  on: date('2026-03-02'),
  entry: undefined,
  isIn,
});
const named = (name: string) => {
  const measure = measureNamed(name);
  if (measure === undefined) throw new Error(name);
  return measure;
};

describe('who is behind a measure', () => {
  it.each([
    ['threePlacements', [true, true, false, false, undefined]],
    ['careReviewsInTime', [false, false, true, true, undefined]],
  ] as const)('begins with whoever is not as it is wished, and ends with those counted apart: %s', (name, order) => {
    const behind = [undefined, false, true, false, true].map((isIn) => standing(name, isIn));
    expect(inOrder(behind, named(name)).map(({ isIn }) => isIn)).toEqual(order);
  });
  it('of those alike begins with the latest', () => {
    const days = ['2026-01-05', '2026-03-02', '2026-02-03'].map((on) => ({ ...standing('threePlacements', true), on: date(on) }));
    expect(inOrder(days, named('threePlacements')).map(({ on }) => on)).toEqual(['2026-03-02', '2026-02-03', '2026-01-05']);
  });
  it('is shown page by page to the last', async () => {
    const { found } = parts.measures;
    const behind = Array.from({ length: 230 }, (_, n) => standing('threePlacements', n >= 215));
    Object.assign(parts.measures, { found: async (...asked: Parameters<typeof found>) => ({ ...(await found(...asked)), behind }) });
    const first = await get('/measures/of/threePlacements');
    expect(first.match(/In the numerator</g)).toHaveLength(15);
    expect(first).toContain('Rows 1 to 100 of 230: page 1 of 3');
    expect(first).toMatch(/href="\/measures\/of\/threePlacements\?on=2026-03-02&amp;page=2#who"/);
    const last = await get('/measures/of/threePlacements?page=3');
    expect(last).toContain('Rows 201 to 230 of 230');
    expect(last).not.toContain('In the numerator<');
  });
});

it('a drawing of months says from when to when', async () => {
  const drawn = /<svg class="sl-trend"[^]*?<\/svg>/.exec(await get('/measures/of/threePlacements'))?.[0];
  expect(drawn?.match(/>\d+ \w+ 20\d\d</g)).toHaveLength(2);
});

it('a drawing of areas by their size says how large the largest is', () => {
  const point = (area: string, denominator: number) => ({ area, value: 40, denominator, isOwn: false, where: 'within' as const });
  const compared = {
    period: '2025',
    middle: 41,
    isEngland: true,
    neighbours: undefined,
    points: [point('Eastmarch', 200), point('Westwick', 1_000)],
    others: [],
  };
  const drawn = render(h(FunnelPlot, { measure: named('threePlacements'), compared }));
  expect(drawn).toMatch(/of few<[^]*of 1,100</);
});

it('beside a measure stands what it is compared with, that nothing is loaded, or that it is not in what is', async () => {
  expect(await get('/measures')).toContain('>Nothing loaded<');
  const { figures } = readPublished('area,relation,measure,period,value\nEngland,England,threePlacements,2024-25,10.0\n');
  await parts.measures.load(
    { authority: 1, actor: id(2, 5), roles: [], teams: [], scope: 'all' },
    { file: id(9, 1), kind: 'measures', fileName: 'figures.csv', figures },
  );
  const page = await get('/measures');
  expect(page).toContain('Compared with figures.csv');
  expect(page).toContain('>Not in the figures loaded<');
  expect(page).not.toContain('>Nothing loaded<');
});

it.each([
  ['threePlacements', 9, 'Higher than chance explains, which is worse: beyond the limits, Feb 2026'],
  ['threePlacements', 1, 'Lower than chance explains, which is better: beyond the limits, Feb 2026'],
  ['careReviewsInTime', 1, 'Lower than chance explains, which is worse: beyond the limits, Feb 2026'],
  ['careRate', 9, 'Higher than chance explains: beyond the limits, Feb 2026'],
])('a change of %s to %i is said with whether it is wished', (name, value, said) => {
  const now = { n: 1, among: 10, apart: 0 };
  const months = [{ on: date('2026-02-28'), ...now, value }];
  const limits = { low: 3, middle: 5, high: 7, meanRange: 1, mostRange: 3 };
  const signals = [{ at: 0, rule: 'beyond' as const }];
  expect(trendOf({ measure: named(name), now, months, limits, signals, years: [], areas: [] })).toBe(said);
});
