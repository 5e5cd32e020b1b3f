import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { date } from '../../../kernel/calendar/dates.ts';
import type { Clock } from '../../../kernel/step/clock.ts';
import type { ListedChild } from '../../../record/contract.ts';
import type { OwnReturned } from '../../../record/own-returned.ts';
import { pretendDay, pretendId as id, pretendParts } from '../../pretend-parts.ts';
import { createServer } from '../../server.ts';

const [mine, theirs] = [id(2, 0), id(2, 1)];

const limit = (dueOn: string, more: Partial<Clock> = {}): Clock => ({
  rule: 'childProtectionVisit',
  version: 'local',
  startedBy: id(7, 1),
  startedOn: date('2026-01-05'),
  dueOn: date(dueOn),
  notInSource: false,
  ...more,
});
/** Last seen on; `undefined`: never. */
const seen: Readonly<Record<string, string>> = {
  Ada: '2026-02-10',
  Ben: '2026-01-12',
  Dee: '2026-03-03',
  Eve: '2026-03-02',
  Fay: '2026-03-02',
};
const child = (name: string, worker: string, ...clocks: readonly Clock[]): ListedChild => ({
  person: id(1, name.charCodeAt(0)),
  standing: { name, worker, onPlanSince: date('2026-01-05'), ...(seen[name] === undefined ? {} : { lastSeenOn: date(seen[name]) }) },
  clocks,
  changedAt: '2026-03-01 10:00:00+00',
});

/** The day is Tuesday 3 March 2026. */
const children = [
  child('Ada', mine, limit('2026-03-02')),
  child('Ben', mine, limit('2026-03-03')),
  child('Cal', mine, limit('2026-03-04')),
  child('Dee', mine, limit('2026-06-03')),
  child('Eve', mine, limit('2026-03-02', { notInSource: true })),
  child('Fay', mine, limit('2026-03-02', { metOn: date('2026-03-02') })),
  child('Zoe', theirs, limit('2026-03-02'), limit('2026-03-03'), limit('2026-03-04')),
];

let server: FastifyInstance;
let returned: readonly OwnReturned[] = [];
let advised: readonly ListedChild[] = [];
beforeEach(async () => {
  const parts = pretendParts(pretendDay);
  const list: typeof parts.record.list = async (_session, { worker }) => children.filter(({ standing }) => standing.worker === worker);
  const { sessionOf } = parts.members;
  [returned, advised] = [[], []];
  Object.assign(parts.record, { list, ownReturned: async () => returned, ownAdvised: async () => advised });
  // A second social worker, beside the one of the demonstration.
  Object.assign(parts.members, {
    sessionOf: async (token: string) => {
      const known = await sessionOf(token);
      return known === undefined ? undefined : { ...known, session: { ...known.session, roles: ['socialWorker'], scope: 'own' } };
    },
  });
  server = await createServer(parts);
});
afterEach(() => server.close());

async function dayOf(worker: string) {
  const { body, statusCode } = await server.inject({ url: '/my-day', headers: { cookie: `sightline=token-of-${worker}` } });
  expect(statusCode).toBe(200);
  const parts = body.split(/(?=<table|<section)/);
  const namesUnder = (title: string): readonly string[] => {
    const part = parts.find((one) => new RegExp(`<(caption|h2)[^>]*>${title}<`).test(one)) ?? '';
    return [...part.matchAll(/href="\/children\/[^"]+">([^<]+)</g)].map(([, name = '']) => name);
  };
  return {
    late: namesUnder('Late'),
    today: namesUnder('Today'),
    next: namesUnder('Next'),
    all: namesUnder('My children, the longest unseen first'),
    ago: [...body.matchAll(/never seen|not yet born|\d+ days? ago|>today /g)].map(([words]) => words.replace('>', '').trim()),
    counts: /(\d+ child(?:ren)?, \d+ late, \d+ due today)/.exec(body)?.[1],
  };
}

it('each sees their own children, each limit in its table: late, today, next; whoever is owed a late visit first, then the longest unseen', async () => {
  expect(await dayOf(mine)).toEqual({
    late: ['Ada'],
    today: ['Ben'],
    next: ['Cal', 'Dee'],
    all: ['Ada', 'Cal', 'Ben', 'Eve', 'Fay', 'Dee'],
    ago: ['21 days ago', 'never seen', '50 days ago', '1 day ago', '1 day ago', 'today'],
    counts: '6 children, 1 late, 1 due today',
  });
  expect(await dayOf(theirs)).toEqual({
    late: ['Zoe'],
    today: ['Zoe'],
    next: ['Zoe'],
    all: ['Zoe'],
    ago: ['never seen'],
    counts: '1 child, 1 late, 1 due today',
  });
});

it('a care leaver with nothing else open stands as one, until the day on which it ends', async () => {
  const nia = child('Nia', mine);
  const { onPlanSince: _, ...closed } = nia.standing;
  children.push({ ...nia, standing: { ...closed, careLeaverUntil: date('2031-05-14') } });
  const { body } = await server.inject({ url: '/my-day', headers: { cookie: `sightline=token-of-${mine}` } });
  children.pop();
  expect(body).toContain('care leaver until 14 May 2031');
});

it('brothers and sisters of whom one entry asks the same are one row, and each is a link; another child of that day has a row of their own', async () => {
  const asked = { startedBy: id(7, 40) };
  children.push(
    child('Gus', mine, limit('2026-04-01', asked)),
    child('Hal', mine, limit('2026-04-01', asked)),
    child('Ida', mine, limit('2026-04-01')),
  );
  const { body } = await server.inject({ url: '/my-day', headers: { cookie: `sightline=token-of-${mine}` } });
  children.splice(-3);
  const next = body.split(/(?=<table|<section)/).find((part) => />Next</.test(part)) ?? '';
  const rows = next.split('<tr').filter((row) => row.includes('1 Apr 2026'));
  expect(rows.map((row) => [...row.matchAll(/href="\/children\/[^"]+">([^<]+)</g)].map(([, name]) => name))).toEqual([
    ['Gus', 'Hal'],
    ['Ida'],
  ]);
});

it('young people whose adviser one is are due among the children, by what an adviser sees to, and stand in a table of their own; once, where they are allocated too', async () => {
  const of = (rule: string, dueOn: string) => limit(dueOn, { rule });
  advised = [
    child(
      'Jo',
      theirs,
      of('careLeaverInTouch', '2026-03-01'),
      of('pathwayPlanReview', '2026-04-07'),
      of('childProtectionVisit', '2026-03-02'),
    ),
    child('Kit', theirs),
    child('Ada', mine, of('careLeaverInTouch', '2026-03-01')),
  ];
  const day = await dayOf(mine);
  expect([day.late, day.next]).toEqual([
    ['Jo', 'Ada'],
    ['Cal', 'Jo', 'Dee'],
  ]);
  expect(day.all).toEqual(['Ada', 'Cal', 'Ben', 'Eve', 'Fay', 'Dee']);
  const { body } = await server.inject({ url: '/my-day', headers: { cookie: `sightline=token-of-${mine}` } });
  expect(body).toContain('6 children, 2 young people as personal adviser, 2 late, 1 due today');
  const own = body.split(/(?=<table)/).find((part) => part.includes('Young people whose personal adviser I am')) ?? '';
  expect([...own.matchAll(/href="\/children\/[^"]+">([^<]+)</g)].map(([, name]) => name)).toEqual(['Jo', 'Kit']);
  expect(own).toContain('In touch with the care leaver around the birthday');
  expect(own).toContain('Nothing is due');
});

it('what came back from the manager is first, with the reason and the way on; of a restricted record neither name nor reason', async () => {
  const back = { entry: id(7, 60), returnedOn: date('2026-03-01'), dueOn: date('2026-03-06') };
  returned = [
    { ...back, person: id(1, 3), reasons: 'The father has not been asked.' },
    { ...back, person: id(1, 4), reasons: null },
  ];
  const { body } = await server.inject({ url: '/my-day', headers: { cookie: `sightline=token-of-${mine}` } });
  const [, first = ''] = body.split(/(?=<table)/);
  expect(first).toContain('Came back from my manager');
  expect(first).toContain('The father has not been asked.');
  expect([...first.matchAll(/href="([^"]+)"/g)].map(([, to]) => to)).toEqual([
    `/children/${id(1, 3)}#entry-${back.entry}`,
    `/children/${id(1, 3)}/record/assessmentReport`,
  ]);
  expect(first).toContain('restricted to others');
  expect(first).toContain('Ask your manager');
});
