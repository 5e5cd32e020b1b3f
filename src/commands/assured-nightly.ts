import { addDays, dayInEngland, type LocalDate } from '../kernel/calendar/dates.ts';
import { assuring } from '../governance/assurance/assuring.ts';
import { instantsOf, monthEndsSince } from '../governance/assurance/report.ts';
import type { Log } from '../platform/log.ts';
import { assuredFigures, recordedSince } from '../record/assurance.ts';
import { authorities } from '../record/members.ts';
import { operatorOf } from '../record/operator.ts';
import { everyMinute } from './every-minute.ts';
import type { Opened } from './open.ts';

/** While pages are served: finds the figures of the day that is over, and of the end of every month since anything is on record, so that who asks for a report of it does not wait, nor of any other past day for more than that day. */
export function keepAssured({ app, owner }: Pick<Opened, 'app' | 'owner'>, log: Log): { readonly stop: () => Promise<void> } {
  let found: LocalDate | undefined;
  const find = async (): Promise<void> => {
    const day = addDays(dayInEngland(new Date()), -1);
    if (day === found) return;
    const instants = instantsOf(day, new Date()).map(({ at }) => at);
    for (const { authority } of await authorities(app)) {
      const operator = await operatorOf(owner, authority);
      if (operator === undefined) continue;
      const session = { ...operator, scope: 'all' } as const;
      const since = await recordedSince(app, session);
      const months = since === undefined ? [] : monthEndsSince(since, day).toReversed();
      // One after the other: none of them holds what the others wait for. What was found on another night is found no more.
      for (const instant of new Set([...instants, ...months])) await assuredFigures(app, session, [instant], assuring);
    }
    found = day;
  };
  return everyMinute(find, (error) =>
    log.fault('not-assured', 'The figures of the assurance report could not be found; trying again in a minute.', error),
  );
}
