import { whatStands, type Line } from '../kernel/step/history.ts';
import type { Client, Database } from '../platform/database.ts';
import type { Derivation, Standing } from './contract.ts';
import { canonical, changedClocks, type StandingApart } from './derive.ts';
import { asClock, asLines, byPerson, chainsQuery, clockColumns, type ClockRow, type LineRow } from './rows.ts';
import { asOwnerOf } from './verify.ts';

/** What "as known at" would answer otherwise than the chain gives it: of whom, and from when on. */
export type PastDifference = { readonly person: string; readonly kind: 'clock' | 'standing'; readonly knownFrom: string };

export type Past = {
  /** Instants at which something became known about somebody. */
  readonly compared: number;
  /** Instants of other rules, which this version no longer has: what they derived stands, and cannot be compared. */
  readonly notCompared: number;
  readonly differences: readonly PastDifference[];
};

/** Since when everything that was stored was derived by these rules: from the first run under them after the last one under others. */
const sinceQuery = `
  select min(r.begun_at) as since from record.derivation_run r where r.authority = $1 and r.rules = $2
    and not exists (select from record.derivation_run o where o.authority = $1 and o.rules <> $2 and o.begun_at >= r.begun_at)`;

/** Every instant at which something was recorded about these people, or is said to have become known. `until`: the last line recorded by then. */
const instants = `(
  select i.person, i.then, (select max(l.position) from record.ledger l where l.authority = $1 and l.person = i.person and l.recorded_at <= i.then) as until from (
    select person, recorded_at as then from record.ledger where authority = $1 and person = any($2::uuid[])
    union select person, known_from from record.standing where authority = $1 and person = any($2::uuid[])
    union select person, known_from from record.clock where authority = $1 and person = any($2::uuid[])) i
  where i.then >= $3::timestamptz) i`;

const standingsQuery = `
  select i.person, i.then, i.until, s.state, s.words from ${instants}
  left join lateral (select s.state, s.words from record.standing s
    where s.authority = $1 and s.person = i.person and s.known_from <= i.then and s.known_to > i.then limit 1) s on true`;

const clocksThenQuery = `
  select i.then, c.* from ${instants}
  cross join lateral (select ${clockColumns} from record.clock c
    where c.authority = $1 and c.person = i.person and c.known_from <= i.then and c.known_to > i.then) c`;

type StandingThen = {
  readonly person: string;
  readonly then: string;
  readonly state: Standing | null;
  readonly words: StandingApart['words'] | null;
  readonly until: number | null;
};
type ClockThen = ClockRow & { readonly then: string };

const historyAt = (lines: readonly Line[], until: number | null) => whatStands(lines.filter(({ position }) => position <= (until ?? 0)));

/** Which of the two, clocks and standing, differ at one instant. */
function differAt(
  one: StandingThen,
  clocks: readonly ClockThen[],
  lines: readonly Line[],
  derivation: Derivation,
): readonly PastDifference[] {
  const history = historyAt(lines, one.until);
  const found = { person: one.person, knownFrom: one.then };
  const known = one.state && Object.assign({}, one.state, ...Object.values(one.words ?? {}));
  // Of what was destroyed nothing is derived, and nothing kept; and of a file nothing but limits.
  const isGone = one.state === null && (history.length === 0 || history.some(({ step }) => derivation.fileSteps?.has(step)));
  const isSameStanding = isGone || canonical(known) === canonical(derivation.standing(history));
  const changed = changedClocks(one.person, clocks.map(asClock), derivation.clocks(history));
  return [
    ...(isSameStanding ? [] : [{ ...found, kind: 'standing' as const }]),
    ...(changed.length === 0 ? [] : [{ ...found, kind: 'clock' as const }]),
  ];
}

async function compareSome(sql: Client, authority: number, people: readonly string[], since: string, derivation: Derivation) {
  const chains = byPerson((await sql.query<LineRow>(chainsQuery, [authority, people, null])).rows);
  const lines = new Map([...chains].map(([person, rows]) => [person, asLines(rows)]));
  const standings = (await sql.query<StandingThen>(standingsQuery, [authority, people, since])).rows;
  const known = (await sql.query<ClockThen>(clocksThenQuery, [authority, people, since])).rows;
  const clocks = Map.groupBy(known, ({ person, then }) => `${person} ${then}`);
  const differences = standings.flatMap((one) =>
    differAt(one, clocks.get(`${one.person} ${one.then}`) ?? [], lines.get(one.person) ?? [], derivation),
  );
  return { compared: standings.length, differences };
}

const olderQuery = `
  select count(distinct (person, recorded_at))::int as older from record.ledger where authority = $1 and ($2::timestamptz is null or recorded_at < $2)`;

const batch = 200;

/**
 * Compares what is kept of the past, from which "as known at" is answered, with what the chain gave at each instant under these rules. Reads only:
 * what was known is never put right, since somebody may have acted upon it.
 */
export async function comparePast(owner: Database, authority: number, derivation: Derivation): Promise<Past> {
  const asked = <T>(work: (sql: Client) => Promise<T>) => asOwnerOf(owner, authority, work, { isSnapshot: true });
  const [since, people, older] = await asked(async (sql) => {
    const from = (await sql.query<{ since: string | null }>(sinceQuery, [authority, derivation.rulesHash])).rows[0]?.since ?? null;
    const heads = await sql.query<{ person: string }>('select person from record.head where authority = $1 order by person', [authority]);
    const before = await sql.query<{ older: number }>(olderQuery, [authority, from]);
    return [from, heads.rows.map(({ person }) => person), before.rows[0]?.older ?? 0] as const;
  });
  let found: Past = { compared: 0, notCompared: older, differences: [] };
  for (let from = 0; since !== null && from < people.length; from += batch) {
    const some = await asked((sql) => compareSome(sql, authority, people.slice(from, from + batch), since, derivation));
    found = { ...found, compared: found.compared + some.compared, differences: [...found.differences, ...some.differences] };
  }
  return found;
}
