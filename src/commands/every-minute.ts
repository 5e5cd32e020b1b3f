import { beforeEnding } from '../platform/ending.ts';

const minute = 60_000;

export type EveryMinute = {
  /** Does the work at once; asked while it is under way, once more after it. */
  readonly now: () => void;
  readonly stop: () => Promise<void>;
};

/** Work that is done at once and then every minute, never twice at a time, until the program ends. `failed`: told of a failure; a minute later it is tried again. */
export function everyMinute(work: () => Promise<void>, failed: (error: unknown) => void): EveryMinute {
  let underWay: Promise<void> | undefined;
  let isAskedAgain = false;
  const look = (): void => {
    underWay ??= work()
      .catch(failed)
      .finally(() => {
        underWay = undefined;
        if (isAskedAgain) now();
      });
  };
  const now = (): void => {
    isAskedAgain = underWay !== undefined;
    look();
  };
  look();
  const beat = setInterval(look, minute);
  beat.unref();
  const stop = async (): Promise<void> => {
    clearInterval(beat);
    isAskedAgain = false;
    await underWay;
  };
  const takeBack = beforeEnding(stop);
  return { now, stop: () => stop().finally(takeBack) };
}
