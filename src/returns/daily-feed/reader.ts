import { feedSchema } from '../../vocabulary/daily-feed.ts';
import type { JsonSchema } from '../../vocabulary/json-schema.ts';
import type { DayTable } from '../of-a-day.ts';
import { isPart, type ChildPayload, type EpisodePayload, type Part } from './part.ts';
import { heldAs } from './payload.ts';
import { notTaken } from './schema.ts';

export type GivenCall = { readonly name: string; readonly bytes: Buffer };
/** What the Department holds after these calls, child by child; what of them it would not take. */
export type ReadCalls = { readonly held: readonly ChildPayload[]; readonly refused: readonly string[] };

const mostOfACall = 40;

/** Reads calls of the daily feed (a JSON list of children each) in the order of the numbers in their names, and applies what they purge. */
export function readCalls(files: readonly GivenCall[]): ReadCalls {
  const held = new Map<string, ChildPayload>();
  const refused: string[] = [];
  const inOrder = files.toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
  for (const { name, bytes } of inOrder) {
    const call = parsed(bytes);
    const children: readonly unknown[] = Array.isArray(call) ? call : [];
    const wrong = call === undefined ? [{ at: '', value: '', right: 'JSON in UTF-8' }] : notTaken(feedSchema, call);
    refused.push(
      ...wrong
        .slice(0, mostOfACall)
        .map(({ at, value, right }) => `${name}, ${placeIn(at, children)}: ${value === '' ? 'it' : `“${value}”`} must be ${right}`),
    );
    if (wrong.length > mostOfACall) refused.push(`${name}: and ${wrong.length - mostOfACall} more values that are not taken`);
    for (const child of children) if (isPart(child) && typeof child['la_child_id'] === 'string') apply(held, child['la_child_id'], child);
  }
  return { held: [...held.values()], refused };
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** `[3].child_details.sex` as people count: child 4, child_details.sex. */
function placeIn(at: string, children: readonly unknown[]): string {
  const [, n, rest = ''] = /^\[(\d+)\]\.?(.*)$/.exec(at) ?? [];
  if (n === undefined) return 'the file';
  const child = children[Number(n)];
  const id = isPart(child) && typeof child['la_child_id'] === 'string' ? ` (${child['la_child_id'].slice(0, 20)})` : '';
  return `child ${Number(n) + 1}${id}${rest === '' ? '' : `, ${rest}`}`;
}

const isPurge = (value: unknown): boolean => isPart(value) && value['purge'] === true;

function apply(held: Map<string, ChildPayload>, id: string, child: Part): void {
  if (isPurge(child)) held.delete(id);
  else held.set(id, heldAfter(held.get(id), child));
}

/** What is held of a child after one more payload: parts that are sent stand instead of those before, episode by episode; what is purged is gone. */
function heldAfter(before: ChildPayload | undefined, child: Part): ChildPayload {
  const sent = heldAs(child);
  const [details, health] = [
    kept(before?.child_details, sent.child_details),
    kept(before?.health_and_wellbeing, sent.health_and_wellbeing),
  ];
  const episodes = new Map((before?.social_care_episodes ?? []).map((one) => [one.social_care_episode_id, one]));
  for (const one of sent.social_care_episodes ?? [])
    if (isPurge(one)) episodes.delete(one.social_care_episode_id);
    else episodes.set(one.social_care_episode_id, withoutPurged(one));
  return {
    la_child_id: sent.la_child_id,
    mis_child_id: sent.mis_child_id,
    ...(details === undefined ? {} : { child_details: details }),
    ...(health === undefined ? {} : { health_and_wellbeing: health }),
    ...(episodes.size === 0 ? {} : { social_care_episodes: [...episodes.values()] }),
  };
}

const kept = (before: Part | undefined, sent: Part | undefined): Part | undefined =>
  sent === undefined ? before : isPurge(sent) ? undefined : sent;

function withoutPurged(episode: EpisodePayload): EpisodePayload {
  const parts = Object.entries(episode).flatMap(([name, value]): (readonly [string, unknown])[] => {
    if (isPurge(value)) return [];
    if (!Array.isArray(value)) return [[name, value]];
    const left = value.filter((one) => !isPurge(one));
    return left.length === 0 && value.length > 0 ? [] : [[name, left]];
  });
  return { ...Object.fromEntries(parts), social_care_episode_id: episode.social_care_episode_id };
}

type Columns = { readonly name: string; readonly heads: readonly string[]; readonly rowsOf: (child: ChildPayload) => readonly Part[] };

/** What an object has besides objects: `purge` says nothing of the child. */
const heads = ({ properties = {} }: JsonSchema = {}): readonly string[] =>
  Object.entries(properties).flatMap(([name, { type, items }]) =>
    name !== 'purge' && type !== 'object' && items?.type !== 'object' ? [name] : [],
  );

const child = feedSchema.items?.properties ?? {};
const episode = child['social_care_episodes']?.items?.properties ?? {};
const within: readonly (readonly [string, JsonSchema])[] = Object.entries(episode).flatMap(([name, schema]) => {
  const own = schema.type === 'object' ? schema : schema.items;
  return own?.type === 'object' ? [[name, own] as const] : [];
});

const partsOf = (value: unknown): readonly Part[] => (Array.isArray(value) ? value.filter(isPart) : isPart(value) ? [value] : []);

const tables: readonly Columns[] = [
  { name: 'children', heads: heads(child['child_details']), rowsOf: ({ child_details = {} }) => [child_details] },
  {
    name: 'sdq_assessments',
    heads: heads(child['health_and_wellbeing']?.properties?.['sdq_assessments']?.items),
    rowsOf: ({ health_and_wellbeing }) => partsOf(health_and_wellbeing?.['sdq_assessments']),
  },
  {
    name: 'social_care_episodes',
    heads: heads(child['social_care_episodes']?.items),
    rowsOf: ({ social_care_episodes = [] }) => social_care_episodes,
  },
  ...within.map(([name, own]) => ({
    name,
    heads: heads(own),
    rowsOf: ({ social_care_episodes = [] }: ChildPayload) => social_care_episodes.flatMap((one) => partsOf(one[name])),
  })),
];

const cellOf = (value: unknown): string | undefined =>
  value === undefined || value === null
    ? undefined
    : Array.isArray(value)
      ? value.map(String).toSorted().join(' ')
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value);

/** What is held of children as tables: one of the children, and one for each list that a child or an episode has. */
export const feedTables = (held: readonly ChildPayload[]): readonly DayTable[] =>
  tables.map(({ name, heads, rowsOf }) => ({
    name,
    heads: ['la_child_id', ...heads],
    rows: held.flatMap((one) => rowsOf(one).map((row) => [one.la_child_id, ...heads.map((head) => cellOf(row[head]))])),
  }));
