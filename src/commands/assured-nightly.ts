import { addDays, dayInEngland, type LocalDate } from '../kernel/calendar/dates.ts';
import { assuring } from '../governance/assurance/assuring.ts';
import { instantsOf } from '../governance/assurance/report.ts';
import type { Log } from '../platform/log.ts';
import { assuredFigures } from '../record/assurance.ts';
import { authorities } from '../record/members.ts';
import { operatorOf } from '../record/operator.ts';
import { everyMinute } from './every-minute.ts';
import type { Opened } from './open.ts';

/** While pages are served: finds the figures of the day that is over, and of the months before it, so that who asks for a report of it does not wait. */
export function keepAssured({ app, owner }: Pick<Opened, 'app' | 'owner'>, log: Log): { readonly stop: () => Promise<void> } {
  let found: LocalDate | undefined;
  const find = async (): Promise<void> => {
    const day = addDays(dayInEngland(new Date()), -1);
    if (day === found) return;
    const instants = instantsOf(day, new Date()).map(({ at }) => at);
    for (const { authority } of await authorities(app)) {
      const operator = await operatorOf(owner, authority);
      if (operator === undefined) continue;
      // One after the other: none of them holds what the others wait for.
      for (const instant of instants) await assuredFigures(app, { ...operator, scope: 'all' }, [instant], assuring);
    }
    found = day;
  };
  return everyMinute(find, (error) =>
    log.fault('not-assured', 'The figures of the assurance report could not be found; trying again in a minute.', error),
  );
}
