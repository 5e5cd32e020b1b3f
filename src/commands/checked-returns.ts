import { setTimeout as wait } from 'node:timers/promises';
import { dayInEngland } from '../kernel/calendar/dates.ts';
import { beforeEnding } from '../platform/ending.ts';
import type { Log } from '../platform/log.ts';
import { derivation } from '../practice/pathway.ts';
import { authorities } from '../record/members.ts';
import { checkSomeReturns, type ReturnCheck } from '../record/returns.ts';
import { censusSteps } from '../returns/cin-census/build/census-return.ts';
import { checking, whichYear } from '../returns/cin-census/build/check-child.ts';
import { keptFindings, rulesVersion } from '../returns/cin-census/build/kept-findings.ts';
import type { WebParts } from '../web/parts.ts';
import { everyMinute } from './every-minute.ts';
import type { Opened } from './open.ts';

/** Twice as long nothing as was looked: the pages come first. */
const restFor = 2;
const together = 1_000;

/** What the rules of this year's returns find in each record as it stands today. */
function checkOf(now: Date): ReturnCheck {
  const today = dayInEngland(now);
  const which = whichYear(today);
  const check = checking(which, today);
  return {
    derivation,
    steps: censusSteps,
    asked: `cin ${which.year} ${today} ${rulesVersion}`,
    find: (history, before) => keptFindings(history, check, before, today),
  };
}

type Manner = { readonly rest?: (took: number) => Promise<void>; readonly isStopping?: () => boolean };

/** Looks at every record that has grown since it was looked at, or was looked at on another day. */
export async function lookAtReturns(
  { app, owner }: Pick<Opened, 'app' | 'owner'>,
  now: Date,
  { rest = () => Promise.resolve(), isStopping = () => false }: Manner = {},
): Promise<void> {
  const check = checkOf(now);
  for (const { authority } of await authorities(app))
    for (let looked = 1; looked > 0 && !isStopping();) {
      const begun = performance.now();
      looked = await checkSomeReturns(owner, authority, check);
      if (looked > 0) await rest(performance.now() - begun);
    }
}

/**
 * While pages are served: every record that grows is looked at by the rules of the return, a moment after it was saved and never before. Nobody waits
 * for it, and it stops nobody from recording anything.
 */
export function keepReturnsChecked(
  { app, owner }: Pick<Opened, 'app' | 'owner'>,
  changes: WebParts['changes'],
  log: Log,
): { readonly stop: () => Promise<void> } {
  let isStopping = false;
  const stopping = new AbortController();
  const rest = async (took: number): Promise<void> => void (await wait(isStopping ? 0 : took * restFor));
  // Many save at once: they are looked at together, a second later.
  const look = async (): Promise<void> => {
    await wait(together, undefined, { signal: stopping.signal }).catch(() => {});
    if (!isStopping) await lookAtReturns({ app, owner }, new Date(), { rest, isStopping: () => isStopping });
  };
  const kept = everyMinute(look, (error) =>
    log.fault('returns-not-checked', 'Records could not be looked at by the rules of the returns; trying again in a minute.', error),
  );
  const leave = changes.subscribe(() => kept.now());
  const hurry = async (): Promise<void> => {
    isStopping = true;
    stopping.abort();
    leave();
  };
  const takeBack = beforeEnding(hurry);
  return { stop: () => hurry().then(kept.stop).finally(takeBack) };
}
