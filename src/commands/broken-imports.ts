import { removeLeftBehind } from '../import/intake/own-folder.ts';
import type { Log } from '../platform/log.ts';
import { endBrokenImports } from '../record/imports.ts';
import { authorities } from '../record/members.ts';
import { operatorOf } from '../record/operator.ts';
import { everyMinute } from './every-minute.ts';
import type { Opened } from './open.ts';

/**
 * While pages are served: an import whose program was killed, here or on another server, is shown as stopped: at once, and then within a minute.
 * One on which any living process works is left alone. The rows that such a program had set aside on this machine are removed.
 */
export function keepImportsHonest({ app, owner }: Pick<Opened, 'app' | 'owner'>, log: Log): { readonly stop: () => Promise<void> } {
  const look = async (): Promise<void> => {
    await removeLeftBehind();
    for (const { authority } of await authorities(app)) {
      const session = await operatorOf(owner, authority);
      const ended = session === undefined ? 0 : await endBrokenImports(app, session);
      if (ended > 0)
        log.warning('imports-broken-off', 'An import had ended with its program; it is shown as stopped.', { authority, ended });
    }
  };
  return everyMinute(look, (error) =>
    log.fault('imports-not-looked-at', 'Imports under way could not be looked at; trying again in a minute.', error),
  );
}
