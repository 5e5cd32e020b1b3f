import { expect, it } from 'vitest';
import { dayInEngland, date as day } from '../../../kernel/calendar/dates.ts';
import { date } from '../../../kernel/field/date.ts';
import { text } from '../../../kernel/field/plain.ts';
import { defineStep, erase } from '../../../kernel/step/step.ts';
import { familyOn, type Known } from '../../../practice/people/family.ts';
import { steps } from '../../../practice/pathway.ts';
import { pretendDay, pretendId as id, pretendParts } from '../../pretend-parts.ts';
import { createServer } from '../../server.ts';
import { filledForTicked, ofSiblings, subjectsIn } from './siblings.ts';

const [child, ticked, open, other] = [0, 1, 2, 3].map((n) => id(1, n)) as [string, string, string, string];

/** The record, and whose was opened. */
function openings() {
  const parts = pretendParts(pretendDay);
  const asked: string[] = [];
  const { open: openThem } = parts.record;
  Object.assign(parts.record, {
    open: async (...[session, people, why]: Parameters<typeof openThem>) => {
      asked.push(...people);
      return openThem(session, people, why);
    },
  });
  return { parts, asked, openThem };
}

it('last time’s answers are read of the brothers and sisters who are ticked or whose record is open: of nobody else', async () => {
  const { parts, asked, openThem } = openings();
  const worker = await parts.members.sessionOf(`token-of-${id(2, 0)}`, 'person');
  const visit = steps.find(({ name }) => name === 'visit');
  if (worker === undefined || visit === undefined) throw new Error('not pretended');
  const opened = [...(await openThem(worker.session, [open], 'Visit')).values()].find((one) => one.kind === 'opened');
  if (opened?.kind !== 'opened') throw new Error('not opened');
  const memory = { opened: new Map([[open, { reason: 'Visit', record: opened.record, at: pretendDay.getTime() }]]) };
  const who = { ...worker, token: 'token', memory } as never;
  const siblings = [ticked, open, other].map((person) => ({ person, name: person }));
  const today = dayInEngland(pretendDay);
  const { before } = await ofSiblings(parts, who, { step: visit, child, siblings, ticked: [ticked], today, titleOf: (name) => name });
  expect([asked, [...before.keys()]]).toEqual([
    [ticked, open],
    [ticked, open],
  ]);
});

it('what is saved opens each brother or sister whom it is about once, and no other: their words are not shown', async () => {
  const { parts, asked } = openings();
  const server = await createServer(parts);
  const headers = { cookie: `sightline=token-of-${id(2, 0)}`, 'content-type': 'application/x-www-form-urlencoded' };
  const send = (url: string, form: Readonly<Record<string, string>>) =>
    server.inject({ method: 'POST', url, headers, payload: String(new URLSearchParams(form)) });
  const at = `/children/${child}`;
  const _csrf = /name="_csrf" value="([^"]+)"/.exec((await server.inject({ url: at, headers })).body)?.[1] ?? '';
  await send(`${at}/open`, { _csrf, reason: 'I work with this child or their family' });
  const visit = { _csrf, entry: id(5, 1), 'f.visitedOn': dayInEngland(pretendDay), [`e.${child}.seen`]: 'yes', stage: 'record' };
  const both = { ...visit, with: ticked, [`e.${ticked}.seen`]: 'yes' };
  asked.length = 0;
  expect((await send(`${at}/record/visit`, both)).statusCode).toBe(303);
  expect([asked, parts.written[0]?.about.map(({ person }) => person)]).toEqual([[ticked], [child, ticked]]);
  await server.close();
});

const wishes = defineStep({
  name: 'wishes',
  title: 'Wishes',
  law: 'None',
  fields: { on: date('Date', { required: 'It is asked for here' }) },
  each: { wish: text('What they wish'), said: text('What they said', { neverPrefilled: true }) },
  happenedOn: ({ on }) => on,
  offers: (history) => ({ wish: { value: `As before, ${history.length}` } }),
  may: { record: [], read: [] },
  summary: () => 'Wishes',
  decide: () => [],
  examples: {},
});

it('whoever is ticked after the form was shown is offered what is known of them, where it was left empty, once', () => {
  const step = erase(wishes);
  const [amy, ben] = ['a', 'b'].map((person) => ({ person, name: person }));
  if (amy === undefined || ben === undefined) throw new Error('two');
  const offers = new Map(
    [amy, ben].map(({ person }) => [`e.${person}.wish`, { value: `Of ${person}`, words: 'Filled in for you' }] as const),
  );
  const sent = { 'f.on': ['2', '3', '2026'], with: ['a', 'b'], 'e.a.wish': '', 'e.a.said': '', 'e.b.wish': 'Her own', 'e.b.said': 'No' };
  const { given, filled } = filledForTicked(step, sent, offers, [amy, ben]);
  expect(filled).toEqual([amy]);
  expect(given).toMatchObject({ 'e.a.wish': 'Of a', 'e.a.said': '', 'e.b.wish': 'Her own', 'offered.e.a.wish': '"Of a"' });
  // What was filled in and emptied again stays empty: it was seen.
  const emptied = { ...given, 'e.a.wish': '' };
  expect(filledForTicked(step, emptied, offers, [amy, ben])).toEqual({ given: emptied, filled: [] });
});

it('of whom the record is restricted nothing is recorded, and it is said that somebody is left out, not who', () => {
  const known = (person: string, name: string, restricted = false): Known => ({
    person,
    restricted,
    ...(restricted ? { ring: 'Ring' } : { standing: { name, bornOn: day('2016-05-14'), family: 'F' } }),
    stated: [],
  });
  const family = familyOn('a', [known('a', 'Amy'), known('b', 'Ben'), known('c', 'Cy', true)], day('2026-03-02'));
  const record = { person: 'a', standing: { name: 'Amy' } } as never;
  const visit = steps.find(({ name }) => name === 'visit');
  if (visit === undefined) throw new Error('no visit');
  const { siblings, closed } = subjectsIn(family, visit, record);
  expect([siblings.map(({ name }) => name), closed]).toEqual([['Ben'], 1]);
});
