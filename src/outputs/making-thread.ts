import { parentPort, workerData } from 'node:worker_threads';
import type { OutputDocument } from './document.ts';
import type { Said } from './make-file.ts';
import { makeHere, type Format } from './make-here.ts';

/** Begun by `makeFile` (make-file.ts), for one file. */
const asked: { readonly document: OutputDocument; readonly format: Format } = workerData;
const { bytes, ...made } = await makeHere(asked.document, asked.format);
const sent = new Uint8Array(bytes);
const said: Said = { made, bytes: sent };
parentPort?.postMessage(said, [sent.buffer]);
