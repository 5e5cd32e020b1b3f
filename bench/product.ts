import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { processTime } from './processor.ts';

const home = process.env['SIGHTLINE_HOME'] ?? process.cwd();

/** The product as an operator runs it: the launcher, and under it the program itself. */
export type Product = {
  /** Resolves with all that it printed, once it has ended well. */
  readonly ended: Promise<string>;
  /** Resolves with the first match in what it prints. */
  readonly until: (pattern: RegExp) => Promise<string>;
  /** The most memory that its largest process has held so far, in MB; NaN where the system does not say. */
  readonly peak: () => number;
  /** The processor time that its processes have taken so far, in seconds. */
  readonly time: () => number;
  readonly stop: () => Promise<void>;
};

const running = new Set<ChildProcess>();

/** When this run is interrupted, nothing that it started goes on. */
export function endAll(): void {
  for (const child of running) child.kill('SIGTERM');
}

function childrenOf(pid: number): readonly number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
}

/** PostgreSQL is not part of it: only what runs on Node. */
function nodesUnder(pid: number): readonly number[] {
  return [pid, ...childrenOf(pid).flatMap(nodesUnder)].filter((each) => /node(\.exe)?$/.test(said(each, 'cmdline').split('\0')[0] ?? ''));
}

/** What the kernel says of a process; nothing once it has gone. */
function said(pid: number, what: 'cmdline' | 'status'): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8');
  } catch {
    return '';
  }
}

const highWater = (pid: number): number => Number(/VmHWM:\s+(\d+) kB/.exec(said(pid, 'status'))?.[1] ?? Number.NaN) / 1024;

type Watch = Pick<Product, 'peak' | 'time'> & { readonly stop: () => void };

/** The kernel keeps each process's high-water mark and time itself: looking now and then misses only the last moment. */
function watchOver(child: ChildProcess): Watch {
  let peak = Number.NaN;
  const times = new Map<number, number>();
  const look = (): void => {
    for (const pid of nodesUnder(child.pid ?? 0)) {
      const found = highWater(pid);
      if (found > peak || Number.isNaN(peak)) peak = found;
      times.set(pid, processTime(pid));
    }
  };
  const watch = setInterval(look, 100);
  return { peak: () => peak, time: () => [...times.values()].reduce((sum, one) => sum + one, 0), stop: () => clearInterval(watch) };
}

type Words = { readonly said: () => string; readonly until: Product['until'] };

/** Everything that it prints, as it comes. */
function listen(child: ChildProcess, over: Promise<unknown>): Words {
  let said = '';
  const readers = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (bytes: Buffer) => {
      said += String(bytes);
      for (const read of readers) read();
    });
  const until = (pattern: RegExp): Promise<string> =>
    new Promise((done, fail) => {
      const read = (): void => {
        const found = pattern.exec(said)?.[1];
        if (found !== undefined) done(found);
      };
      readers.add(read);
      void over.then(() => fail(new Error(`Sightline ended before it said ${String(pattern)}:\n${said}`)));
      read();
    });
  return { said: () => said, until };
}

export function runProduct(data: string, ...parameters: readonly string[]): Product {
  const child = spawn(process.execPath, [join(home, 'bin', 'sightline.mjs'), ...parameters], {
    cwd: home,
    env: { ...process.env, SIGHTLINE_DATA: data, INIT_CWD: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const watch = watchOver(child);
  const over = new Promise<number | null>((done) => child.once('close', done)).finally(() => {
    running.delete(child);
    watch.stop();
  });
  const { said, until } = listen(child, over);
  return {
    ended: over.then((status) => {
      if (status === 0 || status === null || status > 128) return said();
      throw new Error(`sightline ${parameters.join(' ')} ended with ${status}:\n${said()}`);
    }),
    until,
    peak: watch.peak,
    time: watch.time,
    async stop() {
      child.kill('SIGTERM');
      await over;
    },
  };
}

/** @returns the address at which the product serves its pages, once it does */
export const served = (product: Product): Promise<string> => product.until(/Sightline is at (http:\S+)/);
