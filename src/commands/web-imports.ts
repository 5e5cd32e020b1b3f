import { importFile, setAside } from '../import/cin-census/census-file.ts';
import type { Database } from '../platform/database.ts';
import { importProblems, importRuns } from '../record/imports.ts';
import type { WebParts } from '../web/parts.ts';
import { importerOn } from './importer.ts';

/** The imports as the pages ask for them. */
export function importsOf(app: Database): WebParts['imports'] {
  return {
    list: (session) => importRuns(app, session),
    get: async (session, id) => (await importRuns(app, session)).find((each) => each.run === id),
    problems: (session, run) => importProblems(app, session, run, { limit: 2_000 }),
    begin: async (session, sent, name) => {
      const { remove, ...file } = await setAside(sent, name);
      return new Promise((onBegun, fail) => {
        importFile(importerOn(app), file, { session, onBegun })
          .catch((error: unknown) => {
            console.error('An import ended before its file did; loading the file again goes on from there.');
            fail(error);
          })
          .finally(remove);
      });
    },
  };
}
