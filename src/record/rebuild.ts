import { whatStands, type History, type Line } from '../kernel/step/history.ts';
import type { Client, Database } from '../platform/database.ts';
import { isFoundBy, soughtQuery, soughtRow, type SoughtAsStored } from './search/sought-row.ts';
import { boardRowsQuery, isSameOnBoards, type BoardRow } from './board-rows.ts';
import { changedClaims, claimedSince, claimsQuery, type StoredClaim } from './claims.ts';
import type { Derivation } from './contract.ts';
import { canonical, changedClocks, derive, lineOf, standingRow, type Changes } from './derive.ts';
import { historyFrom, joined, withMerged } from './merged.ts';
import { asClock, asLines, byPerson, chainsQuery, clocksQuery, type ClockRow, type LineRow } from './rows.ts';
import { asOwnerOf } from './verify.ts';

/** One thing that is stored otherwise than the chain and the rules of today give it; `mark`: who is marked as restricted, or as a team's or worker's, and is not, or the reverse. */
export type Difference = {
  readonly person: string;
  readonly kind: 'clock' | 'standing' | 'board' | 'search' | 'identifier' | 'mark';
  readonly change: object;
};

export type Rebuilt = {
  readonly rulesHash: string;
  readonly children: number;
  readonly differences: readonly Difference[];
  /** Of how many marks the boards counted together another number of children than their rows do. */
  readonly tally: number;
  /** Children whose differences were written; 0 unless asked. */
  readonly written: number;
};

export type RebuildOptions = {
  readonly write?: boolean;
  /** How many children are read at once. */
  readonly batch?: number;
  /** Waited for after each batch, with how long it took in milliseconds: lets the pages have their turn. */
  readonly pause?: (took: number) => Promise<void>;
  /** Asked before each batch: whether to end here, with what has been done so far. */
  readonly isStopping?: () => boolean;
  /** The record behind which to begin, in the order of records; null or absent: at the first. */
  readonly after?: string | null;
  /** Told after each batch: the last record of it, with everything before it as it should be. */
  readonly onReached?: (person: string) => Promise<unknown>;
};

/**
 * Derives every child's clocks, standing and identifiers again and compares them with what is stored. Writes only when asked: then one child in a
 * transaction, so that nobody who records waits for more than one. Whether all is well afterwards, a second comparison says.
 */
export async function rebuild(
  owner: Database,
  authority: number,
  derivation: Derivation,
  { write = false, batch = 500, pause = () => Promise.resolve(), isStopping = () => false, after = null, onReached }: RebuildOptions = {},
): Promise<Rebuilt> {
  const people = await asOwnerOf(owner, authority, (sql) =>
    sql.query<{ person: string }>(
      'select person from record.head where authority = $1 and position > 0 and ($2::uuid is null or person > $2) order by person',
      [authority, after],
    ),
  );
  const differences: Difference[] = [];
  let written = 0;
  for (let from = 0; from < people.rows.length && !isStopping(); from += batch) {
    const begun = performance.now();
    const some = people.rows.slice(from, from + batch).map((row) => row.person);
    const found = await asOwnerOf(owner, authority, (sql) => differencesOf(sql, authority, some, derivation), { isSnapshot: true });
    differences.push(...found);
    for (const person of write ? new Set(found.map((one) => one.person)) : [])
      if (await asOwnerOf(owner, authority, (sql) => rewrite(sql, authority, person, derivation))) written += 1;
    const last = some.at(-1);
    if (last !== undefined) await onReached?.(last);
    await pause(performance.now() - begun);
  }
  const tally = await asOwnerOf(owner, authority, (sql) => sql.query<{ wrong: number }>(write ? rightTally : wrongTally, [authority]));
  return { rulesHash: derivation.rulesHash, children: people.rows.length, differences, tally: tally.rows[0]?.wrong ?? 0, written };
}

const wrongTally = 'select count(*)::int as wrong from record.tally_wrong($1)';
const rightTally = 'select record.put_tally_right($1) as wrong';

type StandingAsStored = { readonly person: string; readonly row: Readonly<Record<string, unknown>>; readonly is_mismarked: boolean };

type Stored = {
  readonly lines: readonly LineRow[];
  /** The chains of what was merged into the record. */
  readonly merged: ReadonlyMap<string, readonly LineRow[]>;
  readonly clocks: readonly ClockRow[];
  readonly standing: StandingAsStored | undefined;
  readonly board: BoardRow | undefined;
  readonly sought: SoughtAsStored | undefined;
  readonly identifiers: readonly StoredClaim[];
  /** A file has clocks, and nothing else that is derived. */
  readonly isFile: boolean;
};

/** The columns by which lists find a child, beside the whole; and whether all that is kept of the child, also of the past, is marked as the rings and the allocation of now say. */
const standingsQuery = `
  select s.person, jsonb_strip_nulls(jsonb_build_object('person', s.person, 'team', s.team, 'worker', s.worker, 'onPlanSince', s.on_plan_since, 'openSince', s.open_since,
      'lookedAfterSince', s.looked_after_since, 'name', s.name)) || jsonb_build_object('state', s.state, 'words', s.words) as row,
    exists (select from record.standing o where o.authority = $1 and o.person = s.person
        and (o.restricted <> r.ringed or (o.team_now::text, o.worker_now::text) is distinct from (s.state ->> 'team', s.state ->> 'worker')))
      or exists (select from record.clock c where c.authority = $1 and c.person = s.person and c.restricted <> r.ringed) as is_mismarked
  from record.standing s
  cross join lateral (select exists (select from record.ring r where r.authority = $1 and r.person = s.person and r.lifted_at is null) as ringed) r
  where s.authority = $1 and s.person = any($2::uuid[]) and s.known_to = 'infinity'`;

const filesQuery = 'select person from record.file where authority = $1 and person = any($2::uuid[])';

async function stored(
  sql: Client,
  authority: number,
  people: readonly string[],
  derivation: Derivation,
): Promise<ReadonlyMap<string, Stored>> {
  const chainsOf = async (some: readonly string[]) => byPerson((await sql.query<LineRow>(chainsQuery, [authority, some, null])).rows);
  const lines = await withMerged(derivation, await chainsOf(people), asLines, chainsOf);
  const clocks = byPerson((await sql.query<ClockRow>(clocksQuery, [authority, people, null])).rows);
  const standings = byPerson((await sql.query<StandingAsStored>(standingsQuery, [authority, people])).rows);
  const boards = byPerson((await sql.query<BoardRow>(boardRowsQuery, [authority, people])).rows);
  const sought = byPerson((await sql.query<SoughtAsStored>(soughtQuery, [authority, people])).rows);
  const identifiers = byPerson((await sql.query<StoredClaim>(claimsQuery, [authority, people])).rows);
  const files = new Set((await sql.query<{ person: string }>(filesQuery, [authority, people])).rows.map(({ person }) => person));
  return new Map(
    people.map((person) => [
      person,
      {
        lines: lines.get(person) ?? [],
        merged: lines,
        clocks: clocks.get(person) ?? [],
        standing: standings.get(person)?.[0],
        board: boards.get(person)?.[0],
        sought: sought.get(person)?.[0],
        identifiers: identifiers.get(person) ?? [],
        isFile: files.has(person),
      },
    ]),
  );
}

const historiesOf =
  (derivation: Derivation, chains: ReadonlyMap<string, readonly LineRow[]>) =>
  (person: string): History =>
    historyFrom(derivation, (one) => asLines(chains.get(one) ?? []), person);

/** `writtenFor`: for what a standing is written anew; `board` and `search`: for what boards show, or by what the person is found, and for nothing else. */
type Compared = Changes & { readonly writtenFor: 'standing' | 'board' | 'search' };

function compare(person: string, known: Stored, derivation: Derivation): Compared {
  const lines = asLines(known.lines);
  const theirs = historiesOf(derivation, known.merged);
  const historyAt = (until: readonly Line[]): History => joined(derivation, whatStands(until), theirs);
  const derived = derive(derivation, historyAt(lines));
  const row = standingRow(derivation, person, derived.standing);
  const board = lineOf(derivation, derived, new Date());
  const isSame = canonical(known.standing?.row) === canonical(row);
  const isSameOnBoard = isSameOnBoards(known.board, derived.standing, board);
  const isFound = isFoundBy(known.sought, derived.knownBy);
  return {
    clocks: changedClocks(person, known.clocks.map(asClock), derived.clocks),
    standings:
      known.isFile || (isSame && isSameOnBoard && isFound)
        ? []
        : [{ ...row, board, ...(isFound ? {} : { sought: soughtRow(derived.knownBy) }) }],
    writtenFor: !isSame ? 'standing' : isSameOnBoard ? 'search' : 'board',
    identifiers: changedClaims(person, known.identifiers, derived.identifiers, (one) => claimedSince(derivation, lines, one, historyAt)),
  };
}

async function differencesOf(sql: Client, authority: number, people: readonly string[], derivation: Derivation) {
  const known = await stored(sql, authority, people, derivation);
  return [...known].flatMap(([person, one]) => differencesIn(person, compare(person, one, derivation), one.standing));
}

/** Compares once more with nobody writing to this child, and stores what differs. @returns whether it was stored, or nothing differs any more */
async function rewrite(sql: Client, authority: number, person: string, derivation: Derivation): Promise<boolean> {
  await sql.query('select from record.head where authority = $1 and person = $2 for update', [authority, person]);
  const known = (await stored(sql, authority, [person], derivation)).get(person);
  if (known === undefined) return false;
  const changes = compare(person, known, derivation);
  if (differencesIn(person, changes, known.standing).length === 0) return true;
  const { rows } = await sql.query<{ done: boolean }>('select record.rederive($1, $2, $3, $4, $5, $6) as done', [
    authority,
    person,
    known.lines.at(-1)?.position ?? 0,
    ...[changes.clocks, changes.standings, changes.identifiers].map((each) => JSON.stringify(each)),
  ]);
  return rows[0]?.done === true;
}

const differencesIn = (
  person: string,
  { clocks, standings, identifiers, writtenFor }: Compared,
  standing: StandingAsStored | undefined,
): readonly Difference[] => [
  ...clocks.map((change) => ({ person, kind: 'clock' as const, change })),
  ...standings.map((change) => ({ person, kind: writtenFor, change })),
  ...identifiers.map((change) => ({ person, kind: 'identifier' as const, change })),
  ...(standing?.is_mismarked === true ? [{ person, kind: 'mark' as const, change: { person } }] : []),
];
