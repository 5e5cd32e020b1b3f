import { dayInEngland } from '../kernel/calendar/dates.ts';
import type { Asking } from '../record/returns.ts';
import { asglbOf } from '../returns/asglb/asglb.ts';
import { cpIsSteps } from '../returns/cp-is/extract.ts';
import { cpIsChanges, cpIsTables, flaggedOn } from '../returns/cp-is/tables.ts';
import { datasetSteps } from '../returns/safeguarding-dataset/dataset.ts';
import type { AskedDay, DayTable } from '../returns/of-a-day.ts';
import { toldWithRestrictions } from './told-with-restrictions.ts';

/** Plans and care by NHS number: all that stands on a day; or what has changed since an instant, of which the record knows what it told then. */
export async function cpIsFor(asking: Asking, { on, knownAt, since }: AskedDay): Promise<readonly DayTable[]> {
  const { authority } = 'owner' in asking ? asking : asking.session;
  const flagged = (day: AskedDay['on'], at: string | undefined) =>
    flaggedOn(day, toldWithRestrictions(asking, { of: 'cpIs', steps: cpIsSteps, on: day, knownAt: at }));
  const now = await flagged(on, knownAt);
  if (since === undefined) return cpIsTables(now, authority);
  return [cpIsChanges(await flagged(dayInEngland(new Date(since)), since), now, authority)];
}

/** Adoption and special guardianship since 1 April. */
export const asglbFor = async (asking: Asking, { on, knownAt }: AskedDay): Promise<readonly DayTable[]> => [
  await asglbOf(on, toldWithRestrictions(asking, { of: 'asglb', steps: datasetSteps, on, knownAt })),
];
