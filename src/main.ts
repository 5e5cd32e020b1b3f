import { authority, team } from './commands/authority.ts';
import { checkExamples } from './commands/check-examples.ts';
import { emergencyCopy } from './commands/emergency-copy.ts';
import { backUp, restoreFile } from './commands/backup.ts';
import { importFiles } from './commands/import.ts';
import { member } from './commands/member.ts';
import { open, type Opened } from './commands/open.ts';
import { rebuildAll } from './commands/rebuild.ts';
import { keepErasures, printRetention } from './commands/retention.ts';
import { printRoots } from './commands/roots.ts';
import { start } from './commands/start.ts';
import { validate } from './commands/validate.ts';
import { verifyAll } from './commands/verify.ts';
import { readWords } from './commands/words.ts';
import { readConfiguration, type Configuration } from './platform/configuration.ts';
import { endInOrder, endOnSignals, isEnding } from './platform/ending.ts';
import { faultInWords } from './platform/fault.ts';
import { Obstacle } from './platform/obstacle.ts';
import { refusalIn } from './record/call.ts';

const usage = `Commands:
  start [--port N] [--host ADDRESS] [--scale N]
  import FOLDER|FILE… [--year 2026] [--dry-run]
  verify [--roots FILE] · rebuild [--write] · roots [--since DAY] [--out FILE]
  emergency-copy --out FILE --for NAME [--days N] [--team NAME…] [--passphrase-file FILE]
  retention [--by DAY] · erasures --out FILE | --apply FILE
  backup FILE · restore FILE (each with --key-file FILE or --passphrase-file FILE)
  check-examples FILE.json [--year 2025-26]
  validate FILE|FOLDER… [--last FILE|FOLDER] [--year 2025-26] [--format text|json|csv]
  authority add|list · team add|list · member add|password|leave|list`;

type Command = (opened: Opened, parameters: readonly string[], from: string) => Promise<boolean>;

/** What is done once and then ended; each says whether all is well. */
const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['import', (opened, parameters, from) => importFiles(opened, from, parameters)],
  ['verify', verifyAll],
  ['rebuild', rebuildAll],
  ['roots', printRoots],
  ['retention', printRetention],
  ['erasures', keepErasures],
  ['backup', backUp],
  ['emergency-copy', emergencyCopy],
  ['authority', authority],
  ['team', team],
  ['member', member],
]);

/** @returns the status to end with; undefined: it serves until it is told to end */
async function obey(configuration: Configuration, name: string, parameters: readonly string[]): Promise<number | undefined> {
  if (name === 'start') {
    readWords(parameters, { usage });
    return start(configuration);
  }
  if (name === 'check-examples') return (await checkExamples(configuration.from, parameters)) ? 0 : 1;
  if (name === 'validate') return validate(configuration.from, parameters);
  if (name === 'restore') return (await restoreFile(configuration, parameters)) ? 0 : 1;
  const command = commands.get(name);
  if (command === undefined) throw new Obstacle(`There is no command "${name}". ${usage}`);
  return (await command(await open(configuration), parameters, configuration.from)) ? 0 : 1;
}

/** An obstacle is said in its own words. Anything else is a fault of ours, unless the database was being stopped under it. */
function explain(error: unknown): number {
  const message = error instanceof Obstacle ? error.message : refusalIn(error);
  if (message !== undefined) console.error(message);
  else if (!isEnding()) console.error(faultInWords(error));
  return 1;
}

async function run(): Promise<number | undefined> {
  const reading = readConfiguration(process.argv.slice(2), process.env);
  if (reading.kind === 'refused') throw new Obstacle(reading.reasons.join('\n'));
  return obey(reading.configuration, reading.command, reading.parameters);
}

endOnSignals();
const status = await run().catch(explain);
if (status !== undefined) {
  await endInOrder();
  process.exit(status);
}
