import type { Log } from '../platform/log.ts';
import { createVirusCheck } from '../platform/virus-check.ts';
import { authorities } from '../record/members.ts';
import { checkAgain } from '../record/unchecked-files.ts';
import { everyMinute } from './every-minute.ts';
import type { Opened } from './open.ts';

/** While pages are served: files that nothing could check when they came are checked within a minute of ClamAV being there. */
export function keepCheckingFiles(
  { app, owner }: Pick<Opened, 'app' | 'owner'>,
  virusCheck: string | undefined,
  log: Log,
): { readonly stop: () => Promise<void> } {
  const { begin } = createVirusCheck(virusCheck);
  const look = async (): Promise<void> => {
    for (const { authority } of await authorities(app)) {
      const { clean, found } = await checkAgain(owner, authority, begin);
      if (clean > 0) log.info('files-checked', 'Files that had not been checked for viruses were checked.', { authority, clean });
      if (found > 0)
        log.warning('virus-found', 'A virus was found in a file that had not been checked; it is withheld.', { authority, found });
    }
  };
  return everyMinute(look, (error) =>
    log.fault('files-not-checked', 'Files could not be checked for viruses; trying again in a minute.', error),
  );
}
