/** In milliseconds: so much of the processor is taken by others in one replication before all threads rest; the rest, and the longest one while others go on working. */
const taken = 5;
const shortest = 50;
const longest = 400;

/** What the threads of one simulation share: when it began, and in milliseconds since then until when all of them rest, and how long they rest. */
export type Sharing = { readonly began: number; readonly rest: Int32Array<SharedArrayBuffer> };
export const sharing = (): Sharing => ({ began: Date.now(), rest: new Int32Array(new SharedArrayBuffer(12)) });
const [until, length, asleep] = [0, 1, 2];

/** What a thread reads of the time, in milliseconds, and how it rests. */
export type Clock = {
  /** That all threads share. */
  readonly now: () => number;
  /** That goes on at the same pace always, and the processor time of this thread. */
  readonly passed: () => number;
  readonly worked: () => number;
  readonly rest: (milliseconds: number) => void;
};

function threadClock({ rest }: Sharing): Clock {
  return {
    now: () => Date.now(),
    passed: () => performance.now(),
    worked: () => {
      const { user, system } = process.threadCpuUsage();
      return (user + system) / 1000;
    },
    rest: (milliseconds) => void Atomics.wait(rest, asleep, 0, milliseconds),
  };
}

/**
 * Called by each thread between two replications. A thread of idle priority that did not have the processor has lost it to somebody's page: then all of them rest, since two
 * processors may be halves of one, and what works on the one makes the other slow. As long as others go on working, they rest longer.
 */
export function givingWay(shared: Sharing, clock = threadClock(shared)): () => void {
  const { began, rest } = shared;
  let [passed, worked] = [clock.passed(), clock.worked()];
  return () => {
    const now = clock.now() - began;
    const lost = clock.passed() - passed - (clock.worked() - worked);
    if (lost > taken && Atomics.load(rest, until) <= now) {
      const isAgain = now - Atomics.load(rest, until) < 2 * shortest;
      Atomics.store(rest, length, isAgain ? Math.min(longest, Math.max(shortest, 2 * Atomics.load(rest, length))) : shortest);
      Atomics.store(rest, until, now + Atomics.load(rest, length));
    }
    const left = Atomics.load(rest, until) - now;
    if (left > 0) clock.rest(left);
    [passed, worked] = [clock.passed(), clock.worked()];
  };
}
