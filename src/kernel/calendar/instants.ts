import { dayInEngland, shownInEngland, type LocalDate } from './dates.ts';

const minute = 60_000;
const [summer, winter] = [60, 0];

/** Minutes by which the clocks in England are ahead of UTC at an instant. */
function offsetAt(instant: number): number {
  const shown = shownInEngland(new Date(instant)).replace(' ', 'T');
  return (Date.parse(`${shown}Z`) - Math.floor(instant / 1000) * 1000) / minute;
}

/**
 * The instant of a time of day (`14:30`) in England. The hour that comes twice in autumn is read as its first; a time in the hour that the
 * clocks leave out in spring is read as the one an hour later.
 */
export function instantInEngland(on: LocalDate, time: string): Date {
  const asUtc = Date.parse(`${on}T${time}:00Z`);
  const found = [summer, winter].map((offset) => asUtc - offset * minute).find((instant, n) => offsetAt(instant) === [summer, winter][n]);
  return new Date(found ?? asUtc);
}

/** The instant at which clocks in England show what this one shows in UTC; in the hour that comes twice in autumn, the second. */
export const asShownInEngland = (asIfUtc: Date): Date => new Date(asIfUtc.getTime() - offsetAt(asIfUtc.getTime()) * minute);

/** So many elapsed hours later, across changes of the clocks. */
export const addHours = (instant: Date, hours: number): Date => new Date(instant.getTime() + hours * 60 * minute);

/** The end of a day in England: the first instant that is no longer of it. */
export function endOfDay(on: LocalDate): Date {
  const next = new Date(Date.parse(`${on}T00:00:00Z`) + 24 * 60 * minute).toISOString().slice(0, 10) as LocalDate;
  return instantInEngland(next, '00:00');
}

/** The day in England on which a limit ends that ends at an instant: at midnight, the day before. */
export const dayUntil = (instant: Date): LocalDate => dayInEngland(new Date(instant.getTime() - 1));
