import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, date, type LocalDate } from '../../kernel/calendar/dates.ts';
import { episodesOf, steps } from '../../practice/pathway.ts';
import { rowOf, type ReturnRow } from './return-row.ts';
import { readingsOf } from './return-steps.ts';
import { historyOf, type Told } from '../../practice/history.fixture.ts';
import { statementsOf } from './statements.ts';

const written = (day: LocalDate): string => day.split('-').toReversed().join('/');
const otherThan = <T>(all: readonly T[], before: T | undefined, turn: number): T => {
  const left = all.filter((one) => one !== before);
  return left[turn % left.length] as T; // eslint-disable-line typescript/no-unsafe-type-assertion
};

const change = fc.record({
  reason: fc.constantFrom('L', 'P', 'T', 'B', 'U'),
  turn: fc.integer({ min: 0, max: 50 }),
  days: fc.integer({ min: 1, max: 40 }),
});

type Columns = Readonly<Record<string, string>>;

/** Episodes as a lawful return writes them: each follows the one before as its reason says. */
function rowsOf(changes: readonly { readonly reason: string; readonly turn: number; readonly days: number }[]): readonly Columns[] {
  const rows: Record<string, string>[] = [];
  let day = date('2024-04-02');
  for (const [index, { reason, turn, days }] of changes.entries()) {
    const before = rows.at(-1);
    const why = index === 0 ? 'S' : reason;
    const status = before === undefined || 'LBU'.includes(why) ? otherThan(['V2', 'C1', 'C2', 'L2'], before?.['LS'], turn) : before['LS'];
    const place = before === undefined || why !== 'L' ? otherThan(['U4', 'U6', 'K2', 'P1'], before?.['PLACE'], turn) : before['PLACE'];
    if (before !== undefined) {
      Object.assign(before, { DEC: written(day), REC: 'X1' });
      if (why !== 'L') before['REASON_PLACE_CHANGE'] = turn % 2 === 0 ? 'CARPL' : 'CHILD';
    }
    rows.push({ DECOM: written(day), RNE: why, LS: status ?? '', CIN: 'N1', PLACE: place ?? '' });
    day = addDays(day, days);
  }
  return rows;
}

it('episodes of a lawful return, read and derived again, are what the return said', () => {
  const readings = readingsOf(steps);
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 9 }), (changes) => {
      const given = rowsOf(changes);
      const row = (table: string, line: number, columns: Columns): ReturnRow =>
        rowOf({ table, file: `${table}.csv`, line }, Object.entries({ CHILD: '1', ...columns }));
      const rows = [row('header', 2, { DOB: '14/05/2015', SEX: '1' }), ...given.map((one, index) => row('episodes', index + 2, one))];
      const tables = new Set(['header', 'episodes']);
      const { statements } = statementsOf(
        { child: '1', rows },
        { year: 2025, today: date('2026-11-25'), readings, tables, remarked: new Set() },
      );
      const history = historyOf(...statements.map(({ step, happenedOn, answers }): Told => [step.name, happenedOn, answers]));
      const again = episodesOf(history).map((one) => ({
        DECOM: written(one.startedOn),
        RNE: one.whyNew,
        LS: one.legalStatus,
        CIN: one.categoryOfNeed,
        PLACE: one.type,
        ...(one.endedOn === undefined ? {} : { DEC: written(one.endedOn) }),
        ...(one.whyEnded === undefined ? {} : { REC: one.whyEnded }),
        ...(one.reasonForMove === undefined ? {} : { REASON_PLACE_CHANGE: one.reasonForMove }),
      }));
      expect(again).toEqual(given);
    }),
    { numRuns: 300 },
  );
});
