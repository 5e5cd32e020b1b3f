import { parentPort, workerData } from 'node:worker_threads';
import type { Handed, Answered } from './check-in-thread.ts';
import { checkSent, type HowToCheckSent, type SentFile, type Told } from './check-sent.ts';

const together = 500;
/** So many batches may wait to be taken. */
const ahead = 4;

/* A thread that checks what is sent to one page: bytes come, findings go, and both wait for each other. */

class Post {
  private readonly come: Handed[] = [];
  private wake: (() => void) | undefined;
  private given = 0;

  constructor() {
    parentPort?.on('message', (message: Handed) => {
      if (message.kind === 'taken') this.given -= 1;
      else this.come.push(message);
      this.wake?.();
    });
  }

  private async until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await new Promise<void>((done) => (this.wake = done));
  }

  async next(): Promise<Handed> {
    await this.until(() => this.come.length > 0);
    const message = this.come.shift() ?? { kind: 'end' };
    if (message.kind === 'bytes') this.say({ kind: 'more' });
    return message;
  }

  say(answer: Answered): void {
    parentPort?.postMessage(answer, []);
  }

  async tell(told: readonly Told[]): Promise<void> {
    await this.until(() => this.given < ahead);
    this.given += 1;
    this.say({ kind: 'told', told });
  }
}

async function* filesFrom(post: Post): AsyncGenerator<SentFile> {
  for (let next = await post.next(); next.kind !== 'end'; next = await post.next())
    if (next.kind === 'file') yield { name: next.name, isLast: next.isLast, bytes: bytesFrom(post) };
}

async function* bytesFrom(post: Post): AsyncGenerator<Uint8Array> {
  for (let next = await post.next(); next.kind === 'bytes'; next = await post.next()) yield next.bytes;
}

async function check(asked: HowToCheckSent): Promise<void> {
  const post = new Post();
  let batch: Told[] = [];
  const whenChecked = (part: number): void => post.say({ kind: 'checked', part });
  for await (const told of checkSent(filesFrom(post), asked, whenChecked)) {
    batch.push(told);
    if (batch.length < together) continue;
    await post.tell(batch);
    batch = [];
  }
  if (batch.length > 0) await post.tell(batch);
  post.say({ kind: 'done' });
}

await check(workerData);
