import { describe, expect, it } from 'vitest';
import { whatStands, type History } from '../../kernel/step/history.ts';
import { historyOf, type Told } from '../history.fixture.ts';
import { episodesOf } from './episodes-of-care.ts';

/** An episode on one line, as an analyst reads the table: began, why, status, placement, ended, why. */
const lines = (...told: readonly Told[]) =>
  episodesOf(historyOf(...told)).map(({ startedOn, whyNew, legalStatus, type, endedOn, whyEnded, reasonForMove }) =>
    [startedOn, whyNew, legalStatus, type, endedOn, whyEnded, reasonForMove].map((part) => part ?? '–').join(' '),
  );

const start: Told = ['periodOfCare', '2025-01-06', { legalStatus: 'V2', categoryOfNeed: 'N1', homePostcode: 'OX1 1ND' }];
const first: Told = ['placement', '2025-01-06', { type: 'U6', provider: 'PR1', postcode: 'OX4 2QQ', urn: 'SC123456', distanceMiles: 4.5 }];

describe('episodes of care follow from what happened', () => {
  it('becoming looked after begins the first, with status and placement', () =>
    expect(episodesOf(historyOf(start, first))).toEqual([
      {
        startedOn: '2025-01-06',
        whyNew: 'S',
        legalStatus: 'V2',
        categoryOfNeed: 'N1',
        type: 'U6',
        provider: 'PR1',
        postcode: 'OX4 2QQ',
        urn: 'SC123456',
        distanceMiles: 4.5,
        homePostcode: 'OX1 1ND',
      },
    ]));
  it('a new legal status begins one, in the same placement', () =>
    expect(lines(start, first, ['legalStatus', '2025-02-10', { legalStatus: 'C1' }])).toEqual([
      '2025-01-06 S V2 U6 2025-02-10 X1 –',
      '2025-02-10 L C1 U6 – – –',
    ]));
  it('a move begins one; why the old placement ended stands with the old episode', () =>
    expect(lines(start, first, ['placement', '2025-03-03', { type: 'K2', reasonForMove: 'CREQB' }])).toEqual([
      '2025-01-06 S V2 U6 2025-03-03 X1 CREQB',
      '2025-03-03 P V2 K2 – – –',
    ]));
  it('another kind of placement with the same carers', () =>
    expect(lines(start, first, ['placement', '2025-03-03', { type: 'U4', sameCarers: true, reasonForMove: 'PLACE' }])).toEqual([
      '2025-01-06 S V2 U6 2025-03-03 X1 PLACE',
      '2025-03-03 T V2 U4 – – –',
    ]));
  it('status and placement on one day are one episode: B with other carers, U with the same', () => {
    const order: Told = ['legalStatus', '2025-04-01', { legalStatus: 'C2' }];
    expect(lines(start, first, order, ['placement', '2025-04-01', { type: 'P1' }])[1]).toBe('2025-04-01 B C2 P1 – – –');
    expect(lines(start, first, order, ['placement', '2025-04-01', { type: 'U4', sameCarers: true }])[1]).toBe('2025-04-01 U C2 U4 – – –');
  });
  it('an order renewed or extended is no change of legal status', () => {
    const renewed: Told = ['legalStatus', '2025-03-03', { legalStatus: 'C1' }];
    expect(lines(start, first, ['legalStatus', '2025-02-10', { legalStatus: 'C1' }], renewed)).toEqual([
      '2025-01-06 S V2 U6 2025-02-10 X1 –',
      '2025-02-10 L C1 U6 – – –',
    ]);
    const order: Told = ['periodOfCare', '2025-01-06', { legalStatus: 'L2' }];
    expect(lines(order, first, ['legalStatus', '2025-01-13', { legalStatus: 'L2', until: '2025-01-20' }])).toEqual([
      '2025-01-06 S L2 U6 – – –',
    ]);
  });
  it('an order renewed on the day of a move leaves it a move', () =>
    expect(lines(start, first, ['legalStatus', '2025-03-03', { legalStatus: 'V2' }], ['placement', '2025-03-03', { type: 'K2' }])[1]).toBe(
      '2025-03-03 P V2 K2 – – –',
    ));
  it('a status that is again on the same day what it was has not changed', () =>
    expect(
      lines(start, first, ['legalStatus', '2025-03-03', { legalStatus: 'L1' }], ['legalStatus', '2025-03-03', { legalStatus: 'V2' }]),
    ).toEqual(['2025-01-06 S V2 U6 – – –']));
  it('coming back from hospital or respite is P, also to the carers from before', () =>
    expect(
      lines(
        start,
        first,
        ['placement', '2025-03-03', { type: 'T1' }],
        ['placement', '2025-03-10', { type: 'U6', sameCarers: true, postcode: 'OX4 2QQ' }],
      ),
    ).toEqual(['2025-01-06 S V2 U6 2025-03-03 X1 –', '2025-03-03 P V2 T1 2025-03-10 X1 –', '2025-03-10 P V2 U6 – – –']));
  it('of two moves on one day the last stands', () =>
    expect(lines(start, first, ['placement', '2025-04-01', { type: 'K2' }], ['placement', '2025-04-01', { type: 'R3' }])).toEqual([
      '2025-01-06 S V2 U6 2025-04-01 X1 –',
      '2025-04-01 P V2 R3 – – –',
    ]));
  it('the last ends with the period of care, and says why', () =>
    expect(lines(start, first, ['periodOfCareEnd', '2025-06-30', { reason: 'E4A' }])).toEqual(['2025-01-06 S V2 U6 2025-06-30 E4A –']));
  it('a second period on the day on which the first ended is another S', () =>
    expect(
      lines(
        start,
        first,
        ['periodOfCareEnd', '2025-06-30', { reason: 'E4A' }],
        ['periodOfCare', '2025-06-30', { legalStatus: 'L2' }],
        ['placement', '2025-06-30', { type: 'U6' }],
      ),
    ).toEqual(['2025-01-06 S V2 U6 2025-06-30 E4A –', '2025-06-30 S L2 U6 – – –']));
  it('a correction of a date moves both its episode and the end of the one before', () => {
    const moved = whatStands([
      ...historyOf(start, first, ['placement', '2025-03-03', { type: 'K2' }]),
      { ...(historyOf(['placement', '2025-03-05', { type: 'K2' }])[0] as History[number]), entry: 'e4', position: 4, corrects: 3 },
    ]);
    expect(episodesOf(moved).map(({ startedOn, endedOn }) => [startedOn, endedOn])).toEqual([
      ['2025-01-06', '2025-03-05'],
      ['2025-03-05', undefined],
    ]);
  });
  it('a record that begins in the middle says why its first episode began, but not that care began then', () => {
    const already: Told = ['periodOfCare', '2024-12-01', { legalStatus: 'C2', beganEarlier: true }];
    const status: Told = ['legalStatus', '2024-12-01', { legalStatus: 'C2' }];
    const placed = (answers: Readonly<Record<string, unknown>>): Told => ['placement', '2024-12-01', { type: 'U4', ...answers }];
    expect(lines(already, status, placed({ beganEarlier: true }))).toEqual(['2024-12-01 L C2 U4 – – –']);
    expect(lines(already, placed({}))).toEqual(['2024-12-01 P C2 U4 – – –']);
    expect(lines(already, placed({ sameCarers: true }))).toEqual(['2024-12-01 T C2 U4 – – –']);
    expect(lines(already, status, placed({}))).toEqual(['2024-12-01 B C2 U4 – – –']);
    expect(lines(already, status, placed({ sameCarers: true }))).toEqual(['2024-12-01 U C2 U4 – – –']);
  });
  it('nothing happened, no episode', () =>
    expect(episodesOf(historyOf(first, ['periodOfCareEnd', '2025-01-01', { reason: 'E8' }]))).toEqual([]));
});
