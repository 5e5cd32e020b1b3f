import { isDate } from '../kernel/calendar/dates.ts';
import { endOfDay } from '../kernel/calendar/instants.ts';
import { Obstacle } from '../platform/obstacle.ts';

/** As known at which instant: a day is known at its end. */
export function instantAsked(given: string | undefined, option = '--known-at'): string | undefined {
  if (given === undefined) return undefined;
  const at = isDate(given) ? endOfDay(given) : new Date(given);
  if (Number.isNaN(at.getTime()))
    throw new Obstacle(`${option} is "${given}". Write a day, 2026-05-31, or an instant, 2026-05-31T09:00:00Z.`);
  return at.toISOString();
}
