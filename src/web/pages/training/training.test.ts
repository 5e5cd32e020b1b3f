import type { FastifyInstance } from 'fastify';
import { beforeEach, describe, expect, it } from 'vitest';
import { date } from '../../../kernel/calendar/dates.ts';
import { coursesOf, neededTopics, saidOf, takeUpOf } from '../../../oversight/training/courses.ts';
import type { CourseEntry } from '../../../record/training.ts';
import { pretendDay, pretendId as id, pretendParts } from '../../pretend-parts.ts';
import { createServer } from '../../server.ts';
import { registerWith } from './course-section.tsx';

let server: FastifyInstance;
let parts: ReturnType<typeof pretendParts>;
beforeEach(async () => {
  parts = pretendParts(pretendDay);
  server = await createServer(parts);
});

const [worker, manager, head, , , , , , business, member] = Array.from({ length: 10 }, (_, n) => `sightline=token-of-${id(2, n)}`);
const get = async (url: string, cookie: string | undefined) => server.inject({ url, headers: { cookie: cookie ?? '' } });
async function send(url: string, cookie: string | undefined, form: Readonly<Record<string, string>>) {
  const csrf = /name="_csrf" value="([^"]+)"/.exec((await get('/training', cookie)).body)?.[1] ?? '';
  return server.inject({
    method: 'POST',
    url,
    headers: { cookie: cookie ?? '', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ _csrf: csrf, ...form }).toString(),
  });
}

const [course, session, register] = [id(8, 1), id(8, 2), id(8, 3)];
const design = { title: 'Respectful uncertainty', from: '2026-01-12', topic: 'uncertainty', aim: 'Another explanation is weighed' };
/** A course with one session, of so many places, announced today. */
async function announced(places = '2', heldOn = '2026-04-21'): Promise<void> {
  const body = (await send('/safeguarding-board', business, { title: 'Training sub-group', configuration: 'subGroup', from: '2025-01-06' }))
    .headers.location;
  const answersTo = String(body).slice('/files/'.length);
  const begun = await send('/training/courses', business, { ...design, standard: 'assessment', file: course, answersTo });
  expect(begun.headers.location).toBe(`/files/${course}`);
  await get(`/files/${course}`, business);
  const form = { 'f.announcedOn': '2026-03-03', 'f.heldOn': heldOn, 'f.places': places, 'f.agencyPlaces': '1' };
  const said = await send(`/children/${course}/record/courseSession`, business, { entry: session, stage: 'record', ...form });
  expect(said.headers.location).toContain('recorded=1');
}

it('a course is begun by whoever answers for training, and says what will be otherwise in practice', async () => {
  expect((await send('/training/courses', worker, { ...design, file: course })).statusCode).toBe(403);
  const missing = await send('/training/courses', head, { title: 'X', from: '2026-01-12', topic: 'uncertainty', aim: '', file: course });
  expect([missing.statusCode, missing.body]).toEqual([400, expect.stringContaining('What will be otherwise in practice')]);
  await announced();
  const { body } = await get(`/files/${course}`, business);
  expect(body).toContain('Another explanation is weighed');
  expect(body).toContain('It is to move no standard of the audits, or was not held yet');
});

describe('a place', () => {
  it('is booked by one touch, once, in one’s own staff file; and is given back', async () => {
    await announced();
    expect((await get('/training', worker)).body).toMatch(/Respectful uncertainty[^]*Book a place/);
    expect((await send('/training/book', worker, { session })).headers.location).toBe('/training?done=booked');
    expect(parts.written.at(-1)).toMatchObject({
      step: 'trainingBooking',
      shared: { session, course: 'Respectful uncertainty', heldOn: '2026-04-21' },
    });
    expect((await send('/training/book', worker, { session })).statusCode).toBe(400);
    expect((await get('/training', worker)).body).toMatch(/My places[^]*Give it back/);
    expect((await send('/training/give-back', worker, { session })).headers.location).toBe('/training?done=given-back');
    expect((await get('/training', worker)).body).not.toContain('My places');
    expect((await send('/training/give-back', worker, { session })).statusCode).toBe(404);
  });
  it('is booked for somebody by whoever supervises them, and by nobody else', async () => {
    await announced('3');
    expect((await send('/training/book', worker, { session, member: id(2, 1) })).statusCode).toBe(403);
    expect((await send('/training/book', manager, { session, member: id(2, 0) })).statusCode).toBe(303);
    expect((await get('/training', worker)).body).toContain('My places');
  });
  it('is in a session that has one, and is still to come', async () => {
    await announced();
    expect((await send('/training/book', manager, { session })).statusCode).toBe(303);
    const full = await send('/training/book', worker, { session });
    expect([full.statusCode, full.body]).toEqual([400, expect.stringContaining('This session is full')]);
    expect((await send('/training/book', worker, { session: id(8, 9) })).statusCode).toBe(404);
  });
  it('of an agency is booked by its own member, of as many as are free for agencies', async () => {
    await announced('5');
    expect((await get('/training', member)).body).toMatch(/Places for agencies[^]*Book for: Police/);
    const most = await send('/training/places', member, { session, agency: 'police', places: '2' });
    expect([most.statusCode, most.body]).toEqual([400, expect.stringContaining('2 places are asked for, and 1 are free')]);
    expect((await send('/training/places', member, { session, agency: 'police', places: 'one' })).statusCode).toBe(400);
    expect((await send('/training/places', member, { session, agency: 'police', places: '1' })).headers.location).toBe(
      '/training?done=places',
    );
    expect(parts.written.at(-1)).toMatchObject({ step: 'agencyPlaces', shared: { agency: 'police', places: 1, session } });
    expect((await send('/training/places', worker, { session, agency: 'police', places: '1' })).statusCode).toBe(403);
  });
});

it('what is mandatory is reminded of in one’s day when it is late or due within a month, and stands on the page of training before that', async () => {
  expect((await get('/my-day', worker)).body).not.toContain('Training that is due');
  await send('/training/courses', head, { ...design, from: '2025-11-03', mandatoryFor: 'everybody', everyMonths: '36', file: course });
  expect((await get('/my-day', worker)).body).toMatch(/Training that is due[^]*Respectful uncertainty: 3 Feb 2026, 20 working days late/);
  expect((await get('/training', worker)).body).toMatch(/Respectful uncertainty: due by 3 Feb 2026[^]*not yet on record/);
  expect((await get('/training', manager)).body).toMatch(/People I supervise: what is due[^]*Priya Shah[^]*20 working days late/);
});

it('the register is one form, with a line for each place that is booked', async () => {
  await announced('5', '2026-03-03');
  await send('/training/book', manager, { session, member: id(2, 0) });
  await send('/training/places', business, { session, agency: 'schools', places: '1' });
  const { body } = await get(`/files/${course}`, business);
  const href = /href="([^"]+courseRegister\?[^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '';
  expect(href).toContain(`attendance.0.member=${id(2, 0)}`);
  const form = (await get(href, business)).body;
  expect(form).toMatch(new RegExp(`name="f.attendance.0.member"[^]*value="${id(2, 0)}" selected`));
  expect(form).toMatch(/name="f.attendance.1.agency"[^]*value="schools" selected/);
  const given = {
    'f.session': session,
    'f.heldOn': '2026-03-03',
    'f.attendance.0.member': id(2, 0),
    'f.attendance.0.came': 'came',
    'f.attendance.1.agency': 'schools',
    'f.attendance.1.came': 'absent',
  };
  const said = await send(`/children/${course}/record/courseRegister`, business, { entry: register, stage: 'record', ...given });
  expect(said.headers.location).toContain('recorded=1');
  expect((await get(`/files/${course}`, business)).body).toMatch(/1 of 2[^]*Count what they said on the day/);
});

it('names nobody and shows no few, where it is told what training comes to', async () => {
  await announced();
  const told = (await get('/training/results', head)).body;
  expect(told).toMatch(/Fathers, and men in the home[^]*Staff file: fewer than 5/);
  expect(told).toMatch(/To write down the other explanation[^]*Respectful uncertainty/);
  Object.assign(parts.record, { files: async () => [] });
  const untold = (await get('/training/results', worker)).body;
  expect(untold).toContain('Needs, and what auditors find, are told to');
  expect(untold).not.toContain('Did practice change?');
});

describe('what stands of courses', () => {
  const entry = (step: string, on: string, answers: object, of = 'e1'): CourseEntry => ({
    file: 'c1',
    title: 'Respectful uncertainty',
    entry: of,
    step,
    happenedOn: date(on),
    answers: { ...answers },
  });
  const entries = [
    entry('courseDesign', '2026-01-05', { topic: 'uncertainty', aim: 'A', mandatoryFor: 'everybody', everyMonths: 24 }),
    entry('courseSession', '2026-01-06', { heldOn: '2026-02-10', places: 20, agencyPlaces: 4 }, 's1'),
    entry('courseSession', '2026-01-06', { heldOn: '2026-03-10', places: 20 }, 's2'),
    entry('courseSessionEnd', '2026-03-01', { session: 's2' }),
    entry('courseRegister', '2026-02-10', {
      session: 's1',
      attendance: [
        { came: 'came', people: 14 },
        { agency: 'police', came: 'partly', people: 3 },
        { agency: 'schools', came: 'absent', people: 1 },
      ],
    }),
    entry('courseEvaluation', '2026-02-10', { session: 's1', when: 'onTheDay', answered: 15, good: 14 }),
  ];
  const [one] = coursesOf(entries);
  it('is its design, its sessions, how many came of whom, and what they said', () => {
    expect(one?.mandatory).toEqual({ mandatoryFor: 'everybody', from: '2026-01-05', everyMonths: 24 });
    expect(one?.sessions.map(({ entry: of, isOff }) => [of, isOff])).toEqual([
      ['s2', true],
      ['s1', false],
    ]);
    expect(one && takeUpOf(one)).toEqual({ held: 1, came: 17, places: 20, byAgency: new Map([['police', 3]]) });
    expect(one && saidOf(one, 'onTheDay')).toEqual({ answered: 15, good: 14 });
  });
  it('is mandatory for nobody once it has ended, and answers no need', () => {
    const ended = coursesOf([...entries, entry('courseClosed', '2026-06-01', { why: 'It changed nothing' })]);
    expect(ended[0]?.mandatory).toBeUndefined();
    const need = { kind: 'staff', topic: 'uncertainty', raisedOn: date('2026-05-01') } as const;
    expect(neededTopics([need], ended, date('2026-01-01'))[0]?.courses).toEqual([]);
    expect(neededTopics([need], coursesOf(entries), date('2026-01-01'))[0]?.courses).toHaveLength(1);
    expect(neededTopics([need], ended, date('2026-05-02'))).toEqual([]);
  });
  it('fills a register with a line for each of ours and each place of an agency', () =>
    expect(
      registerWith('s1', '2026-02-10', [
        { session: 's1', member: 'm1', places: 1 },
        { session: 's1', agency: 'police', places: 2 },
      ]).toString(),
    ).toBe('session=s1&heldOn=2026-02-10&attendance.0.member=m1&attendance.1.agency=police&attendance.2.agency=police'));
});
