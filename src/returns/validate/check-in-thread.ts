import { Worker } from 'node:worker_threads';
import type { HowToCheckSent, SentFile, Told } from './check-sent.ts';

/** What is handed to the thread: each file, its bytes, its end; and that findings were taken. */
export type Handed =
  | { readonly kind: 'file'; readonly name: string; readonly isLast: boolean }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'endOfFile' }
  | { readonly kind: 'end' }
  | { readonly kind: 'taken' };
export type Answered =
  | { readonly kind: 'more' }
  | { readonly kind: 'told'; readonly told: readonly Told[] }
  | { readonly kind: 'checked'; readonly part: number }
  | { readonly kind: 'done' };

/** So many bytes' messages may wait in the thread. */
const ahead = 16;
/** What a file needs to be checked, many times over, besides the rows that are packed; one that is made to need more ends its own thread, and nothing else. */
const resourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 16 };

/** Is told how much of the children is checked, of 1, where that is known before the end. */
export type WhenChecked = (part: number) => void;

/**
 * Checks files in a thread of their own as they are being sent, so that whoever else asks the server anything does not wait. Constant memory: who sends
 * waits for the thread, and the thread for who takes what it finds. When that one stops, or `given` is up, the thread ends at once.
 */
export async function* checkInThread(
  sent: AsyncIterable<SentFile>,
  asked: HowToCheckSent,
  signal: AbortSignal,
  whenChecked?: WhenChecked,
): AsyncGenerator<readonly Told[]> {
  const thread = new CheckThread(asked, whenChecked);
  const stop = () => thread.fail(signal.reason);
  signal.addEventListener('abort', stop);
  const handing = thread.hand(sent).catch((error: unknown) => thread.fail(error));
  try {
    for (let told = await thread.next(); told !== undefined; told = await thread.next()) yield told;
    await handing;
  } finally {
    signal.removeEventListener('abort', stop);
    await thread.end();
  }
}

class CheckThread {
  private readonly worker: Worker;
  private readonly told: (readonly Told[])[] = [];
  private inHand = 0;
  private hasEnded = false;
  private error: unknown;
  private readonly waiting = new Set<() => void>();

  private readonly whenChecked: WhenChecked | undefined;

  constructor(asked: HowToCheckSent, whenChecked: WhenChecked | undefined) {
    this.whenChecked = whenChecked;
    this.worker = new Worker(new URL('./check-thread.ts', import.meta.url), { workerData: asked, resourceLimits });
    this.worker.on('message', (answer: Answered) => this.answered(answer));
    this.worker.on('error', (error) => this.fail(error));
    this.worker.on('exit', () => this.fail(new Error('The thread that checks a return has ended before its work.')));
  }

  private answered(answer: Answered): void {
    if (answer.kind === 'more') this.inHand -= 1;
    else if (answer.kind === 'told') this.told.push(answer.told);
    else if (answer.kind === 'checked') this.whenChecked?.(answer.part);
    else this.hasEnded = true;
    this.wake();
  }

  fail(error: unknown): void {
    if (this.hasEnded) return;
    this.error ??= error ?? new Error('stopped');
    this.wake();
  }

  private wake(): void {
    for (const done of this.waiting) done();
    this.waiting.clear();
  }

  private async until(isSo: () => boolean): Promise<void> {
    while (!isSo()) {
      if (this.error !== undefined) throw this.error;
      await new Promise<void>((done) => this.waiting.add(done));
    }
  }

  async hand(sent: AsyncIterable<SentFile>): Promise<void> {
    for await (const { name, isLast, bytes } of sent) {
      this.post({ kind: 'file', name, isLast });
      for await (const some of bytes) {
        await this.until(() => this.inHand < ahead || this.hasEnded);
        if (this.hasEnded) continue;
        this.inHand += 1;
        this.post({ kind: 'bytes', bytes: new Uint8Array(some) });
      }
      this.post({ kind: 'endOfFile' });
    }
    this.post({ kind: 'end' });
  }

  private post(message: Handed): void {
    this.worker.postMessage(message, []);
  }

  /** @returns what was found next; undefined: that was all */
  async next(): Promise<readonly Told[] | undefined> {
    await this.until(() => this.told.length > 0 || this.hasEnded);
    const told = this.told.shift();
    if (told !== undefined) this.post({ kind: 'taken' });
    return told;
  }

  async end(): Promise<void> {
    this.hasEnded = true;
    this.wake();
    await this.worker.terminate();
  }
}
