import { expect, test } from 'vitest';
import { historyOf, type Told } from '../history.fixture.ts';
import { derivation } from '../pathway.ts';

const born = (on: string): Told => ['personDetails', on, { bornOn: on }];
const aware = (on: string): Told => ['privateFosteringNotice', on, { awareOn: on, how: 'begun' }];
const seen = (on: string, isSeen = true): Told => ['visit', on, { visitedOn: on, seen: isSeen }];
const decided = (on: string, decision: string): Told => ['privateFosteringDecision', on, { decidedOn: on, decision }];
const ended = (on: string): Told => ['privateFosteringEnd', on, { endedOn: on, reason: 'home' }];

const owed = (...events: readonly Told[]) =>
  derivation
    .clocks(historyOf(...events))
    .filter(({ rule }) => /rivateFostering/.test(rule))
    .map(
      ({ rule, dueOn, metOn, endedOn, endedBecause }) =>
        `${rule} ${dueOn}${metOn === undefined ? '' : ` met ${metOn}`}${endedOn === undefined ? '' : ` ended ${endedOn}, ${endedBecause}`}`,
    )
    .toSorted();

// SI 2005/1533 regs 4 and 8. Good Friday is 3 April 2026, Easter Monday the 6th.
test.each([
  [
    'a visit within seven working days, and a decision',
    [aware('2026-03-27')],
    ['firstPrivateFosteringVisit 2026-04-09', 'privateFosteringDecision 2026-05-08'],
  ],
  [
    'still the first visit, where the child was not seen',
    [aware('2026-03-02'), seen('2026-03-05', false)],
    ['firstPrivateFosteringVisit 2026-03-11', 'privateFosteringDecision 2026-04-13'],
  ],
  [
    'six-weekly visits in the first year from becoming aware',
    [aware('2026-03-02'), seen('2026-03-05'), decided('2026-04-06', 'suitable')],
    [
      'firstPrivateFosteringVisit 2026-03-11 met 2026-03-05',
      'laterPrivateFosteringVisit 2026-04-16',
      'privateFosteringDecision 2026-04-13 met 2026-04-06',
    ],
  ],
  [
    'twelve-weekly visits after it: a year to the day is after it',
    [aware('2025-03-02'), seen('2026-03-01'), seen('2026-03-02')],
    [
      'firstPrivateFosteringVisit 2025-03-11 met 2026-03-01',
      'laterPrivateFosteringVisit 2026-04-12 met 2026-03-02',
      'laterPrivateFosteringVisit 2026-05-25',
      'privateFosteringDecision 2025-04-13',
    ],
  ],
  [
    'nothing once it has ended, nor of visits afterwards',
    [aware('2026-03-02'), seen('2026-03-05'), ended('2026-03-20'), seen('2026-03-24')],
    [
      'firstPrivateFosteringVisit 2026-03-11 met 2026-03-05',
      'laterPrivateFosteringVisit 2026-04-16 ended 2026-03-20, the private fostering ended',
      'privateFosteringDecision 2026-04-13 ended 2026-03-20, the private fostering ended',
    ],
  ],
  [
    'nothing where it is found to be none',
    [aware('2026-03-02'), decided('2026-03-04', 'not')],
    [
      'firstPrivateFosteringVisit 2026-03-11 ended 2026-03-04, it is no private fostering',
      'privateFosteringDecision 2026-04-13 met 2026-03-04',
    ],
  ],
  [
    'nothing from the sixteenth birthday on',
    [born('2010-03-10'), aware('2026-03-02')],
    [
      'firstPrivateFosteringVisit 2026-03-11 ended 2026-03-10, 16th birthday',
      'privateFosteringDecision 2026-04-13 ended 2026-03-10, 16th birthday',
    ],
  ],
] satisfies readonly (readonly [string, readonly Told[], readonly string[]])[])(
  'a privately fostered child is owed %s',
  (_, events, limits) => expect(owed(...events)).toEqual(limits),
);
