import { expect, test } from 'vitest';
import { givingWay, sharing } from './giving-way.ts';

/** In which this thread does nothing, as when another has the processor. */
const without = (ms: number): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

test('a thread that did not have the processor lets all rest; again and again, they rest longer, up to four tenths of a second', () => {
  const shared = sharing();
  const giveWay = givingWay(shared);
  const rests: number[] = [];
  for (let n = 0; n < 4; n += 1) {
    without(15);
    giveWay();
    rests.push(shared.rest[1] ?? 0);
  }
  expect(rests).toEqual([50, 100, 200, 400]);
  const another = givingWay(shared);
  Atomics.store(shared.rest, 0, Date.now() - shared.began + 40);
  const before = performance.now();
  another();
  expect(performance.now() - before).toBeGreaterThan(35);
});
