import { addDays, isDate, type LocalDate } from '../kernel/calendar/dates.ts';
import { Obstacle } from '../platform/obstacle.ts';

/** The day that `--on` names, today at the latest; without one, yesterday. `what`: "A report is". */
export function pastDayAsked(given: string | undefined, today: LocalDate, what: string): LocalDate {
  if (given === undefined) return addDays(today, -1);
  if (!isDate(given)) throw new Obstacle(`--on is "${given}", which is not a day. Write it as 2026-10-31.`);
  if (given > today) throw new Obstacle(`--on is ${given}, which has not come. ${what} of today or of a day before it.`);
  return given;
}
