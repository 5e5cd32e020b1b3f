// Who is alive, told apart from a later process that was given the same number.
import { readFileSync } from 'node:fs';

/** @returns the fields of a Linux process after its name; undefined elsewhere, or when it has gone */
function fieldsOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** @returns "pid:start", where start is empty on machines that cannot say when a process began */
export const identify = (pid) => `${pid}:${fieldsOf(pid)?.[19] ?? ''}`;

export const parentOf = (pid) => Number(fieldsOf(pid)?.[1] ?? 0);

export function isAlive(identity) {
  const [pid, start] = String(identity).trim().split(':');
  if (!/^[1-9]\d*$/.test(pid ?? '')) return false;
  const fields = fieldsOf(pid);
  if (fields) return fields[0] !== 'Z' && (!start || fields[19] === start);
  try {
    process.kill(Number(pid), 0);
    return process.platform !== 'linux' || !start;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
