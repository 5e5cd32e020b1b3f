import { describe, expect, it, test } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { historyOf, type Told } from '../history.fixture.ts';
import { owed } from '../owed.fixture.ts';
import { courseEvaluation } from './course-evaluation.ts';
import { courseRegister } from './course-register.ts';
import { courseSession } from './course-session.ts';
import { trainingBooking } from './training-booking.ts';
import { trainingOwed, type Attended, type Mandatory } from './training-due.ts';

const session = (on: string, heldOn: string): Told => ['courseSession', on, { announcedOn: on, heldOn, places: 12 }];
const register = (on: string, of = 'e1'): Told => ['courseRegister', on, { session: of, heldOn: on }];
const asked = (on: string, when: string, of = 'e1'): Told => ['courseEvaluation', on, { on, session: of, when, answered: 9, good: 8 }];

// Good Friday is 3 April 2026, Easter Monday the 6th.
test.each([
  ['the register within five working days of the session', [session('2026-03-02', '2026-03-31')], ['courseRegister 2026-04-09']],
  [
    'no register of a session that was called off',
    [session('2026-03-02', '2026-03-31'), ['courseSessionEnd', '2026-03-24', { session: 'e1' }]],
    ['courseRegister 2026-04-09 ended 2026-03-24'],
  ],
  [
    'once somebody came, what they say three months on, with a month to count it; what they said on the day is not that',
    [session('2026-03-02', '2026-03-31'), register('2026-03-31'), asked('2026-03-31', 'onTheDay')],
    ['courseRegister 2026-04-09 met 2026-03-31', 'courseEvaluationLater 2026-07-31'],
  ],
  [
    'and it is told of that session, not of another',
    [
      session('2026-03-02', '2026-03-31'),
      session('2026-03-02', '2026-04-21'),
      register('2026-03-31'),
      asked('2026-07-06', 'threeMonths', 'e2'),
    ],
    ['courseRegister 2026-04-09 met 2026-03-31', 'courseRegister 2026-04-28', 'courseEvaluationLater 2026-07-31'],
  ],
] satisfies readonly (readonly [string, readonly Told[], readonly string[]])[])('%s', (_, told, expected) =>
  expect(owed(...told)).toEqual(expected),
);

const today = date('2026-04-30');
const messages = (problems: readonly { readonly message: string }[]) => problems.map(({ message }) => message);

describe('what is said is asked for in words that tell what would be right', () => {
  const member = '11111111-1111-4111-8111-111111111111';
  const given = { session: 'e1', heldOn: date('2026-04-21') };
  it('of a register: whether each came, of ours or of an agency, nobody twice', () => {
    expect(courseRegister.decide([], { ...given, attendance: [{ member, came: 'came' }] }, today)).toEqual([]);
    expect(messages(courseRegister.decide([], { ...given, attendance: [{ member }] }, today))).toEqual([
      expect.stringContaining('whether they came'),
    ]);
    expect(messages(courseRegister.decide([], { ...given, attendance: [{ name: 'A. Bell', came: 'came' }] }, today))).toEqual([
      expect.stringContaining('of ours or of an agency'),
    ]);
    const twice = [
      { member, came: 'came' },
      { member, came: 'absent' },
    ] as const;
    expect(messages(courseRegister.decide([], { ...given, attendance: twice }, today))).toEqual([expect.stringContaining('named twice')]);
  });
  it('of an evaluation: no more can have liked it than answered', () => {
    const said = { on: date('2026-04-21'), session: 'e1', when: 'onTheDay' } as const;
    expect(courseEvaluation.decide([], { ...said, answered: 9, good: 9 }, today)).toEqual([]);
    expect(messages(courseEvaluation.decide([], { ...said, answered: 9, good: 10 }, today))).toEqual(['10 cannot be of 9 who answered']);
  });
  it('of a session: it is not over before it is announced, and not all its places can be more than all', () => {
    const told = { announcedOn: date('2026-04-02'), heldOn: date('2026-04-01'), places: 4, agencyPlaces: 5 };
    expect(courseSession.decide([], told, today).map(({ field }) => field)).toEqual(['heldOn', 'agencyPlaces']);
  });
  it('of a place: once, until it is given back, and not in a session that is over', () => {
    const booking = { on: date('2026-03-10'), course: 'Respectful uncertainty', session: 's1', heldOn: date('2026-05-21') };
    const before: Told = ['trainingBooking', '2026-03-10', { session: 's1' }];
    const fields = (told: readonly Told[], more: object = {}) =>
      trainingBooking.decide(historyOf(...told), { ...booking, ...more }, today).map(({ field }) => field);
    expect(fields([])).toEqual([]);
    expect(fields([before])).toEqual(['session']);
    expect(fields([before, ['trainingBookingEnd', '2026-03-11', { booking: 'e1' }]])).toEqual([]);
    expect(fields([], { heldOn: date('2026-03-09') })).toEqual(['session']);
  });
});

describe('what is mandatory', () => {
  const basics: Mandatory = {
    course: 'c1',
    title: 'Basics',
    topic: 'safeguardingBasics',
    mandatoryFor: 'everybody',
    from: date('2025-01-06'),
    everyMonths: 36,
  };
  const once: Mandatory = { course: 'c2', title: 'Supervising', topic: 'supervising', mandatoryFor: 'managers', from: date('2025-01-06') };
  const came = (heldOn: string, more: Partial<Attended> = {}): Attended => ({
    topic: 'safeguardingBasics',
    course: 'c1',
    heldOn: date(heldOn),
    came: 'came',
    ...more,
  });
  test.each([
    ['within three months, of whoever never came', [basics, once], [], ['socialWorker'], ['Basics 2025-04-06']],
    [
      'again so many months after they last came',
      [basics],
      [came('2025-03-03'), came('2024-03-03')],
      ['socialWorker'],
      ['Basics 2028-03-03'],
    ],
    [
      'as if they had not, where they came for a part or not at all',
      [basics],
      [came('2025-03-03', { came: 'partly' }), came('2025-05-03', { came: 'absent' })],
      ['socialWorker'],
      ['Basics 2025-04-06'],
    ],
    [
      'from what they learnt elsewhere on the same topic',
      [basics],
      [{ topic: 'safeguardingBasics', heldOn: date('2025-09-12'), came: 'came' }],
      ['leadPractitioner'],
      ['Basics 2028-09-12'],
    ],
    ['from another course on the topic not', [basics], [came('2025-03-03', { course: 'c9' })], ['socialWorker'], ['Basics 2025-04-06']],
    ['of managers alone, and once', [once], [], ['teamManager'], ['Supervising 2025-04-06']],
    ['no more, once it is done', [once], [came('2025-03-03', { course: 'c2' })], ['teamManager'], []],
    ['of nobody who works with no child', [basics, once], [], ['performanceAnalyst'], []],
  ] as const)('is due %s', (_, mandatory, attended, roles, expected) =>
    expect(trainingOwed(mandatory, attended, roles).map(({ title, dueOn }) => `${title} ${dueOn}`)).toEqual(expected),
  );
  it.each([
    ['2020-02-03', '2025-04-06'],
    ['2026-02-02', '2026-05-02'],
  ])('is due of whoever started on %s by %s', (startedOn, dueOn) =>
    expect(trainingOwed([basics], [], ['socialWorker'], date(startedOn)).map((one) => one.dueOn)).toEqual([dueOn]),
  );
});
