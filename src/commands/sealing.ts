import { dayInEngland, type LocalDate } from '../kernel/calendar/dates.ts';
import { beforeEnding } from '../platform/ending.ts';
import { authorities } from '../record/members.ts';
import { sealDaysBefore } from '../record/roots.ts';
import type { Opened } from './open.ts';

const lookEvery = 60_000;

/**
 * While pages are served: seals every day that is over, at once and then within a minute or two of each midnight in England.
 * What could not be sealed (the database is away, a long write is under way) is tried again a minute later.
 */
export function keepSealing(
  { app, owner }: Pick<Opened, 'app' | 'owner'>,
  onTrouble: (error: unknown) => void,
  today: () => LocalDate = () => dayInEngland(new Date()),
): { readonly stop: () => Promise<void> } {
  let sealedUntil: LocalDate | undefined;
  const seal = async (): Promise<void> => {
    const day = today();
    if (day === sealedUntil) return;
    for (const { authority } of await authorities(app)) await sealDaysBefore(owner, authority, day);
    sealedUntil = day;
  };
  let isSealing: Promise<void> | undefined;
  const look = (): void => {
    isSealing ??= seal()
      .catch(onTrouble)
      .finally(() => (isSealing = undefined));
  };
  look();
  const beat = setInterval(look, lookEvery);
  beat.unref();
  const stop = async (): Promise<void> => {
    clearInterval(beat);
    await isSealing;
  };
  const takeBack = beforeEnding(stop);
  return { stop: () => stop().finally(takeBack) };
}
