import { beforeEnding } from '../platform/ending.ts';

const minute = 60_000;

/** Work that is done at once and then every minute, never twice at a time, until the program ends. `failed`: told of a failure; a minute later it is tried again. */
export function everyMinute(work: () => Promise<void>, failed: (error: unknown) => void): { readonly stop: () => Promise<void> } {
  let underWay: Promise<void> | undefined;
  const look = (): void => {
    underWay ??= work()
      .catch(failed)
      .finally(() => (underWay = undefined));
  };
  look();
  const beat = setInterval(look, minute);
  beat.unref();
  const stop = async (): Promise<void> => {
    clearInterval(beat);
    await underWay;
  };
  const takeBack = beforeEnding(stop);
  return { stop: () => stop().finally(takeBack) };
}
