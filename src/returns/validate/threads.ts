import { Worker } from 'node:worker_threads';
import { unpack, type Before } from '../rule/packed.ts';
import type { PackedPiece } from './census-thread.ts';
import { examineChildren, openCensus, type Examined, type WhichCensus } from './examine-census.ts';

/** A piece that is being examined: what was found, once it is known what stands before it. */
export type Examining = (before: Before) => Examined | undefined | Promise<Examined | undefined>;
export type Examiners = {
  /** So many pieces are worth having in hand. */
  readonly ahead: number;
  readonly examine: (bytes: Uint8Array) => Examining;
  readonly end: () => Promise<void>;
};

/** Without threads: each piece when it is its turn. */
export function examineHere(which: WhichCensus): Examiners {
  const opened = openCensus(which);
  return { ahead: 1, examine: (bytes) => (before) => examineChildren(bytes, before, opened), end: () => Promise.resolve() };
}

/** Pieces go to whichever thread has least in hand. */
export function examineInThreads(which: WhichCensus, count: number): Examiners {
  const threads = Array.from({ length: count }, () => new Thread(which));
  return {
    ahead: count * 3,
    examine(bytes) {
      const thread = threads.reduce((least, each) => (each.inHand < least.inHand ? each : least));
      const answer = thread.ask(bytes);
      return async (before) => {
        const piece = await answer;
        return piece && { part: unpack(piece.packed, before), after: sum(before, piece.after) };
      };
    },
    end: async () => {
      await Promise.all(threads.map((thread) => thread.end()));
    },
  };
}

function sum(before: Before, { rows, lines }: Before): Before {
  const all: Record<string, number> = { ...before.rows };
  for (const [table, number] of Object.entries(rows)) all[table] = (all[table] ?? 0) + number;
  return { rows: all, lines: before.lines + lines };
}

type Waiting = { readonly done: (answer: PackedPiece | undefined) => void; readonly fail: (error: unknown) => void };

/** A piece needs a few megabytes: left to itself, a thread would take what there is. */
const resourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 16 };
/** Where a rule failed is said as a place in its source. */
const execArgv = ['--enable-source-maps'];

/** A thread answers in the order in which it is asked. */
class Thread {
  private readonly worker: Worker;
  private readonly waiting: Waiting[] = [];

  constructor(which: WhichCensus) {
    this.worker = new Worker(new URL('./census-thread.ts', import.meta.url), { workerData: which, resourceLimits, execArgv });
    this.worker.on('message', (answer: PackedPiece | undefined) => this.waiting.shift()?.done(answer));
    this.worker.on('error', (error) => this.failAll(error));
    this.worker.on('exit', () => this.failAll(new Error('A thread that checks a return has ended before its work.')));
  }

  get inHand(): number {
    return this.waiting.length;
  }

  ask(bytes: Uint8Array): Promise<PackedPiece | undefined> {
    const answer = new Promise<PackedPiece | undefined>((done, fail) => this.waiting.push({ done, fail }));
    answer.catch(() => {});
    const own = new Uint8Array(bytes);
    this.worker.postMessage(own, [own.buffer]);
    return answer;
  }

  private failAll(error: unknown): void {
    for (const { fail } of this.waiting.splice(0)) fail(error);
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }
}
