type Work = () => Promise<void>;

const works: Work[] = [];
const statuses = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
const longest = 90_000;
let ending: Promise<void> | undefined;
let isAsked = false;

/** Adds what must be done before this process may end; the last added is done first. @returns takes it back */
export function beforeEnding(work: Work): () => void {
  works.push(work);
  return () => {
    const place = works.indexOf(work);
    if (place >= 0) works.splice(place, 1);
  };
}

/** Work under way that must come to an end of its own before what it stands on is closed. */
export function finishBeforeEnding<T>(work: Promise<T>): Promise<T> {
  const takeBack = beforeEnding(() =>
    work.then(
      () => {},
      () => {},
    ),
  );
  return work.finally(takeBack);
}

async function endAll(): Promise<void> {
  isAsked = true;
  for (let work = works.pop(); work !== undefined; work = works.pop())
    await work().catch((error: unknown) => console.error(error instanceof Error ? error.message : String(error)));
}

/** Does all of it, once, whoever asks: a command that has come to its end, and a signal at that same moment. */
export const endInOrder = (): Promise<void> => (ending ??= endAll());

/** From here on nothing new is begun, what goes step by step ends after this step, and a query that fails is no fault. */
export const isEnding = (): boolean => isAsked;

/**
 * Upon Ctrl-C or SIGTERM, at whatever point: ends in order, with the status that a shell expects.
 * A terminal and the launcher may both pass on the same Ctrl-C, so that a second one says nothing new.
 */
export function endOnSignals(): void {
  let isSignalled = false;
  for (const [signal, status] of Object.entries(statuses))
    process.on(signal, () => {
      if (isSignalled) return;
      isSignalled = true;
      setTimeout(() => process.exit(status), longest).unref();
      void endInOrder().finally(() => process.exit(status));
    });
}
