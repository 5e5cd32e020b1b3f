import { setTimeout as wait } from 'node:timers/promises';
import { dayInEngland } from '../kernel/calendar/dates.ts';
import { beforeEnding } from '../platform/ending.ts';
import type { Log } from '../platform/log.ts';
import { derivation } from '../practice/pathway.ts';
import { authorities } from '../record/members.ts';
import {
  isDatasetOpen,
  keepDatasetStaff,
  keepSomeDataset,
  keptCaseloads,
  staffForReturns,
  type DatasetKeeping,
} from '../record/safeguarding-dataset.ts';
import { datasetSteps } from '../returns/safeguarding-dataset/dataset.ts';
import { caseloadDay } from '../returns/safeguarding-dataset/staff-rows.ts';
import { keptAs, keptOfChild, keptOfStaff } from '../returns/safeguarding-dataset/written.ts';
import type { WebParts } from '../web/parts.ts';
import { everyMinute } from './every-minute.ts';
import type { Opened } from './open.ts';

type Keeping = Pick<Opened, 'app' | 'owner'>;

/** Brings the tables of one authority up to date: of each child who is not as kept, then of those who work there. @returns how many children */
export async function keepDataset(
  { owner }: Pick<Opened, 'owner'>,
  authority: number,
  now: Date,
  isStopping = () => false,
): Promise<number> {
  const on = dayInEngland(now);
  const keeping: DatasetKeeping = {
    derivation,
    steps: datasetSteps,
    asked: keptAs(on),
    tablesOf: (about) => keptOfChild(about, on),
  };
  let children = 0;
  for (let kept = 1; kept > 0 && !isStopping();) {
    kept = await keepSomeDataset(owner, authority, keeping);
    children += kept;
  }
  const caseloads = await keptCaseloads(owner, authority, caseloadDay(on));
  await keepDatasetStaff(owner, authority, keptOfStaff(await staffForReturns({ owner, authority }), caseloads));
  return children;
}

/** Many save at once: they are looked at together. */
const together = 2_000;

/** While pages are served: the dataset of each authority that opened it follows the record within seconds. Nobody waits for it. */
export function keepDatasets(opened: Keeping, changes: WebParts['changes'], log: Log): { readonly stop: () => Promise<void> } {
  let isStopping = false;
  const stopping = new AbortController();
  const look = async (): Promise<void> => {
    for (const { authority } of await authorities(opened.app)) {
      if (!(await isDatasetOpen(opened.owner, authority))) continue;
      await wait(together, undefined, { signal: stopping.signal }).catch(() => {});
      if (!isStopping) await keepDataset(opened, authority, new Date(), () => isStopping);
    }
  };
  const kept = everyMinute(look, (error) =>
    log.fault('dataset-not-kept', 'The safeguarding dataset could not be brought up to date; trying again in a minute.', error),
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
