import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chain, type Told } from '../../../practice/history.fixture.ts';
import { whatStands, type Statement } from '../../../kernel/step/history.ts';
import { date } from '../../../kernel/calendar/dates.ts';
import { pretendDay, pretendId as id, pretendParts } from '../../pretend-parts.ts';
import { createServer } from '../../server.ts';
import { eventOf } from './child.ts';

/** A visit of Friday 27 February 2026, recorded on this day. */
function recordedOn(day: string, more: Partial<Statement> = {}) {
  const recordedAt = `${day} 11:00:00+00`;
  const [visit] = whatStands(chain(['visit', '2026-02-27', {}, { recordedAt, recordedBy: id(2, 0), ...more }]));
  if (visit === undefined) throw new Error('There is no visit');
  return eventOf(visit, undefined, new Map());
}

describe('an entry says that it was made late', () => {
  it('more than two working days after: not at two, at three', () =>
    expect(['2026-02-27', '2026-03-03', '2026-03-04'].map((day) => recordedOn(day).lateEntry)).toEqual([undefined, undefined, 3]));
  it('by the day in England on which it was made', () => {
    const inSummer = { happenedOn: date('2026-06-05') };
    expect(recordedOn('2026-06-09', { ...inSummer, recordedAt: '2026-06-09 22:59:00+00' }).lateEntry).toBeUndefined();
    expect(recordedOn('2026-06-09', { ...inSummer, recordedAt: '2026-06-09 23:01:00+00' }).lateEntry).toBe(3);
  });
  it('of another system by its own date, and not where it gives none', () => {
    expect(recordedOn('2026-09-01', { source: 'cin:1:2' }).lateEntry).toBeUndefined();
    expect(recordedOn('2026-09-01', { source: 'cin:1:2', statedAt: '2026-03-03 09:00:00+00' }).lateEntry).toBeUndefined();
    expect(recordedOn('2026-09-01', { source: 'cin:1:2', statedAt: '2026-03-04 09:00:00+00' }).lateEntry).toBe(3);
  });
});

const child = `/children/${id(1, 0)}`;
const as = { cookie: `sightline=token-of-${id(2, 1)}` };

let server: FastifyInstance;
let parts: ReturnType<typeof pretendParts>;
beforeEach(async () => {
  parts = pretendParts(pretendDay);
  server = await createServer(parts);
  const { body } = await server.inject({ url: child, headers: as });
  await server.inject({
    method: 'POST',
    url: `${child}/open`,
    headers: { ...as, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({
      _csrf: /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? '',
      reason: 'I work with this child or their family',
      next: child,
    }).toString(),
  });
});
afterEach(() => server.close());

/** The record holds what is told, and nothing else. */
function tell(...told: readonly Told[]): void {
  const { read } = parts.record;
  const lines = chain(...told);
  Object.assign(parts.record, {
    read: async (...asked: Parameters<typeof read>) => ({ ...(await read(...asked)), chain: lines, history: whatStands(lines) }),
  });
}

describe('the chronology', () => {
  const at = (day: string) => ({ recordedAt: `${day} 11:00:00+00`, recordedBy: id(2, 0) });
  const remaining = async (query: string): Promise<readonly string[]> => {
    const { body } = await server.inject({ url: `${child}${query}`, headers: as });
    return [...body.matchAll(/class="sl-event"[^>]*>.*?<time datetime="([^"]+)"/gis)].map(([, day = '']) => day);
  };
  beforeEach(() =>
    tell(
      ['referral', '2026-01-05', {}, at('2026-01-05')],
      ['visit', '2026-01-09', { seen: true }, at('2026-01-19')],
      ['visit', '2026-01-20', { seen: true }, at('2026-01-20')],
      ['visit', '2026-01-21', { seen: false }, { ...at('2026-01-22'), corrects: 3, reason: 'The day was wrong' }],
    ),
  );

  it.each([
    ['', ['2026-01-21', '2026-01-09', '2026-01-05'], 'everything, the latest first'],
    ['?which=late', ['2026-01-09'], 'what was recorded more than two working days after'],
    ['?which=corrected', ['2026-01-21'], 'what was corrected since'],
    ['?step=visit', ['2026-01-21', '2026-01-09'], 'what is of one kind'],
    ['?from=2026-01-09', ['2026-01-21', '2026-01-09'], 'from that day on, the day itself with it'],
    ['?from=2026-01-10', ['2026-01-21'], 'from the day after'],
    ['?to=2026-01-09', ['2026-01-09', '2026-01-05'], 'up to that day, the day itself with it'],
    ['?to=2026-01-08', ['2026-01-05'], 'up to the day before'],
    ['?from=2026-01-06&to=2026-01-20', ['2026-01-09'], 'between two days'],
    ['?from=2026-01-06&which=corrected&step=visit', ['2026-01-21'], 'all at once'],
    ['?to=2026-01-04', [], 'nothing'],
  ])('narrowed by "%s" holds %j: %s', async (query, days) => expect(await remaining(query)).toEqual(days));

  it('marks what was recorded late, says how much is left out, and what was corrected, by whom and why', async () => {
    const { body } = await server.inject({ url: `${child}?which=late`, headers: as });
    expect(body).toContain('recorded 6 working days after');
    expect(body).toContain('1 of 3 entries');
    const corrected = (await server.inject({ url: `${child}?which=corrected`, headers: as })).body;
    expect(corrected).toContain('Corrected 22 Jan 2026, 11:00 by Priya Shah, because: The day was wrong');
  });
});

it('an entry says in its line of whom of ours and of which team it is', async () => {
  const told = { allocatedOn: '2026-01-12', worker: id(2, 0), team: id(3, 0), role: 'lead' };
  tell(['allocation', '2026-01-12', told, { recordedAt: '2026-01-12 11:00:00+00', recordedBy: id(2, 1) }]);
  const { body } = await server.inject({ url: child, headers: as });
  expect(body).toContain('Allocated: lead practitioner. Worker: Priya Shah. Team: North 1</p>');
});

it('says who is responsible, and since when the child is on a plan and why', async () => {
  const read = async () => (await server.inject({ url: child, headers: as })).body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
  expect(await read()).toMatch(/Named worker Priya Shah Team North 1 Team manager Tom Ashdown/);
  expect(await read()).toContain('on a child protection plan since 3 Feb 2026');
  const { read: recordOf } = parts.record;
  Object.assign(parts.record, {
    read: async (...asked: Parameters<typeof recordOf>) => {
      const record = await recordOf(...asked);
      const { worker: _worker, team: _team, onPlanSince: _since, ...standing } = record.standing;
      return { ...record, standing };
    },
  });
  expect(await read()).toMatch(/Named worker No named worker Team No team/);
  expect(await read()).not.toContain('on a child protection plan since');
});
