import { addDays, type LocalDate } from '../kernel/calendar/dates.ts';
import type { Clock } from '../kernel/step/clock.ts';
import type { ListedChild } from '../record/contract.ts';
import type { Waiting } from '../record/front-door.ts';
import type { ComplexEnquiry } from '../record/complex-enquiry.ts';
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

/** On the way to a court: a letter that is owed for two children, pre-proceedings that drift, proceedings in time. */
export const pretendBeforeCourt = (children: readonly ListedChild[], today: LocalDate): readonly Waiting[] =>
  (
    [
      ['letterBeforeProceedings', 1, 30, -4, 2],
      ['letterBeforeProceedings', 2, 30, -4, 2],
      ['preProceedingsReview', 3, 31, -45, -3],
      ['preProceedingsEnd', 3, 32, -90, 22],
      ['careProceedings', 4, 33, -60, 121],
    ] as const
  ).flatMap(([rule, n, entry, began, due]) => {
    const child = children[n];
    const [startedOn, dueOn] = [addDays(today, began), addDays(today, due)];
    const clock = { rule, version: '1', startedBy: id(9, entry), startedOn, dueOn, notInSource: false };
    return child === undefined ? [] : [{ person: child.person, standing: child.standing, clock }];
  });

/** An enquiry over unrelated families: three children, and one whose record is restricted. */
export function pretendEnquiry(children: readonly ListedChild[], reference: string, today: LocalDate): ComplexEnquiry {
  if (reference !== 'CE-2026-014') return { children: [], restricted: 0 };
  const found = children.slice(2, 5).map(({ person, standing }, n) => ({ person, standing, since: addDays(today, -20 - n) }));
  return { children: found, restricted: 1 };
}
