import { fork } from 'node:child_process';
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

/** Simulates in a process of its own, of low priority, so that no page waits for it. */
export function simulate(question: Question): Running {
  const process = fork(fileURLToPath(new URL('./simulation-own-process.ts', import.meta.url)), { serialization: 'advanced', execArgv: [] });
  let done = 0;
  let isCancelled = false;
  const outcome = new Promise<Outcome | undefined>((resolve, reject) => {
    process.on('message', (told: Told) => {
      if (told.kind === 'progress') done = told.done;
      else if (told.kind === 'done') resolve(told.outcome);
      else reject(new Error(`The simulation stopped: ${told.why}`));
    });
    process.once('error', reject);
    process.once('exit', (status) =>
      isCancelled ? resolve(undefined) : reject(new Error(`The simulation’s process ended with ${status ?? 'a signal'}`)),
    );
  });
  process.send(question);
  return {
    done: () => done,
    of: question.models.length * question.replications,
    outcome,
    cancel: () => {
      isCancelled = true;
      process.kill();
    },
  };
}
