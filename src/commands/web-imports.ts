import { importSet, setsOf, type FileSet } from '../import/file-set.ts';
import { setAside } from '../import/intake/sent-file.ts';
import type { Database } from '../platform/database.ts';
import { finishBeforeEnding, isEnding } from '../platform/ending.ts';
import type { Log } from '../platform/log.ts';
import type { Session } from '../record/contract.ts';
import { importProblems, importRuns } from '../record/imports.ts';
import type { WebParts } from '../web/parts.ts';
import { importerOn } from './importer.ts';

/** The imports as the pages ask for them. */
export function importsOf(app: Database, log: Log): WebParts['imports'] {
  return {
    list: (session) => importRuns(app, session),
    get: async (session, id) => (await importRuns(app, session)).find((each) => each.run === id),
    problems: (session, run) => importProblems(app, session, run, { limit: 2_000 }),
    begin: async (session, sent, year) => {
      const { files, remove } = await setAside(sent);
      if (files.length === 0) {
        await remove();
        return undefined;
      }
      const sets = await setsOf(files, year);
      return new Promise((onBegun, fail) => {
        finishBeforeEnding(importAll(app, session, sets, onBegun))
          .then(() => log.info('import-ended', 'An import came to its end.'))
          .catch((error: unknown) => {
            log.fault('import-failed', 'An import ended before its file did; loading the file again goes on from there.', error);
            fail(error);
          })
          .finally(remove);
      });
    },
  };
}

/** One set after the other; the page is sent to the run of the first. */
async function importAll(app: Database, session: Session, sets: readonly FileSet[], onBegun: (run: string) => void): Promise<void> {
  for (const set of sets) if (!isEnding()) await importSet(importerOn(app), set, { session, onBegun, isStopping: isEnding });
}
