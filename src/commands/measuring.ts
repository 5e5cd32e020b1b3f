import { beforeEnding } from '../platform/ending.ts';
import type { Log } from '../platform/log.ts';
import { authorities } from '../record/members.ts';
import { addSums, closeWeeks } from '../record/recording-sums.ts';
import type { RecordingMeter } from '../oversight/burden/recording-meter.ts';
import { everyMinute } from './every-minute.ts';
import type { Opened } from './open.ts';

/** So rarely that not even the database sees what one entry took: an hour of a service is many. */
const minutesBetween = 60;

/**
 * While pages are served: hands over what recording cost, once an hour and when the process ends, and closes the weeks that are over. What cannot be handed
 * over is lost with its hour: a measurement is worth no words of anybody's.
 */
export function keepMeasuring(
  { app, owner }: Pick<Opened, 'app' | 'owner'>,
  meter: RecordingMeter,
  log: Log,
): { readonly stop: () => Promise<void> } {
  let minute = 0;
  const handOver = async (): Promise<void> => {
    for (const [authority, sums] of meter.take()) await addSums(owner, authority, sums);
  };
  const work = async (): Promise<void> => {
    if (minute++ % minutesBetween !== 0) return;
    await handOver();
    for (const { authority } of await authorities(app)) await closeWeeks(owner, authority);
  };
  const failed = (error: unknown): void =>
    log.fault('not-measured', 'What recording costs could not be summed; trying again in an hour.', error);
  const keeping = everyMinute(work, failed);
  const takeBack = beforeEnding(() => handOver().catch(failed));
  return {
    stop: async () => {
      takeBack();
      await keeping.stop();
      await handOver();
    },
  };
}
