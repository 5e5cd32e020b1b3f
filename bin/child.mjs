// Starting another Node and staying with it: signals go down, its ending comes back, and neither outlives the other.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { identify, isAlive, parentOf } from './processes.mjs';

const leash = new URL('./leash.mjs', import.meta.url).href;
const numbers = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };

/** The npm that started us, if one did: killing it leaves us behind without a word. */
function npmAbove() {
  if (!process.env.npm_lifecycle_event) return undefined;
  for (let pid = process.ppid; pid > 1; pid = parentOf(pid)) {
    try {
      if (/npm/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, 2).join(' '))) return identify(pid);
    } catch {
      return undefined;
    }
  }
  return undefined;
}

/** @returns what ends the watch */
export function whenNpmHasGone(end) {
  const npm = npmAbove();
  const watch = npm && setInterval(() => isAlive(npm) || end(), 1000);
  watch?.unref();
  return () => clearInterval(watch);
}

function staysWith(child) {
  const forward = (signal) => child.kill(signal);
  for (const signal of Object.keys(numbers)) process.on(signal, forward);
  const unwatch = whenNpmHasGone(() => child.kill('SIGTERM'));
  return () => {
    unwatch();
    for (const signal of Object.keys(numbers)) process.off(signal, forward);
  };
}

/** @returns what a shell would call the exit status of `node arguments…` */
export function runNode(node, parameters, { onStart, ...options } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(node, ['--import', leash, ...parameters], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], ...options });
    const release = staysWith(child);
    child.once('spawn', () => onStart?.(child.pid));
    child.once('error', (error) => (release(), fail(error)));
    child.once('exit', (code, signal) => {
      release();
      done(code ?? 128 + (numbers[signal] ?? 9));
    });
  });
}
