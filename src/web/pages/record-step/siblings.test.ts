import { expect, it } from 'vitest';
import { dayInEngland } from '../../../kernel/calendar/dates.ts';
import { steps } from '../../../practice/pathway.ts';
import { pretendDay, pretendId as id, pretendParts } from '../../pretend-parts.ts';
import { ofSiblings } from './siblings.ts';

const [child, ticked, open, other] = [0, 1, 2, 3].map((n) => id(1, n)) as [string, string, string, string];

it('last time’s answers are read of the brothers and sisters who are ticked or whose record is open: of nobody else', async () => {
  const parts = pretendParts(pretendDay);
  const asked: string[] = [];
  const { open: openThem } = parts.record;
  Object.assign(parts.record, {
    open: async (...[session, people, why]: Parameters<typeof openThem>) => {
      asked.push(...people);
      return openThem(session, people, why);
    },
  });
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
