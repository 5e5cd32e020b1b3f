import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Outcome, Question } from './replications.ts';

/** What the process says of itself. */
export type Told =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'done'; readonly outcome: Outcome }
  | { readonly kind: 'failed'; readonly why: string };

export type Running = {
  /** Replications made so far, of all scenarios together. */
  readonly done: () => number;
  readonly of: number;
  /** Undefined: it was cancelled. */
  readonly outcome: Promise<Outcome | undefined>;
  readonly cancel: () => void;
};

/** Linux (util-linux) begins a program that all others go before; elsewhere the process lowers its own priority. */
const idle = '/usr/bin/chrt';
const begunIdle = existsSync(idle) ? { execPath: idle, execArgv: ['--idle', '0', process.execPath] } : { execArgv: [] };
const begunAsUsual = { execArgv: [] };

/**
 * Simulates in a process of its own: of the lowest priority, so that no page waits for it, unless `isIdle` is false. On a machine that is never idle, an idle one may wait for as
 * long as others work.
 */
export function simulate(question: Question, { isIdle = true }: { readonly isIdle?: boolean } = {}): Running {
  const program = fileURLToPath(new URL('./simulation-own-process.ts', import.meta.url));
  const own = fork(program, isIdle ? ['idle'] : [], { serialization: 'advanced', ...(isIdle ? begunIdle : begunAsUsual) });
  let done = 0;
  let isCancelled = false;
  const outcome = new Promise<Outcome | undefined>((resolve, reject) => {
    own.on('message', (told: Told) => {
      if (told.kind === 'progress') done = told.done;
      else if (told.kind === 'done') resolve(told.outcome);
      else reject(new Error(`The simulation stopped: ${told.why}`));
    });
    own.once('error', reject);
    own.once('exit', (status) =>
      isCancelled ? resolve(undefined) : reject(new Error(`The simulation’s process ended with ${status ?? 'a signal'}`)),
    );
  });
  own.send(question);
  return {
    done: () => done,
    of: question.models.length * question.replications,
    outcome,
    cancel: () => {
      isCancelled = true;
      own.kill();
    },
  };
}
