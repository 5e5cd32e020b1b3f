import { readConfiguration, type Configuration } from '../platform/configuration.ts';
import { endInOrder, endOnSignals, isEnding } from '../platform/ending.ts';
import { faultInWords } from '../platform/fault.ts';
import { Obstacle, UsageAsked } from '../platform/obstacle.ts';
import { refusalIn } from '../record/call.ts';

/** What a program does when a command is given. @returns the status to end with; undefined: it serves until it is told to end */
export type Obey = (configuration: Configuration, name: string, parameters: readonly string[]) => Promise<number | undefined>;

/**
 * A program from its words and settings to its end.
 * @param whenRefused the status to end with when something stands in its way
 */
export async function runProgram(obey: Obey, whenRefused = 1): Promise<void> {
  endOnSignals();
  const status = await run(obey).catch((error: unknown) => explain(error, whenRefused));
  if (status === undefined) return;
  await endInOrder();
  process.exit(status);
}

async function run(obey: Obey): Promise<number | undefined> {
  const reading = readConfiguration(process.argv.slice(2), process.env);
  if (reading.kind === 'refused') throw new Obstacle(reading.reasons.join('\n'));
  return obey(reading.configuration, reading.command, reading.parameters);
}

/** An obstacle is said in its own words. Anything else is a fault of ours, unless the database was being stopped under it. */
function explain(error: unknown, whenRefused: number): number {
  if (error instanceof UsageAsked) {
    console.log(error.message);
    return 0;
  }
  const message = error instanceof Obstacle ? error.message : refusalIn(error);
  if (message !== undefined) console.error(message);
  else if (!isEnding()) console.error(faultInWords(error));
  return whenRefused;
}
