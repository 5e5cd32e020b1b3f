// One at a time, by process number: a lock whose holder was killed is taken over by the next.
import { appendFileSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { identify, isAlive } from './processes.mjs';

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

function claim(path) {
  const own = `${path}.${randomUUID()}`;
  writeFileSync(own, `${identify(process.pid)}\n`);
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Every process named in the lock: the holder, and those it started whose work must end before another begins. */
function holders(path) {
  try {
    return readFileSync(path, 'utf8').split('\n').filter(Boolean);
  } catch {
    return [];
  }
}

/** Moves a dead lock aside. If another process was quicker and this moved a live one, it is put back. */
function clear(path) {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
    if (holders(aside).some(isAlive)) linkSync(aside, path);
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/**
 * Runs `work` while no other process holds the lock at `path`.
 * `work` is given `alsoHeldBy(pid)`, for a process that it starts and that may outlive it.
 */
export async function withLock(path, work, onWait = () => {}) {
  for (let told = false; !claim(path); await pause(100)) {
    const holding = holders(path).filter(isAlive);
    if (holding.length === 0) clear(path);
    else if (!told) {
      told = true;
      onWait(holding[0].split(':')[0]);
    }
  }
  try {
    return await work((pid) => appendFileSync(path, `${identify(pid)}\n`));
  } finally {
    rmSync(path, { force: true });
  }
}
