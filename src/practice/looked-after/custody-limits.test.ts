import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, date } from '../../kernel/calendar/dates.ts';
import { historyOf, type Told } from '../history.fixture.ts';
import { derivation } from '../pathway.ts';

const began = date('2026-01-05');
const day = (n: number) => addDays(began, n);

it('of every release from custody a review is owed by the day, unless one was held inside, and of no other move', () =>
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.constantFrom('U6', 'K2', 'R5', 'T1')), { minLength: 1, maxLength: 8 }),
      fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 4 }),
      (moves, reviewDays) => {
        let at = 0;
        const stays = moves.map(([days, type]) => ({ at: (at += days), type }));
        const placements = stays.map(({ at: on, type }): Told => ['placement', day(on), { type }]);
        const reviews = [...new Set(reviewDays)].map((on): Told => ['lookedAfterReview', day(on), { held: true }]);
        const told = historyOf(['periodOfCare', began, { legalStatus: 'C1' }], ...placements, ...reviews);
        const owed = derivation
          .clocks(told)
          .filter(({ rule }) => rule === 'reviewAtEndOfCustody')
          .map(({ startedOn, dueOn }) => [startedOn, dueOn]);
        // A holiday or a hospital ends no stay inside; a release is the first other home after one or more entries of it.
        const lasting = stays.filter(({ type }) => type !== 'T1');
        const released = lasting.flatMap(({ at: on, type }, n) => {
          if (type === 'R5' || lasting[n - 1]?.type !== 'R5') return [];
          const from = lasting.slice(0, n).findLastIndex((one) => one.type !== 'R5') + 1;
          const since = lasting[from]?.at ?? on;
          return reviewDays.some((held) => held >= since && held <= on) ? [] : [[day(on), day(on)]];
        });
        expect(owed).toEqual(released);
      },
    ),
    { numRuns: 1_000 },
  ));
