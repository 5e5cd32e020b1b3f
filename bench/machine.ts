import { execFile } from 'node:child_process';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { promisify } from 'node:util';
import { dayInEngland, formatDate } from '../src/kernel/calendar/dates.ts';
import { findPrograms, programIn } from '../src/platform/programs.ts';

const run = promisify(execFile);

/** Under what the figures were measured; the load of the minute before says what else was running. */
export async function machine(): Promise<string> {
  const { stdout } = await run(programIn(await findPrograms({}), 'postgres'), ['--version']);
  const [first] = cpus();
  return [
    `${cpus().length} × ${first?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB`,
    `${process.platform} ${release()}`,
    `Node ${process.versions.node}, ${stdout.trim().replace(' (PostgreSQL)', '').replace('postgres', 'PostgreSQL')} with fsync and synchronous commits`,
    `load before: ${loadavg()[0]?.toFixed(1) ?? '?'}`,
    formatDate(dayInEngland(new Date())),
  ].join('; ');
}
