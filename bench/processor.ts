import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Since when Linux counts a process's time in hundredths of a second. */
const ticks = 100;

function fieldsOf(pid: string): readonly string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

const sum = (fields: readonly string[], ...places: readonly number[]): number =>
  places.reduce((total, place) => total + Number(fields[place] ?? 0), 0);

/** The processor time, in seconds, of a PostgreSQL server and all its parts, those that have ended too; NaN where the system does not say. */
export function serverTime(data: string): number {
  const first = readFileSync(join(data, 'data', 'postmaster.pid'), 'utf8').split('\n')[0] ?? '';
  const own = fieldsOf(first);
  if (own.length === 0) return Number.NaN;
  const parts = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(fieldsOf)
    .filter((fields) => fields[1] === first);
  return (sum(own, 11, 12, 13, 14) + parts.reduce((total, fields) => total + sum(fields, 11, 12), 0)) / ticks;
}

/** The processor time of one process so far, in seconds. */
export const processTime = (pid: number): number => sum(fieldsOf(String(pid)), 11, 12) / ticks;

/** The processor time, in seconds, of all processes that this one has started and that have ended, with those that they started. */
export const timeOfEnded = (): number => sum(fieldsOf('self'), 13, 14) / ticks;
