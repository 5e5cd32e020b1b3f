import { addDays } from '../../kernel/calendar/dates.ts';
import type { Week } from './weeks.ts';

/** A year at least, before anything is said of seasons: else a month would be compared with no other of its kind. */
const aYear = 52;

/** How strongly a month is taken to be like all others until its own numbers say otherwise: as if so many had come as usual. A season moves a week by about a seventh. */
const asUsual = 44;

const sumOf = (weeks: readonly Week[], of: (week: Week) => number): number => weeks.reduce((sum, week) => sum + of(week), 0);

/** The month in which most of a week lies. */
const monthOf = ({ from }: Week): string => addDays(from, 3).slice(5, 7);

/** What a day off brings, as a part of what a working day brings. */
function partOfDaysOff(weeks: readonly Week[]): number {
  const [off, working] = [sumOf(weeks, ({ onOffDays }) => onOffDays), sumOf(weeks, ({ count, onOffDays }) => count - onOffDays)];
  const perWorkingDay =
    working /
    Math.max(
      1,
      sumOf(weeks, ({ workingDays }) => workingDays),
    );
  return perWorkingDay === 0
    ? 1
    : Math.min(
        1,
        off /
          Math.max(
            1,
            sumOf(weeks, ({ offDays }) => offDays),
          ) /
          perWorkingDay,
      );
}

/** What is to be expected of a week. `part`: of an ordinary week; `month`: which season it is of; `knownBy`: how many arrivals say what that season is like. */
export type Expected = { readonly count: number; readonly part: number; readonly month: string; readonly knownBy: number };

/** Learnt from the weeks before those that are watched. */
export function expectedOf(weeks: readonly Week[], learntFrom: readonly Week[]): readonly Expected[] {
  const off = partOfDaysOff(learntFrom);
  const workOf = ({ workingDays, offDays }: Week): number => (workingDays + off * offDays) / (5 + 2 * off);
  const all = sumOf(learntFrom, ({ count }) => count);
  const perWeek = all / Math.max(1, sumOf(learntFrom, workOf));
  const months = Map.groupBy(learntFrom, monthOf);
  return weeks.map((week) => {
    const [month, own] = [monthOf(week), months.get(monthOf(week))];
    if (learntFrom.length < aYear || own === undefined)
      return { count: perWeek * workOf(week), part: workOf(week), month: '', knownBy: all + 1 };
    const came = sumOf(own, ({ count }) => count) + asUsual;
    const part = (workOf(week) * came) / (perWeek * sumOf(own, workOf) + asUsual);
    return { count: perWeek * part, part, month, knownBy: came };
  });
}
