import { expect, test } from 'vitest';
import { givingWay, sharing } from './giving-way.ts';

/** A thread whose time goes on as it is told: with the processor, or without. */
function threadOf(shared = sharing()) {
  let [passed, worked] = [0, 0];
  const rests: number[] = [];
  const clock = {
    now: () => shared.began + passed,
    passed: () => passed,
    worked: () => worked,
    rest: (milliseconds: number) => {
      rests.push(milliseconds);
      passed += milliseconds;
    },
  };
  const giveWay = givingWay(shared, clock);
  return {
    rests,
    with: (milliseconds: number) => {
      [passed, worked] = [passed + milliseconds, worked + milliseconds];
      giveWay();
    },
    without: (milliseconds: number) => {
      passed += milliseconds;
      giveWay();
    },
  };
}

test('a thread that did not have the processor rests; again and again, it rests longer, up to four tenths of a second', () => {
  const thread = threadOf();
  for (let n = 0; n < 5; n += 1) thread.without(15);
  expect(thread.rests).toEqual([50, 100, 200, 400, 400]);
});

test('one that had it does not rest, and after a tenth of a second with it the first rest is short again', () => {
  const thread = threadOf();
  thread.with(40);
  expect(thread.rests).toEqual([]);
  thread.without(15);
  thread.without(15);
  for (let n = 0; n < 10; n += 1) thread.with(20);
  expect(thread.rests).toEqual([50, 100]);
  thread.without(15);
  expect(thread.rests).toEqual([50, 100, 50]);
});

test('the others rest as long as the one that lost the processor', () => {
  const shared = sharing();
  const [one, other] = [threadOf(shared), threadOf(shared)];
  one.without(15);
  other.with(25);
  expect([one.rests, other.rests]).toEqual([[50], [40]]);
});

test('a thread of this machine reads its clocks, and rests', () => {
  const shared = sharing();
  const giveWay = givingWay(shared);
  Atomics.store(shared.rest, 0, Date.now() - shared.began + 40);
  giveWay();
  expect(Date.now() - shared.began).toBeGreaterThanOrEqual(Atomics.load(shared.rest, 0) - 1);
});
