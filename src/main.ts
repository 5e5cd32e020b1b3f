import { importFiles } from './commands/import.ts';
import { open, type Opened } from './commands/open.ts';
import { rebuildAll } from './commands/rebuild.ts';
import { Refusal } from './commands/refusal.ts';
import { printRoots } from './commands/roots.ts';
import { start } from './commands/start.ts';
import { verifyAll } from './commands/verify.ts';
import { readConfiguration, type Configuration } from './platform/configuration.ts';

const usage = 'Commands: start [--port N] [--scale N] · import FILE… [--dry-run] · verify · rebuild [--write] · roots';

type Command = (opened: Opened, parameters: readonly string[], from: string) => Promise<boolean>;

/** What is done once and then ended; each says whether all is well. */
const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['import', (opened, parameters, from) => importFiles(opened, from, parameters)],
  ['verify', verifyAll],
  ['rebuild', rebuildAll],
  ['roots', printRoots],
]);

async function obey(configuration: Configuration, name: string, parameters: readonly string[]): Promise<void> {
  if (name === 'start') return start(configuration);
  const command = commands.get(name);
  if (command === undefined) throw new Refusal(`There is no command "${name}". ${usage}`);
  const opened = await open(configuration);
  try {
    process.exitCode = (await command(opened, parameters, configuration.from)) ? 0 : 1;
  } finally {
    await opened.close();
  }
}

const reading = readConfiguration(process.argv.slice(2), process.env);
try {
  if (reading.kind === 'refused') throw new Refusal(reading.reasons.join('\n'));
  await obey(reading.configuration, reading.command, reading.parameters);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
