import { setTimeout as wait } from 'node:timers/promises';
import { beforeEnding } from '../platform/ending.ts';
import type { Log } from '../platform/log.ts';
import type { Derivation } from '../record/contract.ts';
import { isDerivedBy, rederive } from '../record/derivation-runs.ts';
import { authorities } from '../record/members.ts';
import type { Opened } from './open.ts';

/** Few at once, and then three times as long nothing: the pages come first. */
const batch = 10;
const restFor = 3;

/**
 * While pages are served: where what is stored was derived by other rules than this version's, it is derived again, a child at a time. Until that is
 * done, boards say so. What is stopped or fails goes on at the next start. @returns stop, and when it is over
 */
export function keepRulesInForce(
  { app, owner }: Pick<Opened, 'app' | 'owner'>,
  derivation: Derivation,
  log: Log,
): { readonly stop: () => Promise<void>; readonly over: Promise<void> } {
  let isStopping = false;
  const pause = async (took: number): Promise<void> => void (await wait(isStopping ? 0 : took * restFor));
  const work = async (): Promise<void> => {
    for (const { authority } of await authorities(app)) {
      if (isStopping || (await isDerivedBy(owner, authority, derivation))) continue;
      log.warning('other-rules', 'Limits and lists were derived by other rules than those of this version. They are being derived again.', {
        authority,
      });
      const { children, differences, written, isFinished } = await rederive(owner, authority, derivation, {
        batch,
        pause,
        isStopping: () => isStopping,
      });
      const said = { authority, children, differences, written };
      if (isFinished) log.info('rules-in-force', 'Everything is derived by the rules of this version.', said);
      else if (!isStopping) log.warning('rules-not-in-force', 'Something is still stored otherwise than it is derived. Run verify.', said);
    }
  };
  const over = work().catch((error: unknown) =>
    log.fault(
      'rules-not-in-force',
      'Limits and lists could not be derived again. It is tried at the next start; or run rebuild --write.',
      error,
    ),
  );
  const stop = async (): Promise<void> => {
    isStopping = true;
    await over;
  };
  const takeBack = beforeEnding(stop);
  return { stop: () => stop().finally(takeBack), over };
}
