import { isPart, type ChildPayload, type EpisodePayload, type Part } from './part.ts';

/** What has to be sent so that the Department knows of a child what we know: what must be gone first, then what is new or other. */
export type Delta = { readonly purges: readonly ChildPayload[]; readonly sends: readonly ChildPayload[] };

const nothing: Delta = { purges: [], sends: [] };

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));

/** With keys in one order: the database gives them back in its own. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, ordered(one)]),
  );
}

const purgeOf = ({ la_child_id, mis_child_id }: ChildPayload): ChildPayload => ({ la_child_id, mis_child_id, purge: true });

/**
 * From what was accepted last to what holds now. A child who is of no concern any more is purged; one whose number changed, or of whom something is gone
 * that has no id and so cannot be purged by itself, is purged and sent whole; otherwise only what changed is sent, with the child's details, and what
 * has an id and is gone is purged by it. Pure.
 */
export function deltaOf(before: ChildPayload | undefined, now: ChildPayload | undefined): Delta {
  if (before === undefined) return now === undefined ? nothing : { purges: [], sends: [now] };
  if (now === undefined) return { purges: [purgeOf(before)], sends: [] };
  if (isSame(before, now)) return nothing;
  if (before.la_child_id !== now.la_child_id || lostWithoutId(before, now)) return { purges: [purgeOf(before)], sends: [now] };
  return { purges: [], sends: [changed(before, now)] };
}

const keysGone = (before: Part | undefined, now: Part | undefined, isScalar: (value: unknown) => boolean): boolean =>
  Object.entries(before ?? {}).some(([key, value]) => isScalar(value) && now?.[key] === undefined);

const isAny = (): boolean => true;

/** Gone: a detail, all questionnaires, or of an episode or of something in it a day or a code; adoption and leaving care have no id either. */
function lostWithoutId(before: ChildPayload, now: ChildPayload): boolean {
  if (keysGone(before.child_details, now.child_details, isAny)) return true;
  if (before.health_and_wellbeing !== undefined && now.health_and_wellbeing === undefined) return true;
  return (before.social_care_episodes ?? []).some((old) => {
    const one = episodeNamed(now, old.social_care_episode_id);
    return one !== undefined && (keysGone(old, one, (value) => !isListWithIds(value)) || lostWithin(old, one));
  });
}

const lostWithin = (before: EpisodePayload, now: EpisodePayload): boolean =>
  Object.entries(before).some(([list, items]) => {
    if (!isListWithIds(items)) return isPart(items) && keysGone(items, partOf(now[list]), isAny);
    return items.some((old) => {
      const one = itemsOf(now[list]).find((each) => idOf(each) === idOf(old));
      return one !== undefined && keysGone(old, one, isAny);
    });
  });

const partOf = (value: unknown): Part | undefined => (isPart(value) ? value : undefined);
const itemsOf = (value: unknown): readonly Part[] => (Array.isArray(value) ? value.filter(isPart) : []);
const isListWithIds = (value: unknown): value is readonly Part[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => isPart(one) && idKey(one) !== undefined);

const idKey = (item: Part): string | undefined => Object.keys(item).find((key) => key.endsWith('_id') && key !== 'worker_id');
const idOf = (item: Part): unknown => item[idKey(item) ?? ''];

const episodeNamed = ({ social_care_episodes: all = [] }: ChildPayload, id: string): EpisodePayload | undefined =>
  all.find((one) => one.social_care_episode_id === id);

function changed(before: ChildPayload, now: ChildPayload): ChildPayload {
  const { la_child_id, mis_child_id, child_details, health_and_wellbeing } = now;
  const episodes = [...changedEpisodes(before, now), ...goneEpisodes(before, now)];
  return {
    la_child_id,
    mis_child_id,
    ...(child_details === undefined ? {} : { child_details }),
    ...(health_and_wellbeing === undefined || isSame(before.health_and_wellbeing, health_and_wellbeing) ? {} : { health_and_wellbeing }),
    ...(episodes.length === 0 ? {} : { social_care_episodes: episodes }),
  };
}

const changedEpisodes = (before: ChildPayload, now: ChildPayload): readonly EpisodePayload[] =>
  (now.social_care_episodes ?? []).flatMap((one) => {
    const old = episodeNamed(before, one.social_care_episode_id);
    return old === undefined ? [one] : isSame(old, one) ? [] : [withPurges(old, one)];
  });

const goneEpisodes = (before: ChildPayload, now: ChildPayload): readonly EpisodePayload[] =>
  (before.social_care_episodes ?? []).flatMap(({ social_care_episode_id }) =>
    episodeNamed(now, social_care_episode_id) === undefined ? [{ social_care_episode_id, purge: true }] : [],
  );

/** An episode as it is, and what has an id and is gone from it. */
function withPurges(before: EpisodePayload, now: EpisodePayload): EpisodePayload {
  const lists = Object.entries(before).flatMap(([list, items]): [string, unknown][] => {
    if (!isListWithIds(items)) return [];
    const kept = itemsOf(now[list]);
    const gone = items.filter((old) => !kept.some((one) => idOf(one) === idOf(old)));
    return gone.length === 0 ? [] : [[list, [...kept, ...gone.map((old) => ({ [idKey(old) ?? '']: idOf(old), purge: true }))]]];
  });
  return { ...now, ...Object.fromEntries(lists) };
}
