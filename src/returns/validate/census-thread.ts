import { parentPort, workerData } from 'node:worker_threads';
import { openCensus, packedPiece, type WhichCensus } from './examine-census.ts';

const which: WhichCensus = workerData;
const opened = openCensus(which);

/* A thread of its own: pieces come as bytes, and go as what was found in them. */
parentPort?.on('message', (bytes: Uint8Array) => {
  const answer = packedPiece(bytes, opened);
  parentPort?.postMessage(answer, answer === undefined ? [] : [answer.packed.numbers.buffer]);
});
