import { dayInEngland, type LocalDate } from '../kernel/calendar/dates.ts';
import type { Log } from '../platform/log.ts';
import { authorities } from '../record/members.ts';
import { sealDaysBefore } from '../record/roots.ts';
import { everyMinute } from './every-minute.ts';
import type { Opened } from './open.ts';

/**
 * While pages are served: seals every day that is over, at once and then within a minute or two of each midnight in England.
 * What could not be sealed (the database is away, a long write is under way) is tried again a minute later.
 */
export function keepSealing(
  { app, owner }: Pick<Opened, 'app' | 'owner'>,
  log: Log,
  today: () => LocalDate = () => dayInEngland(new Date()),
): { readonly stop: () => Promise<void> } {
  let sealedUntil: LocalDate | undefined;
  const seal = async (): Promise<void> => {
    const day = today();
    if (day === sealedUntil) return;
    let days = 0;
    for (const { authority } of await authorities(app)) days += (await sealDaysBefore(owner, authority, day)).length;
    sealedUntil = day;
    if (days > 0) log.info('days-sealed', 'The days that are over are sealed.', { days });
  };
  return everyMinute(seal, (error) =>
    log.fault('not-sealed', 'The days that are over could not be sealed; trying again in a minute.', error),
  );
}
