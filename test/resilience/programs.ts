import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readlinkSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { livePostmaster } from '../../src/platform/postmaster.ts';

/** A program under way, with every whole line that it has printed. */
export type Program = {
  readonly child: ChildProcess;
  readonly lines: readonly string[];
  /** Its last words on the error stream. */
  readonly troubles: () => string;
  /** The status it ended with; null when a signal ended it. */
  readonly ended: Promise<number | null>;
  readonly hasEnded: () => boolean;
};

export function run(name: string, ...parameters: readonly string[]): Program {
  const child = spawn(process.execPath, [join(import.meta.dirname, name), ...parameters], { stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  let rest = '';
  let troubles = '';
  let isOver = false;
  child.stdout.on('data', (bytes: Buffer) => {
    const parts = (rest + bytes.toString()).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
  });
  child.stderr.on('data', (bytes: Buffer) => {
    troubles = (troubles + bytes.toString()).slice(-2_000);
  });
  const ended = new Promise<number | null>((done) =>
    child.once('close', (status) => {
      isOver = true;
      done(status);
    }),
  );
  return { child, lines, troubles: () => troubles, ended, hasEnded: () => isOver };
}

/** The server of a data folder with all its parts: each works in that folder. The first is the one that started the others. */
export function serverProcesses(data: string): readonly number[] {
  const first = livePostmaster(data)?.pid;
  const inFolder = (name: string): boolean => {
    try {
      return readlinkSync(`/proc/${name}/cwd`) === realpathSync(data);
    } catch {
      return false;
    }
  };
  const parts = process.platform === 'linux' ? readdirSync('/proc').filter((name) => /^\d+$/.test(name) && inFolder(name)) : [];
  return [...(first === undefined ? [] : [first]), ...parts.map(Number).filter((pid) => pid !== first)];
}

/** SIGKILL: nothing is let end in order. One that has just ended by itself needs none. */
export function killAtOnce(pids: readonly (number | undefined)[]): void {
  for (const pid of pids) {
    try {
      if (pid !== undefined) process.kill(pid, 'SIGKILL');
    } catch {
      // It has gone already.
    }
  }
}
