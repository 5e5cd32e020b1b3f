import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** Bytes of the heap that somebody still holds, when everything that nobody does has been collected. */
export function heldNow(): number {
  collect();
  return process.memoryUsage().heapUsed;
}
