import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, date } from '../../kernel/calendar/dates.ts';
import { historyOf, type Told } from '../history.fixture.ts';
import { derivation } from '../pathway.ts';

const began = date('2026-01-05');
const day = (n: number) => addDays(began, n);
const reasons = ['CARPL', 'LAREQ', 'CREQB', 'ALLEG', undefined] as const;

it('a review is owed of every placement that the authority ended without one since it began, by the day, and of no other', () =>
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.constantFrom(...reasons)), { maxLength: 6 }),
      fc.array(fc.integer({ min: 0, max: 250 }), { maxLength: 4 }),
      (moves, reviewDays) => {
        let at = 0;
        const stays = moves.map(([days, reasonForMove], n) => ({ at: (at += days), reasonForMove, carers: `Carers ${n}` }));
        const told = historyOf(
          ['periodOfCare', began, { legalStatus: 'C1' }],
          ['placement', began, { type: 'U6', carers: 'The first' }],
          ...stays.map(({ at: on, ...answers }): Told => ['placement', day(on), { type: 'U6', ...answers }]),
          ...[...new Set(reviewDays)].map((on): Told => ['lookedAfterReview', day(on), { held: true }]),
        );
        const owed = derivation
          .clocks(told)
          .filter(({ rule }) => rule === 'reviewBeforePlacementEnded')
          .map(({ dueOn }) => dueOn);
        const expected = stays.flatMap(({ at: on, reasonForMove }, n) => {
          const since = stays[n - 1]?.at ?? 0;
          const isReviewed = reviewDays.some((held) => held >= since && held <= on);
          return (reasonForMove === 'CARPL' || reasonForMove === 'LAREQ') && !isReviewed ? [day(on)] : [];
        });
        expect(owed).toEqual(expected);
      },
    ),
    { numRuns: 1_000 },
  ));
