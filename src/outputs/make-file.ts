import { Worker } from 'node:worker_threads';
import type { OutputDocument } from './document.ts';
import { makeHere, type Format, type MadeFile } from './make-here.ts';

export { formats, isFormat, kindOfFormat, type Format, type MadeFile } from './make-here.ts';

/** A letter is made sooner than a thread begins; longer than this, in letters, and whoever else waits for a page would notice. */
const mostHere = 20_000;

const isLong = ({ blocks }: OutputDocument): boolean => JSON.stringify(blocks).length > mostHere;

/** As a source file, which Node reads as it is: the thread has nothing of the program but what makes files. */
const thread = new URL('./making-thread.ts', import.meta.url);

/** What a thread says at its end. */
export type Said = { readonly made: Omit<MadeFile, 'bytes'>; readonly bytes: Uint8Array<ArrayBuffer> };

function makeApart(document: OutputDocument, format: Format): Promise<MadeFile> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(thread, { workerData: { document, format } });
    worker.once('message', ({ made, bytes }: Said) =>
      resolve({ ...made, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) }),
    );
    worker.once('error', reject);
    worker.once('exit', (status) => reject(new Error(`The thread that makes a file ended with ${status}`)));
  });
}

/** One at a time: the other processor is for whoever waits for a page. */
let before: Promise<unknown> = Promise.resolve();

/**
 * The file of a document: the same document and format give the same bytes, whenever and wherever it is made again. A long one is made in a thread of its own,
 * after those that were asked for before, so that no page waits for it.
 */
export function makeFile(document: OutputDocument, format: Format): Promise<MadeFile> {
  if (!isLong(document)) return makeHere(document, format);
  const made = before.then(() => makeApart(document, format));
  before = made.catch(() => undefined);
  return made;
}
