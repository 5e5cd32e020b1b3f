import { dayInEngland } from '../kernel/calendar/dates.ts';
import { feedHeld, type NewFeed } from '../record/daily-feed.ts';
import { settledBy } from '../record/reading.ts';
import { registrationsOf } from '../record/returns.ts';
import { callsOf, whyLeftOut, type Change } from '../returns/daily-feed/calls.ts';
import { deltaOf } from '../returns/daily-feed/delta.ts';
import { heldAs, payloadOf } from '../returns/daily-feed/payload.ts';
import { datasetSteps } from '../returns/safeguarding-dataset/dataset.ts';
import type { Opened } from './open.ts';
import { toldWithRestrictions } from './told-with-restrictions.ts';

/** What has to be sent so that the Department knows what is known now: everybody of whom nothing is held or, for a full run, everybody. */
export async function preparedFeed({ owner }: Pick<Opened, 'owner'>, authority: number, isFull: boolean): Promise<Omit<NewFeed, 'run'>> {
  const asking = { owner, authority };
  const knownAt = await settledBy(owner, new Date().toISOString());
  const held = new Map([...(await feedHeld(owner, authority))].map(([person, payload]) => [person, heldAs(payload)]));
  const registrations = await registrationsOf(asking);
  const on = dayInEngland(new Date());
  const [changes, leftOut]: [Change[], NewFeed['leftOut'][number][]] = [[], []];
  const seen = new Set<string>();
  for await (const about of toldWithRestrictions(asking, { of: 'dailyFeed', steps: datasetSteps, on, knownAt })) {
    const { person } = about;
    const found = payloadOf(about, { on, person, registrations });
    const why = found && whyLeftOut(found);
    const now = why === undefined ? found : undefined;
    if (why !== undefined) leftOut.push({ person, why });
    seen.add(person);
    const before = held.get(person);
    changes.push({
      person,
      restricted: about.isRestricted,
      now,
      delta: isFull && now !== undefined ? { purges: [], sends: [now] } : deltaOf(before, now),
    });
  }
  // Of whom nothing is told any more: merged into another record. What purges them has no name in it.
  for (const [person, before] of held)
    if (!seen.has(person)) changes.push({ person, restricted: true, now: undefined, delta: deltaOf(before, undefined) });
  return { kind: isFull || held.size === 0 ? 'full' : 'changes', knownAt, leftOut, calls: callsOf(changes) };
}
