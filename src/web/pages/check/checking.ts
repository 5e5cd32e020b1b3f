import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { checkInThread } from '../../../returns/validate/check-in-thread.ts';
import type { HowToCheckSent, SentFile, Told } from '../../../returns/validate/check-sent.ts';
import { Refusal } from '../../session.ts';
import type { SentForm } from '../imports/multipart.ts';

/** Who sends nothing for so long, or takes nothing of what is found, has gone; nothing takes longer to be sent, on a slow line either, nor to be checked when it is. In milliseconds. */
const patience = { silent: 30_000, taking: 60_000, slow: 60_000, sending: 60 * 60_000, checking: 30 * 60_000 };
/** In bytes a second, after the first minute: a slow line has more, and whoever sends less keeps others out. */
const leastRate = 25_000;

/** @param milliseconds since sending began */
export const isTooSlow = (sent: number, milliseconds: number): boolean =>
  milliseconds > patience.slow && sent < (leastRate * milliseconds) / 1000;

/** A file may have so many bytes, and this year's files and last year's together. */
export const mostOfAFile = 500 * 1024 * 1024;
export const mostSent = 2 * mostOfAFile;
export const tooMuchSent =
  'A file of more than 500 MB, or more than 1,000 MB together, is not checked here: a year’s return of the largest authority has some ten megabytes. On a machine of your own files are checked whatever their size: sightline validate FILES --year 2025-26';

/** One check that is going on: over when all is told, or when who asked has gone. */
export class Checking {
  readonly names: string[] = [];
  /** How much of the children is checked, of 1, once all files are there. */
  part = 0;
  private readonly stop = new AbortController();
  private readonly told: AsyncGenerator<readonly Told[]>;
  private readonly waiting = new Set<() => void>();
  private readonly isAlone: () => boolean;
  private over: (() => void) | undefined;
  private silence: NodeJS.Timeout;
  private whole: NodeJS.Timeout;
  private sent = 0;
  private isLeft = false;
  private readonly begun = performance.now();

  constructor({ files }: SentForm, reply: FastifyReply, asked: HowToCheckSent) {
    this.silence = this.endOfSilence();
    this.whole = this.endAfter(patience.sending, tookTooLong);
    reply.raw.once('close', () => void this.end());
    this.isAlone = () => reply.raw.destroyed;
    this.told = checkInThread(this.files(files), asked, this.stop.signal, (part) => this.move(part));
  }

  /** Whoever had to wait before this may have gone meanwhile. */
  whenOver(work: () => void): void {
    this.over = work;
    if (this.isAlone()) void this.end();
  }

  private endAfter(patient: number, why: string): NodeJS.Timeout {
    return setTimeout(() => this.stop.abort(new Refusal(400, why)), patient);
  }

  private endOfSilence(): NodeJS.Timeout {
    return this.endAfter(patience.silent, 'Nothing more came. Send it again.');
  }

  private async *files(files: SentForm['files']): AsyncGenerator<SentFile> {
    for await (const { name, file, field } of files) {
      this.names.push(name);
      yield { name, isLast: field === 'last', bytes: this.heard(file) };
    }
    clearTimeout(this.silence);
    clearTimeout(this.whole);
    if (this.over !== undefined) this.whole = this.endAfter(patience.checking, tookTooLong);
  }

  private async *heard(file: Readable): AsyncGenerator<Uint8Array> {
    for await (const bytes of file) {
      clearTimeout(this.silence);
      if (this.over !== undefined) this.silence = this.endOfSilence();
      this.sent += bytes.length;
      if (this.sent > mostSent) this.stop.abort(new Refusal(400, tooMuchSent));
      if (isTooSlow(this.sent, performance.now() - this.begun)) this.stop.abort(new Refusal(400, tooSlow));
      yield bytes;
    }
  }

  private move(part: number): void {
    this.part = part;
    for (const done of this.waiting) done();
    this.waiting.clear();
  }

  /** Once more of the children is checked: what is over at once is not waited for so. */
  moved(): Promise<void> {
    return new Promise((done) => this.waiting.add(done));
  }

  /** Undefined: all is told, or nobody is there any more to be told. */
  private async next(): Promise<readonly Told[] | undefined> {
    try {
      const next = await this.told.next();
      return next.done === true ? undefined : next.value;
    } catch (error) {
      await this.end();
      if (this.isAlone()) return undefined;
      throw tooMuch(error);
    }
  }

  async *all(): AsyncGenerator<readonly Told[]> {
    for (let some = await this.next(); some !== undefined; some = await this.next()) {
      const untaken = setTimeout(() => this.leave(), patience.taking);
      try {
        yield some;
      } finally {
        clearTimeout(untaken);
      }
      if (this.isLeft) throw new Refusal(400, tookTooLong);
    }
    await this.end();
  }

  /** Nobody takes what is found: what was taken is not all, and must not look like it. */
  private leave(): void {
    this.isLeft = true;
    void this.end();
  }

  async end(): Promise<void> {
    clearTimeout(this.silence);
    clearTimeout(this.whole);
    this.over?.();
    this.over = undefined;
    this.stop.abort(new Error('nobody waits for it'));
    await this.told.return(undefined).catch(() => {});
  }
}

const tookTooLong = 'This took too long.';
const tooSlow = 'It comes too slowly: others wait for the place. On a machine of your own: sightline validate FILES --year 2025-26';

const inWords: Readonly<Record<string, string>> = {
  ERR_WORKER_OUT_OF_MEMORY: 'To check this takes more memory than any return does. Look whether it is one.',
  FST_REQ_FILE_TOO_LARGE: tooMuchSent,
};

function tooMuch(error: unknown): unknown {
  const words = error instanceof Error && 'code' in error ? inWords[String(error.code)] : undefined;
  return words === undefined ? error : new Refusal(400, words);
}
