import { expect, it } from 'vitest';
import { dayInEngland } from '../../../kernel/calendar/dates.ts';
import { steps } from '../../../practice/pathway.ts';
import { pretendDay, pretendId as id, pretendParts } from '../../pretend-parts.ts';
import { createServer } from '../../server.ts';
import { ofSiblings } from './siblings.ts';

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
