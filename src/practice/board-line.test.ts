import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, date, dayInEngland, type LocalDate } from '../kernel/calendar/dates.ts';
import type { Clock } from '../kernel/step/clock.ts';
import type { BoardLine, Standing } from '../kernel/derivation/derivation.ts';
import { boardLine, nameKeyOf } from './board-line.ts';
import { markOf, openIn } from './board-marks.ts';
import { columns } from './populations.ts';

const from = new Date('2026-03-03T10:15:00Z');
const day = fc.integer({ min: -400, max: 400 }).map((n) => addDays(date('2026-03-03'), n));
const perhaps = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const present = <T extends object>(given: T) => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));

const clock = fc
  .record({
    rule: fc.constantFrom(...columns.flatMap(({ rules }) => rules), 'returnHomeInterview'),
    startedOn: day,
    dueOn: day,
    hour: perhaps(fc.integer({ min: 0, max: 23 })),
    metOn: perhaps(day),
    endedOn: perhaps(day),
    notInSource: fc.boolean(),
  })
  .map(({ hour, dueOn, ...rest }) => ({
    version: '',
    startedBy: '',
    dueOn,
    ...(hour === undefined ? {} : { dueAt: `${dueOn}T${String(hour).padStart(2, '0')}:30:00.000Z` }),
    ...present(rest),
  })) as fc.Arbitrary<Clock>;

const standing = fc
  .record({
    onPlanSince: perhaps(day),
    lookedAfterSince: perhaps(day),
    lastReviewOn: perhaps(day),
    lastLookedAfterReviewOn: perhaps(day),
    worker: perhaps(fc.constant('w')),
    category: perhaps(fc.constantFrom('NEG', 'PHY', 'other')),
    missingSince: perhaps(day),
    careBeganEarlier: perhaps(fc.constant(true)),
  })
  .map((given) => ({ name: 'Ada', ...present(given) }) as Standing);

const held = <T>(values: readonly T[], moments: readonly string[], at: Date, width = 1): readonly T[] => {
  const passed = moments.filter((moment) => Date.parse(moment) <= at.getTime()).length;
  return values.slice(passed * width, (passed + 1) * width);
};

const isListed = ({ onPlanSince, lookedAfterSince }: Standing): boolean => onPlanSince !== undefined || lookedAfterSince !== undefined;

it('tells of any later instant what looking at the limits then would tell', () => {
  fc.assert(
    fc.property(
      standing,
      fc.array(clock, { maxLength: 8 }),
      fc.array(fc.integer({ min: 0, max: 600 * 24 * 60 }), { minLength: 5 }),
      (stands, clocks, minutes) => {
        const line = boardLine(stands, clocks, from);
        expect(line !== undefined).toBe(isListed(stands));
        if (line === undefined) return;
        const instants = [...minutes.map((n) => new Date(from.getTime() + n * 60_000)), ...edges(line)];
        for (const at of instants) {
          const today: LocalDate = dayInEngland(at);
          const open = openIn(clocks, { today, at });
          expect(held(line.marks, line.moments, at)).toEqual([markOf(stands, open, today)]);
          const dues = columns.map(({ name }) => {
            const one = open.get(name);
            return one === undefined || one.state === 'notInSource' ? null : one.clock.dueOn;
          });
          expect(held(line.dues, line.dueMoments, at, columns.length)).toEqual(dues);
        }
      },
    ),
    { numRuns: 300 },
  );
});

/** Just before, at and just after every moment: where a mistake would be. */
const edges = ({ moments, dueMoments }: BoardLine): readonly Date[] =>
  [...moments, ...dueMoments].flatMap((at) => [-1, 0, 1].map((n) => new Date(Date.parse(at) + n))).filter((at) => at >= from);

it('keeps names as the alphabet has them', () =>
  expect(boardLine({ name: 'Żółkiewska Ó Súilleabháin', onPlanSince: date('2026-01-05') }, [], from)?.nameKey).toBe(
    'zolkiewska o suilleabhain',
  ));

it('cuts a name that no index would hold, between two letters', () => {
  for (const name of ['Ж'.repeat(20_000), `a${'𝔞'.repeat(10_000)}`]) {
    const key = nameKeyOf(name);
    expect([key.length, key.isWellFormed()]).toEqual([200, true]);
  }
});
