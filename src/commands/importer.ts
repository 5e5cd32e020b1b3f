import type { Importer } from '../import/file-set.ts';
import type { Database } from '../platform/database.ts';
import { derivation, steps, wordingOf } from '../practice/pathway.ts';
import { createRecord } from '../record/record.ts';

/** What takes files into this database, from the command line and from the page. */
export const importerOn = (app: Database): Importer => ({
  database: app,
  record: createRecord({ database: app, derivation }),
  steps,
  wordingOf,
});
