import { describe, expect, it } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { derivation } from '../../practice/pathway.ts';
import { historyOf, type Told } from '../../practice/history.fixture.ts';
import type { ListedChild } from '../../record/contract.ts';
import { placedByArea, stabilityOf } from './placed.ts';
import { attendanceOf, bandOf, questionnairesOf } from './scores.ts';
import { shareOf, ticksOf, timelineOf } from './timeline.ts';

const today = date('2026-06-01');
const born: Told = ['personDetails', '2016-03-01', { firstName: 'A', bornOn: '2016-03-01' }];
const inCare = (on: string): Told => ['periodOfCare', on, { legalStatus: 'V2' }];
const placed = (on: string, carers: string, more: object = {}): Told => ['placement', on, { type: 'U6', carers, ...more }];
const child = (team: string, ...told: readonly Told[]): ListedChild => {
  const history = historyOf(born, ...told);
  return { person: '', standing: { ...derivation.standing(history), team }, clocks: [], changedAt: '' };
};

describe('the timeline of a child', () => {
  const timeline = timelineOf(
    historyOf(
      inCare('2024-01-15'),
      placed('2024-01-15', 'Jo'),
      ['legalStatus', '2024-06-03', { legalStatus: 'C2' }],
      placed('2024-09-02', 'hospital', { type: 'T1' }),
      placed('2024-09-09', 'Jo'),
      ['missingEpisode', '2025-02-01', { kind: 'M' }],
      ['lookedAfterReview', '2024-02-05', { held: true }],
      ['lookedAfterReview', '2024-05-05', { held: false }],
      placed('2025-03-03', 'The Hills'),
    ),
    today,
  );
  it('has each placement and status from its day to the next, numbered as in the table', () => {
    expect(timeline?.placements.map(({ n, from, to, isTemporary }) => [n, from, to, isTemporary])).toEqual([
      [1, '2024-01-15', '2024-09-02', false],
      [2, '2024-09-02', '2024-09-09', true],
      [3, '2024-09-09', '2025-03-03', false],
      [4, '2025-03-03', undefined, false],
    ]);
    expect(timeline?.statuses.map(({ short, from, to }) => [short, from, to])).toEqual([
      ['Section 20', '2024-01-15', '2024-06-03'],
      ['Care order', '2024-06-03', undefined],
    ]);
  });
  it('marks reviews that were held, and times missing, with their entries', () =>
    expect(timeline?.marks.map(({ kind, on }) => [kind, on])).toEqual([
      ['review', '2024-02-05'],
      ['missing', '2025-02-01'],
    ]));
  it('ends with care, and goes on over two periods of it', () => {
    const two = timelineOf(
      historyOf(
        inCare('2020-01-01'),
        placed('2020-01-01', 'Jo'),
        ['periodOfCareEnd', '2021-01-01', { reason: 'E4A' }],
        inCare('2024-01-01'),
        placed('2024-01-01', 'Sam'),
        ['periodOfCareEnd', '2025-01-01', { reason: 'E4A' }],
      ),
      today,
    );
    expect(two?.placements.map(({ from, to }) => [from, to])).toEqual([
      ['2020-01-01', '2021-01-01'],
      ['2024-01-01', '2025-01-01'],
    ]);
    expect([two?.from, two?.until]).toEqual(['2020-01-01', '2025-01-01']);
  });
  it('is none of a child who never was in care', () => expect(timelineOf(historyOf(born), today)).toBeUndefined());
  it('places a day between first and last, and says few enough years', () => {
    const span = { from: date('2006-05-01'), until: date('2026-05-01') };
    expect(shareOf(span, date('2016-05-01'))).toBeCloseTo(0.5, 2);
    expect([shareOf(span, date('2000-01-01')), shareOf(span, date('2030-01-01'))]).toEqual([0, 1]);
    expect(ticksOf(span).length).toBeLessThanOrEqual(9);
    expect(ticksOf({ from: date('2026-01-15'), until: date('2026-08-01') })).toEqual(['2026-04-01', '2026-07-01']);
  });
});

describe('scores over time', () => {
  it('are those on record, and those that a return gave of a year without one', () => {
    const history = historyOf(
      ['strengthsAndDifficulties', '2025-02-20', { score: 14 }],
      ['strengthsAndDifficulties', '2025-11-20', { noScoreBecause: 'SDQ2' }],
      ['outcomesOfTheYear', '2025-03-31', { sdqScore: 14 }],
      ['outcomesOfTheYear', '2024-03-31', { sdqScore: 19 }],
    );
    expect(questionnairesOf(history).map(({ on, value }) => [on, value])).toEqual([
      ['2024-03-31', 19],
      ['2025-02-20', 14],
    ]);
  });
  it('of attendance are shares of the sessions that were possible', () =>
    expect(
      attendanceOf(
        historyOf(
          ['schoolAttendance', '2026-02-13', { possible: 120, attended: 111 }],
          ['schoolAttendance', '2026-04-01', { possible: 0, attended: 0 }],
        ),
      ).map(({ on, value }) => [on, value]),
    ).toEqual([['2026-02-13', 93]]));
  it('stand in the bands of the return', () =>
    expect([13, 14, 16, 17].map(bandOf)).toEqual(['normal', 'borderline', 'borderline', 'cause for concern']));
});

describe('where children are placed', () => {
  it('is counted by the area that they are from, by distance and by whose area it is', () => {
    const rows = placedByArea(
      [
        child('n', inCare('2026-01-12'), placed('2026-01-12', 'Jo', { area: 'here', distanceMiles: 4.5 })),
        child('n', inCare('2026-01-12'), placed('2026-01-12', 'Sam', { area: 'atDistance', distanceMiles: 62 })),
        child('n', inCare('2026-01-12'), placed('2026-01-12', 'Di')),
        child('s', inCare('2026-01-12'), placed('2026-01-12', 'Al', { area: 'adjoining', distanceMiles: 10 })),
        child('s', ['referral', '2026-01-12']),
      ],
      (team) => (team === 'n' ? 'North' : 'South'),
    );
    expect(rows).toEqual([
      {
        from: 'North',
        children: 3,
        where: { here: 1, adjoining: 0, atDistance: 1, notSaid: 1 },
        byDistance: [1, 0, 0, 0, 1, 1],
        miles: [4.5, 62],
      },
      {
        from: 'South',
        children: 1,
        where: { here: 0, adjoining: 1, atDistance: 0, notSaid: 0 },
        byDistance: [0, 0, 1, 0, 0, 0],
        miles: [10],
      },
    ]);
  });
});

describe('stability', () => {
  it('counts three placements in twelve months: the one that there was at their beginning, and each move since, no short stay', () => {
    const moved = child('n', inCare('2024-01-12'), placed('2024-01-12', 'A'), placed('2025-09-01', 'B'), placed('2026-03-01', 'C'));
    const away = child(
      'n',
      inCare('2024-01-12'),
      placed('2024-01-12', 'A'),
      placed('2026-01-01', '', { type: 'T1' }),
      placed('2026-01-08', 'A'),
      placed('2026-03-01', 'C'),
    );
    const since = child('n', inCare('2026-01-12'), placed('2026-01-12', 'A'), placed('2026-03-01', 'B'));
    expect(stabilityOf([moved, away, since], today)).toMatchObject({ three: { n: 1, among: 3 }, placements: [0, 2, 1, 0, 0] });
  });
  it('asks of children under 16 who are long in care whether they have had the same carers for two years', () => {
    const lasting = child(
      'n',
      inCare('2022-01-12'),
      placed('2022-01-12', 'A'),
      placed('2023-01-12', 'B'),
      placed('2025-01-12', 'B', { type: 'U4', sameCarers: true }),
    );
    const broken = child('n', inCare('2022-01-12'), placed('2022-01-12', 'A'), placed('2025-01-12', 'B'));
    const short = child('n', inCare('2025-01-12'), placed('2025-01-12', 'A'));
    expect(stabilityOf([lasting, broken, short], today).lasting).toEqual({ n: 1, among: 2 });
  });
});
