import { addDays, dayOfWeek, type LocalDate } from '../../kernel/calendar/dates.ts';
import { isWorkingDay } from '../../kernel/calendar/working-days.ts';

/** A week from its Monday, with how much of it is working time: bank holidays are none, and a day on which nobody works brings less. */
export type Week = {
  readonly from: LocalDate;
  readonly count: number;
  readonly workingDays: number;
  readonly offDays: number;
  readonly onOffDays: number;
};

export const mondayOf = (day: LocalDate): LocalDate => addDays(day, 1 - dayOfWeek(day));

/** The Mondays of the last weeks that are over on a day. */
export function mondaysTo(on: LocalDate, weeks: number): readonly LocalDate[] {
  const next = dayOfWeek(on) === 7 ? addDays(on, 1) : mondayOf(on);
  return Array.from({ length: weeks }, (_, n) => addDays(next, 7 * (n - weeks)));
}

const daysOf = (monday: LocalDate): readonly LocalDate[] => Array.from({ length: 7 }, (_, n) => addDays(monday, n));

/** How many of these days lie in each week. */
export function weeksOf(days: readonly LocalDate[], mondays: readonly LocalDate[]): readonly Week[] {
  const byWeek = Map.groupBy(days, mondayOf);
  return mondays.map((from) => {
    const own = byWeek.get(from) ?? [];
    const workingDays = daysOf(from).filter(isWorkingDay).length;
    return { from, count: own.length, workingDays, offDays: 7 - workingDays, onOffDays: own.filter((day) => !isWorkingDay(day)).length };
  });
}
