import { whatStands } from '../kernel/step/history.ts';
import type { Client, Database } from '../platform/database.ts';
import { changedClaims, claimedSince, claimsQuery, type StoredClaim } from './claims.ts';
import type { Derivation, Standing } from './contract.ts';
import { canonical, changedClocks, derive, standingRow, type Changes } from './derive.ts';
import { asClock, asLine, byPerson, chainsQuery, clocksQuery, type ClockRow, type LineRow } from './rows.ts';
import { asOwnerOf } from './verify.ts';

/** One thing that is stored otherwise than the chain and the rules of today give it. */
export type Difference = { readonly person: string; readonly kind: 'clock' | 'standing' | 'identifier'; readonly change: object };

export type Rebuilt = {
  readonly rulesHash: string;
  readonly children: number;
  readonly differences: readonly Difference[];
  /** Children whose differences were written; 0 unless asked. */
  readonly written: number;
};

const batch = 500;

/** Derives every child's clocks, standing and identifiers again and compares them with what is stored. Writes only when asked. */
export async function rebuild(
  owner: Database,
  authority: number,
  derivation: Derivation,
  { write = false }: { readonly write?: boolean } = {},
): Promise<Rebuilt> {
  const people = await asOwnerOf(owner, authority, (sql) =>
    sql.query<{ person: string }>('select person from record.head where authority = $1 and position > 0 order by person', [authority]),
  );
  const differences: Difference[] = [];
  let written = 0;
  for (let from = 0; from < people.rows.length; from += batch) {
    const some = people.rows.slice(from, from + batch).map((row) => row.person);
    const done = await asOwnerOf(owner, authority, (sql) => rebuildSome(sql, authority, some, derivation, write), { isSnapshot: !write });
    differences.push(...done.differences);
    written += done.written;
  }
  return { rulesHash: derivation.rulesHash, children: people.rows.length, differences, written };
}

type Stored = {
  readonly lines: readonly LineRow[];
  readonly clocks: readonly ClockRow[];
  readonly standing: Standing | undefined;
  readonly identifiers: readonly StoredClaim[];
};

async function stored(sql: Client, authority: number, people: readonly string[]): Promise<ReadonlyMap<string, Stored>> {
  const lines = byPerson((await sql.query<LineRow>(chainsQuery, [authority, people, null])).rows);
  const clocks = byPerson((await sql.query<ClockRow>(clocksQuery, [authority, people, null])).rows);
  const standings = byPerson(
    (
      await sql.query<{ person: string; state: Standing }>(
        "select person, state from record.standing where authority = $1 and person = any($2::uuid[]) and known_to = 'infinity'",
        [authority, people],
      )
    ).rows,
  );
  const identifiers = byPerson((await sql.query<StoredClaim>(claimsQuery, [authority, people])).rows);
  return new Map(
    people.map((person) => [
      person,
      {
        lines: lines.get(person) ?? [],
        clocks: clocks.get(person) ?? [],
        standing: standings.get(person)?.[0]?.state,
        identifiers: identifiers.get(person) ?? [],
      },
    ]),
  );
}

function compare(person: string, known: Stored, derivation: Derivation): Changes {
  const lines = known.lines.map(asLine);
  const derived = derive(derivation, whatStands(lines));
  return {
    clocks: changedClocks(person, known.clocks.map(asClock), derived.clocks),
    standings: canonical(known.standing) === canonical(derived.standing) ? [] : [standingRow(person, derived.standing)],
    identifiers: changedClaims(person, known.identifiers, derived.identifiers, (one) => claimedSince(derivation, lines, one)),
  };
}

async function rebuildSome(sql: Client, authority: number, people: readonly string[], derivation: Derivation, write: boolean) {
  const differences: Difference[] = [];
  let written = 0;
  for (const [person, known] of await stored(sql, authority, people)) {
    const changes = compare(person, known, derivation);
    const found = differencesIn(person, changes);
    differences.push(...found);
    if (!write || found.length === 0) continue;
    const { rows } = await sql.query<{ done: boolean }>('select record.rederive($1, $2, $3, $4, $5, $6) as done', [
      authority,
      person,
      known.lines.length,
      JSON.stringify(changes.clocks),
      JSON.stringify(changes.standings),
      JSON.stringify(changes.identifiers),
    ]);
    if (rows[0]?.done === true) written += 1;
  }
  return { differences, written };
}

const differencesIn = (person: string, { clocks, standings, identifiers }: Changes): readonly Difference[] => [
  ...clocks.map((change) => ({ person, kind: 'clock' as const, change })),
  ...standings.map((change) => ({ person, kind: 'standing' as const, change })),
  ...identifiers.map((change) => ({ person, kind: 'identifier' as const, change })),
];
