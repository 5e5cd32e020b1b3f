import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { historyOf, type Told } from '../../practice/history.fixture.ts';
import { caseloadOf, type CarriedChild } from './caseload.ts';
import { pressureOf, pressureTogether, type AskedOf } from './pressure.ts';
import { staffMemberOf } from './staff.ts';
import { asSupplied } from './standard.ts';
import { districtOf, suggestionOf, suggestionsFor, type Candidate, type ForWhom } from './suggestions.ts';
import { waitingOf, waitingTotal, type Gone } from './waiting.ts';

const today = date('2026-11-02');
const candidate = (member: string, weighted: number, more: Partial<Candidate> = {}): Candidate => ({
  member,
  caseload: { ...caseloadOf(member, [], asSupplied), weighted },
  capacity: { most: 18, isProtected: false },
  isAway: false,
  families: new Set(),
  districts: new Map(),
  ...more,
});
const child: ForWhom = { family: 'F1', language: 'Urdu', district: 'OX4', weight: 1.5, before: ['b'] };

describe('whom a manager might ask', () => {
  const speaking = (one: Candidate) => {
    const { speaksFor, speaksAgainst, weighted, most } = suggestionOf(child, one);
    return { speaksFor, speaksAgainst, weighted, most };
  };
  test.each([
    ['has room, with this child', candidate('a', 16.5), ['room'], []],
    ['has none', candidate('a', 16.6), [], ['full']],
    [
      'is newly qualified, and would carry more than is protected',
      candidate('a', 17, { capacity: { most: 16.2, isProtected: true } }),
      [],
      ['protected'],
    ],
    ['has a brother or sister', candidate('a', 20, { families: new Set(['F1']) }), ['siblings'], ['full']],
    ['had the child before', candidate('b', 20), ['before'], ['full']],
    ['speaks the language', candidate('a', 1, { languages: 'Polish, urdu' }), ['room', 'language'], []],
    ['goes there already', candidate('a', 1, { districts: new Map([['OX4', 3]]) }), ['room', 'travel'], []],
    ['is away', candidate('a', 1, { isAway: true }), ['room'], ['away']],
    ['works hours that nobody wrote down', candidate('a', 1, { capacity: undefined }), [], ['unknown']],
  ] as const)('%s', (_, one, speaksFor, speaksAgainst) => expect(speaking(one)).toMatchObject({ speaksFor, speaksAgainst }));

  it('stands in an order that its reasons give: who knows the family first, then who has room', () => {
    const all = [
      candidate('z', 2),
      candidate('c', 4),
      candidate('b', 19),
      candidate('s', 19, { families: new Set(['F1']) }),
      candidate('n', 19),
    ];
    expect(suggestionsFor(child, all, (one) => one).map(({ member }) => member)).toEqual(['s', 'b', 'z', 'c']);
  });
  it('is nobody who is away, and nobody for whom nothing speaks', () =>
    expect(suggestionsFor(child, [candidate('a', 1, { isAway: true }), candidate('n', 30)], String)).toEqual([]));
  it('whatever they carry: who is named has a reason, and each once', () => {
    const any = fc.record({
      member: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      weighted: fc.integer({ min: 0, max: 40 }),
      isAway: fc.boolean(),
      hasFamily: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.uniqueArray(any, { selector: ({ member }) => member }), (all) => {
        const candidates = all.map(({ member, weighted, isAway, hasFamily }) =>
          candidate(member, weighted, { isAway, families: new Set(hasFamily ? ['F1'] : []) }),
        );
        const found = suggestionsFor(child, candidates, String);
        expect(found.every(({ speaksFor, speaksAgainst }) => speaksFor.length > 0 && !speaksAgainst.includes('away'))).toBe(true);
        expect(new Set(found.map(({ member }) => member)).size).toBe(found.length);
        const knowing = found.map(({ speaksFor }) => speaksFor.includes('siblings'));
        expect(knowing).toEqual(knowing.toSorted((a, b) => Number(b) - Number(a)));
      }),
    );
  });
  test.each([
    ['14 Example Street\nOxford\nOX4 1ND', 'OX4'],
    ['ox4 1nd', 'OX4'],
    ['Flat 2, M1 1AE', 'M1'],
    ['no postcode', undefined],
    [undefined, undefined],
  ])('the district of %o', (address, district) => expect(districtOf(address)).toBe(district));
});

describe('a child without a worker', () => {
  const gone: Gone = {
    left: new Map([['l', date('2026-10-30')]]),
    away: new Map([
      ['a', date('2026-10-19')],
      ['short', date('2026-10-26')],
    ]),
  };
  const open = { openSince: date('2026-09-01') };
  test.each([
    ['has one who is there', { ...open, worker: 'w' }, undefined],
    ['is worked with by nobody', { worker: 'l' }, undefined],
    [
      'waits since nobody was named',
      { ...open, unallocatedSince: date('2026-10-05') },
      { because: 'nobody', since: '2026-10-05', days: 28 },
    ],
    ['waits since the referral, where nobody ever was', open, { because: 'nobody', since: '2026-09-01', days: 62 }],
    [
      'waits who left care and is owed support, since they left it',
      { careLeaverUntil: date('2031-02-02'), leftCareOn: date('2026-10-01') },
      { because: 'nobody', since: '2026-10-01', days: 32 },
    ],
    ['does not wait from the 25th birthday on', { careLeaverUntil: today, leftCareOn: date('2024-10-01') }, undefined],
    ['waits since the day after the worker left', { ...open, worker: 'l' }, { because: 'left', since: '2026-10-31', days: 2 }],
    [
      'waits when all that is told is that the worker left',
      { ...open, workerLeft: true },
      { because: 'left', since: undefined, days: undefined },
    ],
    ['waits when the worker has been away for a fortnight', { ...open, worker: 'a' }, { because: 'away', since: '2026-10-19', days: 14 }],
    ['does not wait when the worker is away for a week', { ...open, worker: 'short' }, undefined],
  ] as const)('%s', (_, standing, waits) => expect(waitingOf(standing, gone, today)).toEqual(waits));
});

describe('children without a worker, of the whole service', () => {
  it('are counted by why and by team, with those of no team yet and the longest', () => {
    const since = date('2026-10-05');
    const gone: Gone = { left: new Map([['l', date('2026-10-30')]]), away: new Map() };
    const children = [{ openSince: since }, { openSince: since, team: 't', worker: 'l' }, { openSince: since, worker: 'w' }, { team: 't' }];
    expect(waitingTotal(children, gone, today)).toEqual({
      all: 2,
      by: new Map([
        ['nobody', 1],
        ['left', 1],
      ]),
      ofTeam: new Map([['t', 1]]),
      withoutTeam: 1,
      longest: 28,
    });
  });
});

describe('what presses on a team', () => {
  const employed = (more: object = {}): Told => [
    'employment',
    '2025-01-06',
    { contract: 'permanent', team: 't', hours: 37, grade: 'socialWorker', ...more },
  ];
  const agreed: Told = ['staffSupervisionAgreement', '2026-08-03', { startedOn: '2026-08-03', grade: 'socialWorker' }];
  const held = (on: string, isHeld = true): Told => ['staffSupervision', on, { heldOn: on, held: isHeld }];
  const incident = (on: string, alone: boolean): Told => ['safetyIncident', on, { on, kind: 'threat', alone }];
  const staff = [
    staffMemberOf('m', historyOf(employed({ grade: 'manager' }))),
    staffMemberOf(
      'a',
      historyOf(employed(), agreed, held('2026-08-31'), held('2026-09-28', false), held('2026-10-01'), incident('2026-10-01', true)),
    ),
    staffMemberOf(
      'b',
      historyOf(employed({ hours: 18.5 }), agreed, held('2026-08-31'), incident('2025-10-01', true), incident('2026-01-05', false)),
    ),
    staffMemberOf('c', historyOf(employed({ team: 'u' }), incident('2026-10-01', true))),
  ];
  const since = date('2026-01-05');
  const carried: readonly CarriedChild[] = Array.from({ length: 9 }, () => ({ worker: 'b', openSince: since, onPlanSince: since }));
  const asked: AskedOf = {
    staff,
    carried,
    lags: [
      { kind: 'team', team: 't', step: null, day: null, entries: 40, prompt: 30, withinWeek: 6, withinMonth: 3, later: 1, lagDays: 90 },
    ],
    weeks: [],
    standard: { ...asSupplied, span: 1 },
    today,
    at: new Date('2026-11-02T12:00:00Z'),
  };
  it('is how many one manager has, what became of supervision, what is carried, and what happened', () =>
    expect(pressureOf('t', asked)).toEqual({
      people: 2,
      isOverSpan: true,
      held: { n: 3, among: 4 },
      late: { n: 2, among: 2 },
      children: 9,
      carriers: 1,
      weighted: 13.5,
      most: 9,
      over: { n: 1, among: 1 },
      prompt: { n: 30, among: 40 },
      recording: undefined,
      incidents: 2,
      alone: 1,
    }));
  it('of an area is the sum of its teams', () => {
    const both = pressureTogether([pressureOf('t', asked), pressureOf('u', asked)]);
    expect(both).toMatchObject({ people: 3, incidents: 3, held: { n: 3, among: 4 }, prompt: { n: 30, among: 40 } });
  });
});
