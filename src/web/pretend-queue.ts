import { addDays, type LocalDate } from '../kernel/calendar/dates.ts';
import type { Clock } from '../kernel/step/clock.ts';
import type { ListedChild } from '../record/contract.ts';
import type { Waiting } from '../record/front-door.ts';
import { pretendId as id } from './pretend-children.ts';

/** At the front door of an invented authority: a contact about two children, a night of emergency duty, and somebody to be told. */
export function pretendQueue(children: readonly ListedChild[], today: LocalDate): readonly Waiting[] {
  const waiting = (n: number, rule: string, entry: number, due: number): readonly Waiting[] => {
    const child = children[n];
    const startedOn = addDays(today, -1);
    const clock: Clock = { rule, version: '1', startedBy: id(9, entry), startedOn, dueOn: addDays(today, due), notInSource: false };
    const contact = { waiting: [{ contact: id(9, 1), source: '2A', rating: 'urgent' }] };
    return child === undefined ? [] : [{ person: child.person, standing: { ...child.standing, ...(entry === 1 ? contact : {}) }, clock }];
  };
  return [
    ...waiting(0, 'contactDecision', 1, 0),
    ...waiting(1, 'contactDecision', 1, 0),
    ...waiting(2, 'dutyHandover', 2, -1),
    ...waiting(3, 'referrerTold', 3, 1),
    ...waiting(4, 'referralDecision', 4, 1),
  ];
}

/** What people ask of their records: one late, one in time, one that stands still. */
export const pretendPeopleAsk = (children: readonly ListedChild[], today: LocalDate): readonly Waiting[] =>
  (
    [
      ['subjectAccessAnswer', -3],
      ['rectificationAnswer', 12],
      ['subjectAccessReply', 20],
    ] as const
  ).flatMap(([rule, due], n) => {
    const child = children[n + 5];
    const clock = {
      rule,
      version: '1',
      startedBy: id(9, 20 + n),
      startedOn: addDays(today, due - 30),
      dueOn: addDays(today, due),
      notInSource: false,
    };
    return child === undefined ? [] : [{ person: child.person, standing: child.standing, clock }];
  });
