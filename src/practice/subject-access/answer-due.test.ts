import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, date } from '../../kernel/calendar/dates.ts';
import { historyOf, type Told } from '../history.fixture.ts';
import { derivation, stepNamed } from '../pathway.ts';
import { movesLimit } from './answer-due.ts';

const owed = (...told: readonly Told[]) =>
  derivation
    .clocks(historyOf(...told))
    .filter(({ rule }) => rule === 'subjectAccessAnswer')
    .map(({ startedOn, dueOn, metOn, endedBecause }) => [startedOn, dueOn, metOn ?? endedBecause].filter((one) => one !== undefined));

const request = (on: string): Told => ['subjectAccessRequest', on];
const question = (on: string, about: string, stopsTheClock?: boolean): Told => ['subjectAccessQuestion', on, { about, stopsTheClock }];
const proved = (on: string): Told => ['subjectAccessIdentity', on];
const answered = (on: string): Told => ['subjectAccessClarification', on];
const extended = (on: string, months: string): Told => ['subjectAccessExtension', on, { months }];
const released = (on: string): Told => ['subjectAccessRelease', on];

describe('an answer to a subject access request', () => {
  test.each<[what: string, told: readonly Told[], owed: readonly (readonly string[])[]]>([
    ['is owed on the same day of the next month', [request('2026-09-03')], [['2026-09-03', '2026-10-05']]],
    ['that ends on a working day is owed on it', [request('2026-03-03')], [['2026-03-03', '2026-04-07']]],
    ['has no 31 April: the last day of it', [request('2026-03-31')], [['2026-03-31', '2026-04-30']]],
    ['rolls over Christmas to the next working day', [request('2026-11-25')], [['2026-11-25', '2026-12-29']]],
    [
      'runs from the proof of identity that was asked for promptly',
      [request('2026-03-02'), question('2026-03-04', 'identity'), proved('2026-03-18')],
      [['2026-03-18', '2026-04-20']],
    ],
    ['does not run while proof is awaited', [request('2026-03-02'), question('2026-03-04', 'identity')], []],
    [
      'runs from receipt where proof was asked for late',
      [request('2026-03-02'), question('2026-03-16', 'identity'), proved('2026-03-18')],
      [['2026-03-02', '2026-04-02']],
    ],
    [
      'stands still between a question that was needed and its answer',
      [request('2026-05-13'), question('2026-05-14', 'clarification', true), answered('2026-05-18')],
      [['2026-05-13', '2026-06-17']],
    ],
    [
      'does not stand still for a question that was not needed to find it',
      [request('2026-05-13'), question('2026-05-14', 'clarification', false), answered('2026-05-18')],
      [['2026-05-13', '2026-06-15']],
    ],
    ['is not owed while the question waits', [request('2026-05-13'), question('2026-05-14', 'clarification', true)], []],
    [
      'is owed two months later where they were told within the month',
      [request('2026-05-13'), extended('2026-06-15', 'two')],
      [['2026-05-13', '2026-08-13']],
    ],
    ['is owed when it was, told later', [request('2026-05-13'), extended('2026-06-16', 'two')], [['2026-05-13', '2026-06-15']]],
    [
      'is never owed more than three months later',
      [request('2026-05-13'), extended('2026-05-20', 'two'), extended('2026-06-01', 'two')],
      [['2026-05-13', '2026-08-13']],
    ],
    ['that went is met', [request('2026-05-13'), released('2026-06-20')], [['2026-05-13', '2026-06-15', '2026-06-20']]],
    [
      'that was refused in part is still owed',
      [request('2026-05-13'), ['subjectAccessRefusal', '2026-05-20', { extent: 'part' }]],
      [['2026-05-13', '2026-06-15']],
    ],
    [
      'that was withdrawn is not',
      [request('2026-05-13'), ['subjectAccessWithdrawal', '2026-05-20']],
      [['2026-05-13', '2026-06-15', 'request withdrawn']],
    ],
    [
      'of an earlier request does not meet a later one',
      [request('2026-05-13'), request('2026-07-13'), ['subjectAccessRelease', '2026-07-20', { request: 'e1' }]],
      [
        ['2026-05-13', '2026-06-15', '2026-07-20'],
        ['2026-07-13', '2026-08-13'],
      ],
    ],
  ])('%s', (_what, told, expected) => expect(owed(...told)).toEqual(expected));

  it('is not moved by an extension that was told too late, and the page can say so', () => {
    const moves = (on: string) => {
      const history = historyOf(request('2026-05-13'), extended(on, 'two'));
      const [first, second] = history;
      return first !== undefined && second !== undefined && movesLimit(second, first, history);
    };
    expect([moves('2026-06-15'), moves('2026-06-16')]).toEqual([true, false]);
  });

  it('is about a request that was made: another entry is refused', () => {
    const against = (request_: string) =>
      stepNamed('subjectAccessWithdrawal')?.decide(
        historyOf(['visit', '2026-05-01'], request('2026-05-13')),
        { withdrawnOn: date('2026-05-20'), said: 'x', request: request_ } as never,
        date('2026-05-20'),
      );
    expect(against('e1')).toEqual([{ field: 'request', message: expect.stringContaining('subject access request') }]);
    expect(against('e2')).toEqual([]);
  });

  it('is asked again within a month while nothing runs', () => {
    const waiting = (...told: readonly Told[]) =>
      derivation
        .clocks(historyOf(...told))
        .filter(({ rule }) => rule === 'subjectAccessReply')
        .map(({ dueOn, metOn }) => [dueOn, metOn]);
    expect(waiting(request('2026-03-02'), question('2026-03-04', 'identity'))).toEqual([['2026-04-04', undefined]]);
    expect(waiting(request('2026-03-02'), question('2026-03-04', 'identity'), proved('2026-03-18'))).toEqual([
      ['2026-04-04', '2026-03-18'],
    ]);
  });
});

/** The same from the words of article 12 and the Commissioner alone: day by day, which days count. */
function slowly(received: string, pauses: readonly (readonly [from: string, to: string])[], months: number): string {
  const holidays = new Set('2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28 2027-01-01'.split(' '));
  const next = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  const [year = 0, month = 0, day = 0] = received.split('-').map(Number);
  const longest = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  let last = new Date(Date.UTC(year, month - 1 + months, Math.min(day, longest))).toISOString().slice(0, 10);
  const still = new Set<string>();
  for (const [from, to] of pauses) for (let on = from; on < to; on = next(on)) still.add(on);
  for (const _ of still) last = next(last);
  while ([0, 6].includes(new Date(`${last}T00:00:00Z`).getUTCDay()) || holidays.has(last)) last = next(last);
  return last;
}

it('whatever is asked, answered and extended, in whatever order: the day is as counted one by one', () => {
  const pause = fc.tuple(fc.integer({ min: 0, max: 27 }), fc.integer({ min: 0, max: 30 }));
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 200 }),
      fc.array(pause, { maxLength: 3 }),
      fc.option(fc.tuple(fc.integer({ min: 0, max: 27 }), fc.constantFrom('one', 'two')), { nil: undefined }),
      (start, asked, extension) => {
        const received = addDays(date('2026-02-01'), start);
        // A question is answered by the first answer after it: two that wait end together.
        const questions = asked.map(([from, days]) => ({ on: addDays(received, from), to: addDays(received, from + days) }));
        const answers = questions.map(({ to }) => to).toSorted();
        const told: readonly Told[] = [
          request(received),
          ...questions.map(({ on }) => question(on, 'clarification', true)),
          ...answers.map(answered),
          ...(extension === undefined ? [] : [extended(addDays(received, extension[0]), extension[1])]),
        ];
        const pauses = questions.map(({ on }) => [on, answers.find((to) => to >= on) ?? on] as const);
        const months = extension === undefined ? 1 : extension[1] === 'one' ? 2 : 3;
        expect(owed(...told)).toEqual([[received, slowly(received, pauses, months)]]);
      },
    ),
    { numRuns: 500 },
  );
});
