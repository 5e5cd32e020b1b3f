import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { unpack, type Before } from '../rule/packed.ts';
import { examineChildren, openCensus, packedPiece, type Examined, type PackedPiece, type WhichCensus } from './examine-census.ts';

/** A piece that is being examined: what was found, once it is known what stands before it. */
export type Examining = (before: Before) => Examined | undefined | Promise<Examined | undefined>;
export type Examiners = {
  /** So many pieces are worth having in hand. */
  readonly ahead: number;
  readonly examine: (bytes: Uint8Array) => Examining | Promise<Examining>;
  readonly end: () => Promise<void>;
};

/** Without threads: each piece when it is its turn. */
export function examineHere(which: WhichCensus): Examiners {
  const opened = openCensus(which);
  return { ahead: 1, examine: (bytes) => (before) => examineChildren(bytes, before, opened), end: () => Promise.resolve() };
}

/** So many pieces a thread may have in hand: while this one examines a piece itself, it hands none on. */
const mostInHand = 4;
/** Counted in calls: a rule is called once a child. What is found of a hundred thousand children is worth the better code; below it takes longer to make than it saves. */
const worthCompiling = '--invocation-count-for-turbofan=60000';

/** In so many threads, this one among them: pieces go to whichever other has least in hand, and are examined here when all have enough. */
export function examineInThreads(which: WhichCensus, count: number): Examiners {
  setFlagsFromString(worthCompiling);
  const threads = Array.from({ length: count - 1 }, () => new Thread(which));
  const opened = openCensus(which);
  const least = () => threads.reduce((found, each) => (each.inHand < found.inHand ? each : found));
  return {
    ahead: count * mostInHand,
    async examine(bytes) {
      // What they have answered meanwhile is heard first.
      if (least().inHand >= mostInHand) await setImmediate();
      const thread = least();
      const answer = thread.inHand < mostInHand ? thread.ask(bytes) : packedPiece(bytes, opened);
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
