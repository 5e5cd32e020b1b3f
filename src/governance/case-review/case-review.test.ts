import { describe, expect, it, test } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import type { History } from '../../kernel/step/history.ts';
import { agencyEventsIn, childrenOf, integrated, ownEvents, type AgencyEvent } from './integrated-chronology.ts';
import { knownTo, missedConnections } from './missed-connections.ts';

type Told = readonly [step: string, on: string, answers: Readonly<Record<string, unknown>>, recordedAt?: string];
const file = (...told: readonly Told[]): History =>
  told.map(([step, on, answers, recordedAt = `${on}T12:00:00Z`], n) => ({
    entry: `e${n + 1}`,
    step,
    position: n + 1,
    happenedOn: date(on),
    recordedAt,
    recordedBy: 'w',
    tombstone: false,
    answers,
    corrections: [],
  }));

const practice = 'General practice';
const ours = 'Children’s social care';
const event = (agency: string, on: string, more: Partial<AgencyEvent> = {}): AgencyEvent => ({
  entry: `${agency} ${on}`,
  on: date(on),
  agency,
  what: 'something',
  knownOn: date(on),
  told: [],
  isDecision: false,
  ...more,
});
const bruise = event(practice, '2025-11-03', { concern: 'injury' });
const closed = event(ours, '2025-11-20', { isDecision: true });

describe('an integrated chronology', () => {
  it('puts the events of every agency into the order in which they happened, by the time where one is given', () => {
    const own = ownEvents('c', ours, file(['visit', '2025-11-04', { seen: true }], ['personDetails', '2025-11-04', {}])).map((one) => ({
      ...one,
      entry: 'own',
    }));
    const theirs = agencyEventsIn(
      file(
        ['agencyEvent', '2025-11-04', { agency: practice, what: 'Bruise', at: '10:20', concern: 'injury', told: 'Police; School' }],
        ['agencyEvent', '2025-11-03', { agency: 'School', what: 'Absent' }],
        ['agencyChronology', '2026-01-05', { agency: practice, events: 1 }],
      ),
    );
    const all = integrated([own, theirs, own]);
    expect(all.map(({ agency, on }) => `${on} ${agency}`)).toEqual(['2025-11-03 School', `2025-11-04 ${practice}`, `2025-11-04 ${ours}`]);
    expect(all[1]).toMatchObject({ told: [{ agency: 'Police', on: '2025-11-04' }, { agency: 'School' }] });
  });
  it('says since when we knew: from the day on which it was recorded, or was in the system it came from', () => {
    const [late, imported] = ownEvents('c', ours, [
      ...file(['injury', '2025-11-03', {}, '2025-12-01T09:00:00Z']),
      ...file(['injury', '2025-11-03', {}, '2026-12-01T09:00:00Z']).map((one) => ({ ...one, statedAt: '2025-11-05T23:30:00Z' })),
    ]);
    expect([late?.knownOn, imported?.knownOn, late?.concern]).toEqual(['2025-12-01', '2025-11-05', 'injury']);
  });
  it('leaves out words that are withheld', () =>
    expect(
      ownEvents(
        'c',
        ours,
        file(['visit', '2025-11-04', {}]).map((one) => ({ ...one, withheld: true as const })),
      ),
    ).toEqual([]));
  it('takes the last chronology that an agency sent, and no other', () => {
    const sent = file(
      ['agencyChronology', '2026-01-05', { agency: practice, events: 1 }],
      ['agencyEvent', '2025-11-04', { agency: practice, what: 'Bruise', chronology: 'e1' }],
      ['agencyChronology', '2026-02-05', { agency: 'general practice ', events: 1 }],
      ['agencyEvent', '2025-11-04', { agency: practice, what: 'Two bruises', chronology: 'e3' }],
    );
    expect(agencyEventsIn(sent).map(({ what }) => what)).toEqual(['Two bruises']);
  });
  it('is of the children whom the file names', () =>
    expect(
      childrenOf(
        file(
          ['reviewedChild', '2026-03-09', { child: 'a' }],
          ['reviewedChild', '2026-03-09', { child: 'b' }],
          ['rapidReview', '2026-03-20', {}],
        ),
      ),
    ).toEqual(['a', 'b']));
});

describe('a missed connection', () => {
  const found = (...events: readonly AgencyEvent[]) =>
    missedConnections(events).map(({ kind, known, by, acted, learntOn }) => [kind, known.entry, by, acted.map(({ on }) => on), learntOn]);

  it('is a decision of another agency on a later day, with both entries named', () =>
    expect(found(bruise, closed)).toEqual([['notTold', bruise.entry, ours, ['2025-11-20'], undefined]]));
  test.each([
    ['of the same day: nobody can say which came first', event(ours, '2025-11-03', { isDecision: true })],
    ['before it', event(ours, '2025-11-02', { isDecision: true })],
    ['that decided nothing', event(ours, '2025-11-20')],
    ['about another concern', event(ours, '2025-11-20', { isDecision: true, concern: 'school' })],
  ])('is none of an act %s', (_, act) => expect(found(bruise, act)).toEqual([]));
  it('ends when they were told: a decision of that day or later was made with it', () => {
    const told = { ...bruise, told: [{ agency: 'children’s social care ', on: date('2025-11-20') }] };
    expect(found(told, closed)).toEqual([]);
    const before = event(ours, '2025-11-10', { isDecision: true });
    expect(found(told, before, closed)).toEqual([['notTold', bruise.entry, ours, ['2025-11-10'], '2025-11-20']]);
  });
  it('is in our own record too: what had happened and was not yet recorded', () => {
    const late = event(ours, '2025-11-15', { concern: 'injury', knownOn: date('2025-11-25') });
    expect(found(late, closed)).toEqual([['notRecorded', late.entry, ours, ['2025-11-20'], '2025-11-25']]);
    expect(found({ ...late, knownOn: date('2025-11-20') }, closed)).toEqual([]);
  });
  it('to another agency counts from the day on which it was known, not from that on which it happened', () => {
    const learnt = { ...bruise, knownOn: date('2025-12-01') };
    expect(found(learnt, closed)).toEqual([]);
  });
  it('names every decision made without it, once for each agency', () =>
    expect(
      found(bruise, closed, event(ours, '2025-12-20', { isDecision: true }), event('School', '2025-12-01', { isDecision: true })),
    ).toEqual([
      ['notTold', bruise.entry, ours, ['2025-11-20', '2025-12-20'], undefined],
      ['notTold', bruise.entry, 'School', ['2025-12-01'], undefined],
    ]));
  it('is of concerns alone', () => expect(found(event(practice, '2025-11-03'), closed)).toEqual([]));
});

it('an agency knows of an event since it knew itself, or was first told', () => {
  const told = {
    ...bruise,
    told: [
      { agency: ours, on: date('2025-12-01') },
      { agency: ours, on: date('2025-11-09') },
    ],
  };
  expect([knownTo(told, 'GENERAL PRACTICE'), knownTo(told, ours), knownTo(told, 'School')]).toEqual([
    '2025-11-03',
    '2025-11-09',
    undefined,
  ]);
});
