import { addDays, dayInEngland, type LocalDate } from '../kernel/calendar/dates.ts';
import { endOfDay } from '../kernel/calendar/instants.ts';
import { measure, measureSteps, type Measured } from '../oversight/measures/measured.ts';
import type { Database } from '../platform/database.ts';
import type { Log } from '../platform/log.ts';
import { derivation } from '../practice/pathway.ts';
import { authorities } from '../record/members.ts';
import { askForMeasures, lastPublished, loadPublished } from '../record/published-figures.ts';
import { toldOfEverybody, type Asking } from '../record/returns.ts';
import type { WebParts } from '../web/parts.ts';
import { everyMinute } from './every-minute.ts';
import type { Opened } from './open.ts';

/** So many days are remembered: of a day that is over the figures never change. */
const most = 6;

/** What was counted of days that are over, by authority and day. */
export type MeasuredDays = Map<string, Promise<Measured>>;

/** Counts everybody as known at the end of a day; of a day that is not over, as known now. */
export const measuredFor = (asking: Asking, on: LocalDate): Promise<Measured> => {
  const knownAt = new Date(Math.min(endOfDay(on).getTime() - 1, Date.now())).toISOString();
  return measure(toldOfEverybody(asking, { derivation, steps: measureSteps, question: { measures: on }, knownAt }), on);
};

function remembered(days: MeasuredDays, authority: number, on: LocalDate, find: () => Promise<Measured>): Promise<Measured> {
  if (on >= dayInEngland(new Date())) return find();
  const key = `${authority} ${on}`;
  const found = days.get(key) ?? find();
  days.delete(key);
  days.set(key, found);
  found.catch(() => days.delete(key));
  for (const [oldest] of days) if (days.size > most) days.delete(oldest);
  return found;
}

/** Measures and demand as the pages ask for them: counted once for a day, and asked of the database each time who asks. */
export const measuresOf = (database: Database, days: MeasuredDays): WebParts['measures'] => ({
  found: async (session, on) => {
    await askForMeasures(database, session, { measures: on });
    return remembered(days, session.authority, on, () => measuredFor({ database, session }, on));
  },
  published: (session, kind) => lastPublished(database, session, kind),
  load: (session, file) => loadPublished(database, session, file),
});

/** While pages are served: counts the day that is over, so that who asks in the morning does not wait. */
export function keepMeasured(
  { app, owner }: Pick<Opened, 'app' | 'owner'>,
  days: MeasuredDays,
  log: Log,
): { readonly stop: () => Promise<void> } {
  let found: LocalDate | undefined;
  const find = async (): Promise<void> => {
    const day = addDays(dayInEngland(new Date()), -1);
    if (day === found) return;
    for (const { authority } of await authorities(app))
      await remembered(days, authority, day, () => measuredFor({ owner, authority }, day));
    found = day;
  };
  return everyMinute(find, (error) => log.fault('not-counted', 'The measures could not be counted; trying again in a minute.', error));
}
