import { addDays, dayInEngland } from '../kernel/calendar/dates.ts';
import type { ListedChild } from '../record/contract.ts';
import type { Watched } from '../record/data-protection.ts';
import { pretendId as id } from './pretend-children.ts';

/** What a data protection officer watches: of each kind one or two. */
export function pretendWatched(children: readonly ListedChild[], now: Date): readonly Watched[] {
  const today = dayInEngland(now);
  const of = (n: number, day: number) => ({
    at: new Date(now.getTime() + day * 86_400_000).toISOString(),
    record: children[n]?.person.slice(0, 8) ?? null,
    by: null,
    second: null,
    dueOn: addDays(today, day + 30),
    endedOn: null,
  });
  return [
    { ...of(1, -3), kind: 'glassBroken', by: id(2, 4), dueOn: null },
    { ...of(5, -12), kind: 'copyAsked', how: 'waits' },
    { ...of(6, -33), kind: 'copyAsked', how: 'waits' },
    { ...of(7, -60), kind: 'copyAsked', how: 'answered', endedOn: addDays(today, -34) },
    { ...of(8, -70), kind: 'copyAsked', how: 'answered', endedOn: addDays(today, -38) },
    { ...of(9, -80), kind: 'rectification', how: 'ended', endedOn: addDays(today, -75) },
    {
      ...of(3, -20),
      kind: 'destruction',
      how: 'destroyed',
      by: id(2, 1),
      second: id(2, 2),
      endedOn: addDays(today, -18),
      told: { ground: 'Closed without a plan: until 1 January 2026' },
    },
    {
      ...of(0, -40),
      record: null,
      kind: 'emergencyCopy',
      how: 'copy',
      by: id(2, 4),
      told: { number: 3, recipient: 'Night team', children: 212 },
    },
    { ...of(0, -34), record: null, dueOn: null, kind: 'left', how: 'subjectAccessRelease', by: id(2, 1) },
  ];
}
