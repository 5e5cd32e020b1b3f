import { readFile } from 'node:fs/promises';
import type { Opened } from './commands/open.ts';
import { runProgram } from './commands/program.ts';
import { readWords } from './commands/words.ts';
import { readSchoolTerms, useSchoolTerms } from './kernel/calendar/school-terms.ts';
import type { Configuration } from './platform/configuration.ts';
import { Obstacle } from './platform/obstacle.ts';

const usage = `Commands:
  start [--port N] [--host ADDRESS] [--scale N]
  import FOLDER|FILE… [--year 2026] [--dry-run]
  staff-import FOLDER|FILE… [--on 2026-09-30] [--dry-run] [--out FILE.csv]
  reconcile FOLDER [--on DAY] [--out FILE.csv]
  verify [--roots FILE] · rebuild [--write] · roots [--since DAY] [--out FILE]
  assure --out FILE.pdf|FILE.docx [--on DAY]
  measures [--on DAY] [--out FILE.csv|FILE.xlsx]
  return cin|ssda903 --year 2025-26 --out FILE.xml|FOLDER [--known-at DAY]
  return safeguarding-dataset|cp-is|asglb|annex-a --out FOLDER [--on DAY] [--known-at DAY] [--changes-since DAY]
  dataset-reader open --password-file FILE | close
  daily-feed [--full] [--dry-run FOLDER] · feed-stand-in --settings FILE [--port N] [--out FOLDER] [--answer 429,503]
  emergency-copy --out FILE --for NAME [--days N] [--team NAME…] [--passphrase-file FILE]
  retention [--by DAY] · erasures --out FILE | --apply FILE
  backup FILE · restore FILE (each with --key-file FILE or --passphrase-file FILE)
  check-examples FILE.json [--year 2025-26]
  procedures --out FOLDER
  validate FILE|FOLDER… [--last FILE|FOLDER] [--year 2025-26] [--format text|json|csv]
  authority add|list · team add|list · member add|password|number|leave|list`;

type Command = (opened: Opened, parameters: readonly string[], from: string) => Promise<boolean>;

/** What is done once and then ended; each says whether all is well. Read when it is asked for: a start waits for none of them. */
const commands: ReadonlyMap<string, () => Promise<Command>> = new Map<string, () => Promise<Command>>([
  ['import', async () => (await import('./commands/import.ts')).importFiles],
  ['staff-import', async () => (await import('./commands/staff-import.ts')).importStaff],
  ['reconcile', async () => (await import('./commands/reconcile.ts')).reconcileExtract],
  ['verify', async () => (await import('./commands/verify.ts')).verifyAll],
  ['rebuild', async () => (await import('./commands/rebuild.ts')).rebuildAll],
  ['roots', async () => (await import('./commands/roots.ts')).printRoots],
  ['retention', async () => (await import('./commands/retention.ts')).printRetention],
  ['erasures', async () => (await import('./commands/retention.ts')).keepErasures],
  ['assure', async () => (await import('./commands/assure.ts')).assure],
  ['measures', async () => (await import('./commands/measures.ts')).measures],
  ['return', async () => (await import('./commands/return.ts')).buildReturn],
  ['daily-feed', async () => (await import('./commands/daily-feed.ts')).dailyFeed],
  ['dataset-reader', async () => (await import('./commands/dataset-reader.ts')).datasetReader],
  ['backup', async () => (await import('./commands/backup.ts')).backUp],
  ['emergency-copy', async () => (await import('./commands/emergency-copy.ts')).emergencyCopy],
  ['authority', async () => (await import('./commands/authority.ts')).authority],
  ['team', async () => (await import('./commands/authority.ts')).team],
  ['member', async () => (await import('./commands/member.ts')).member],
]);

type Alone = (configuration: Configuration, parameters: readonly string[]) => Promise<boolean | number>;

/** The same without a database, or before there is one. */
const withoutDatabase: ReadonlyMap<string, Alone> = new Map<string, Alone>([
  // Where a flag of the whole program comes before it: bin/launch.mjs begins it by itself else.
  ['validate', async ({ from, reference }, parameters) => (await import('./commands/validate.ts')).validate(from, parameters, reference)],
  ['check-examples', async ({ from }, parameters) => (await import('./commands/check-examples.ts')).checkExamples(from, parameters)],
  ['procedures', async ({ from }, parameters) => (await import('./commands/procedures.ts')).writeProcedures(from, parameters)],
  ['feed-stand-in', async ({ from }, parameters) => (await import('./commands/feed-stand-in.ts')).feedStandIn(from, parameters)],
  ['restore', async (configuration, parameters) => (await import('./commands/backup.ts')).restoreFile(configuration, parameters)],
]);

const statusOf = (done: boolean | number): number => (typeof done === 'number' ? done : done ? 0 : 1);

/** Before anything is derived: limits in school days and terms are counted by what the authority’s file says. */
async function takeSchoolTerms({ schoolTerms }: Configuration): Promise<void> {
  if (schoolTerms === undefined) return;
  const text = await readFile(schoolTerms, 'utf8').catch(() => {
    throw new Obstacle(`The term dates cannot be read: ${schoolTerms}. Name a file in SIGHTLINE_SCHOOL_TERMS, or leave it out.`);
  });
  const read = readSchoolTerms(text);
  if (read.kind === 'refused') throw new Obstacle(`The term dates in ${schoolTerms} cannot be used.\n${read.problems.join('\n')}`);
  useSchoolTerms(read.terms);
}

async function obey(configuration: Configuration, name: string, parameters: readonly string[]): Promise<number | undefined> {
  await takeSchoolTerms(configuration);
  if (name === 'start') {
    readWords(parameters, { usage });
    return (await import('./commands/start.ts')).start(configuration);
  }
  const alone = withoutDatabase.get(name);
  if (alone !== undefined) return statusOf(await alone(configuration, parameters));
  const read = commands.get(name);
  if (read === undefined) throw new Obstacle(`There is no command "${name}". ${usage}`);
  const [command, { open }] = [await read(), await import('./commands/open.ts')];
  return statusOf(await command(await open(configuration), parameters, configuration.from));
}

await runProgram(obey);
