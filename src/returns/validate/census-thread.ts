import { parentPort, workerData } from 'node:worker_threads';
import { pack, type Packed } from '../rule/packed.ts';
import type { Before } from '../rule/packed.ts';
import { examineChildren, openCensus, type WhichCensus } from './examine-census.ts';

/** What a thread answers: rows and lines are counted from the beginning of the piece. */
export type PackedPiece = { readonly packed: Packed; readonly after: Before };

const nothingBefore: Before = { rows: {}, lines: 0 };
const which: WhichCensus = workerData;
const opened = openCensus(which);

/* A thread of its own: pieces come as bytes, and go as what was found in them. */
parentPort?.on('message', (bytes: Uint8Array) => {
  const examined = examineChildren(bytes, nothingBefore, opened);
  const answer: PackedPiece | undefined = examined && { packed: pack(examined.part), after: examined.after };
  parentPort?.postMessage(answer, answer === undefined ? [] : [answer.packed.numbers.buffer]);
});
