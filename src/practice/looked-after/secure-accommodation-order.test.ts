import { describe, expect, it } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { historyOf, type Told } from '../history.fixture.ts';
import { secureAccommodationOrder } from './secure-accommodation-order.ts';

const refusals = (made: string, until: string, ...before: readonly Told[]): readonly string[] =>
  secureAccommodationOrder
    .decide(historyOf(...before), { madeOn: date(made), until: date(until) }, date('2026-12-01'))
    .map(({ message }) => message);

describe('a secure accommodation order', () => {
  const first: Told = ['secureAccommodationOrder', '2026-03-04', { until: '2026-06-04' }];
  it('runs for three months at first, and six where one is in force', () => {
    expect(refusals('2026-03-04', '2026-06-04')).toEqual([]);
    expect(refusals('2026-03-04', '2026-06-05')).toEqual([
      'The order runs until 5 Jun 2026: at most until 4 Jun 2026, three months for a first order. If it is a further one, record the order before it first',
    ]);
    expect(refusals('2026-06-02', '2026-12-02', first)).toEqual([]);
    expect(refusals('2026-06-02', '2026-12-03', first)).toEqual([
      'The order runs until 3 Dec 2026: at most until 2 Dec 2026, six months for a further order',
    ]);
  });
  it('is a first one again once the last has ended', () => expect(refusals('2026-07-01', '2026-12-01', first)).toHaveLength(1));
  it.each([
    ['came from a file', {}, { source: 'ssda903:run:episodes 2:2026:7:of episodes' }],
    ['began before this record', { beganEarlier: true }, {}],
  ])('may be a further one where the stay %s', (_name, answers, more) => {
    const stay: readonly Told[] = [
      ['periodOfCare', '2025-10-01', { legalStatus: 'C2' }],
      ['placement', '2025-10-01', { type: 'K1', ...answers }, more],
      ['placement', '2026-02-02', { type: 'K1' }],
      ['placement', '2026-02-09', { type: 'T1' }],
    ];
    expect(refusals('2026-03-04', '2026-09-04', ...stay)).toEqual([]);
    expect(refusals('2026-03-04', '2026-09-05', ...stay)).toHaveLength(1);
    expect(refusals('2026-03-04', '2026-09-04', ...stay, ['placement', '2026-02-16', { type: 'K2' }])).toHaveLength(1);
    expect(
      refusals('2026-03-04', '2026-09-04', stay[0] ?? ['closure', '2026-01-01'], ['placement', '2026-02-02', { type: 'K1' }]),
    ).toHaveLength(1);
  });
  it('cannot end before it is made', () =>
    expect(refusals('2026-03-04', '2026-03-03')).toEqual([
      'The order runs until 3 Mar 2026: it cannot end before it is made, on 4 Mar 2026',
    ]));
});
