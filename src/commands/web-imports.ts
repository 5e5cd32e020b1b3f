import { importSets, setsOf, type Importer } from '../import/file-set.ts';
import { acceptSuggestions, isRepairable, repair, suggestionsFor, type Repaired } from '../import/repair.ts';
import { isWriting } from '../import/ssda903/written-date.ts';
import { receive } from '../import/intake/sent-file.ts';
import type { Database } from '../platform/database.ts';
import { finishBeforeEnding, isEnding } from '../platform/ending.ts';
import type { Log } from '../platform/log.ts';
import { refusalIn } from '../record/call.ts';
import type { Session } from '../record/contract.ts';
import { countProblems, importProblem, importProblems, type StoredProblem } from '../record/import-problems.ts';
import { importRun, importRuns, importsTaken, setImportAside, takenInWholeBy } from '../record/imports.ts';
import type { Begun, HowToTake, Repaired as ShownRepair, ShownProblem, WebParts } from '../web/parts.ts';
import { importerOn } from './importer.ts';
import { questionsOf } from './web-questions.ts';

/** The imports as the pages ask for them. */
export function importsOf(app: Database, log: Log): WebParts['imports'] {
  const importer = importerOn(app);
  const shown = (problem: StoredProblem): ShownProblem => ({ ...problem, isRepairable: isRepairable(problem) });
  return {
    list: (session, part) => importRuns(app, session, part),
    taken: (session) => importsTaken(app, session),
    get: (session, id) => importRun(app, session, id),
    wholeBy: (session, run) => takenInWholeBy(app, session, run),
    setAside: async (session, run, reason) =>
      (await setImportAside(app, session, run, reason)) ? { kind: 'done' } : { kind: 'refused', message: notSetAside },
    countProblems: (session, run) => countProblems(app, session, run),
    problems: async (session, run, part) => (await importProblems(app, session, run, part)).map(shown),
    problem: async (session, run, n) => {
      const problem = await importProblem(app, session, run, n);
      return problem === undefined ? undefined : shown(problem);
    },
    suggestions: (session, run) => suggestionsFor(importer, session, run),
    repair: async (session, run, n, value) => done(await finishBeforeEnding(repair(importer, session, run, { n, value }))),
    accept: async (session, run, field, writing) =>
      isWriting(writing)
        ? done(await finishBeforeEnding(acceptSuggestions(importer, session, run, { field, writing })))
        : { kind: 'refused', message: 'There are no such values' },
    ...questionsOf(importer),
    begin: (session, sent, asked) => begin(importer, log, session, { sent, ...asked }),
  };
}

/** Receives what is sent, and begins to take it: whoever sent it is answered as soon as the run of the first set can be looked up. */
async function begin(importer: Importer, log: Log, session: Session, { sent, year, dryRun }: Sent): Promise<Begun | undefined> {
  const { files, remove } = await receive(sent);
  if (files.length === 0) {
    await remove();
    return undefined;
  }
  const sets = await setsOf(files, year).catch(async (error: unknown) => {
    await remove();
    throw error;
  });
  return new Promise((resolve, fail) => {
    finishBeforeEnding(
      importSets(importer, sets, { session, dryRun, onBegun: (run) => resolve({ kind: 'begun', run }), isStopping: isEnding }),
    )
      .then(() => log.info('import-ended', 'An import came to its end.'))
      .catch((error: unknown) => {
        const message = refusalIn(error);
        if (message !== undefined) return resolve({ kind: 'refused', message });
        log.fault('import-failed', 'An import ended before its file did; loading the file again goes on from there.', error);
        return fail(error);
      })
      .finally(remove);
  });
}

const notSetAside = 'This import has not stopped, or somebody has set it aside meanwhile. Look at it again';

type Sent = HowToTake & { readonly sent: Parameters<WebParts['imports']['begin']>[1] };

const done = (repaired: Repaired): ShownRepair => (repaired.kind === 'refused' ? repaired : { kind: 'done', run: repaired.run });
