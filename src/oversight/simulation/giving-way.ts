/** In milliseconds: so much of the processor is taken by others in one replication before all threads rest; the rest, and the longest one while others go on working. */
const taken = 5;
const shortest = 50;
const longest = 400;

/** What the threads of one simulation share: when it began, and in milliseconds since then until when all of them rest, and how long they rest. */
export type Sharing = { readonly began: number; readonly rest: Int32Array<SharedArrayBuffer> };
export const sharing = (): Sharing => ({ began: Date.now(), rest: new Int32Array(new SharedArrayBuffer(12)) });
const [until, length, asleep] = [0, 1, 2];

/** The processor time of this thread, in milliseconds. */
function worked(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/**
 * Called by each thread between two replications. A thread of idle priority that did not have the processor has lost it to somebody's page: then all of them rest, since two
 * processors may be halves of one, and what works on the one makes the other slow. As long as others go on working, they rest longer.
 */
export function givingWay({ began, rest }: Sharing): () => void {
  let [wall, own] = [performance.now(), worked()];
  return () => {
    const now = Date.now() - began;
    const lost = performance.now() - wall - (worked() - own);
    if (lost > taken && Atomics.load(rest, until) <= now) {
      const isAgain = now - Atomics.load(rest, until) < 2 * shortest;
      Atomics.store(rest, length, isAgain ? Math.min(longest, Math.max(shortest, 2 * Atomics.load(rest, length))) : shortest);
      Atomics.store(rest, until, now + Atomics.load(rest, length));
    }
    const left = Atomics.load(rest, until) - now;
    if (left > 0) Atomics.wait(rest, asleep, 0, left);
    [wall, own] = [performance.now(), worked()];
  };
}
