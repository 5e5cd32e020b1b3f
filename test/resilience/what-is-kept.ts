import { openDatabase, type Database } from '../../src/platform/database.ts';
import type { EmbeddedServer } from '../../src/platform/embedded.ts';
import { derivation } from '../../src/practice/pathway.ts';
import { rebuild } from '../../src/record/rebuild.ts';
import { verify } from '../../src/record/verify.ts';
import { databaseName, importAuthority, visitsAuthority } from './cast.ts';

/** An entry as it was acknowledged. */
export type Acknowledged = {
  readonly entry: string;
  readonly shared: object;
  readonly about: readonly { readonly person: string; readonly answers: object }[];
};

/** A draft as it was acknowledged, again and again as it grew. */
export type AcknowledgedDraft = { readonly draft: string; readonly form: Readonly<Record<string, string>> };

/** Acknowledged words that are in no draft: what is there may be more than was acknowledged, and never less. */
export async function missingWords(owner: Database, acknowledged: readonly AcknowledgedDraft[]): Promise<readonly object[]> {
  const { rows } = await owner.pool.query<{ draft: string; note: string }>(
    "select entry as draft, form ->> 'f.note' as note from record.draft where authority = $1",
    [visitsAuthority],
  );
  const kept = new Map(rows.map(({ draft, note }) => [draft, note]));
  return acknowledged.filter(({ draft, form }) => kept.get(draft)?.startsWith(form['f.note'] ?? '') !== true);
}

/** How many rows of each kind an authority holds, and one hash over what they say. */
export type Kept = { readonly children: number; readonly entries: number; readonly clocks: number; readonly hash: string };

/** Acknowledged statements that are not there, or say something else. */
const missingQuery = `
  select a.entry, a.person from jsonb_to_recordset($2) a(entry uuid, person uuid, shared jsonb, answers jsonb)
  left join record.ledger l on l.authority = $1 and l.entry = a.entry and l.person = a.person
  left join record.content c on c.authority = $1 and c.entry = a.entry and c.person = a.person and c.shared = a.shared and c.answers = a.answers
  where l.entry is null or c.entry is null`;

export async function missing(owner: Database, acknowledged: readonly Acknowledged[]): Promise<readonly object[]> {
  const rows = acknowledged.flatMap(({ entry, shared, about }) => about.map(({ person, answers }) => ({ entry, person, shared, answers })));
  return (await owner.pool.query<object>(missingQuery, [visitsAuthority, JSON.stringify(rows)])).rows;
}

/** An entry of an import as it was acknowledged, and whom it is about. */
export type Imported = { readonly entry: string; readonly person: string };

/** Acknowledged entries of an import that are not on the child's chain, or have no words. */
const missingImportedQuery = `
  select a.entry, a.person from jsonb_to_recordset($2) a(entry uuid, person uuid)
  left join record.ledger l on l.authority = $1 and l.entry = a.entry and l.person = a.person
  left join record.content c on c.authority = $1 and c.entry = a.entry and c.person = a.person
  where l.entry is null or c.entry is null`;

export async function missingImported(owner: Database, authority: number, acknowledged: readonly Imported[]): Promise<readonly object[]> {
  return (await owner.pool.query<object>(missingImportedQuery, [authority, JSON.stringify(acknowledged)])).rows;
}

/** Ids differ from one authority to the next, and instants from one import to the next; all else must be the same. */
const keptQuery = `
  with child as (select person, value as child from record.identifier where authority = $1 and kind = 'LAchildID'),
  said as (select child, l.position, e.step, e.happened_on::text, l.corrects, c.shared::text || c.answers::text as words
    from record.ledger l join child using (person) join record.entry e using (authority, entry) join record.content c using (authority, person, entry)
    where l.authority = $1),
  running as (select child, rule, version, started_on, due_on, met_on, ended_on, ended_because, not_in_source
    from record.clock join child using (person) where authority = $1 and known_to = 'infinity'),
  standing as (select child, on_plan_since, open_since, name, state::text || words::text from record.standing join child using (person)
    where authority = $1 and known_to = 'infinity'),
  every as (select said::text as line from said union all select running::text from running union all select standing::text from standing)
  select (select count(*) from record.head where authority = $1 and position > 0) as children,
    (select count(*) from record.entry where authority = $1) as entries, (select count(*) from running) as clocks,
    (select md5(string_agg(regexp_replace(line, '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}', 'id', 'g'), E'\\n' order by line)) from every) as hash`;

export async function kept(owner: Database, authority: number): Promise<Kept> {
  const [row] = await owner.transaction(null, async (sql) => {
    // A database that is killed again and again never comes to its statistics: without them these joins are quadratic.
    await sql.query('set local enable_nestloop = off');
    return (await sql.query<Kept>(keptQuery, [authority])).rows;
  });
  if (row === undefined) throw new Error('The count gave no row');
  return row;
}

/** What verify and rebuild find to complain of, in both authorities of a round. */
export async function complaints(owner: Database, round: number): Promise<readonly string[]> {
  const found: string[] = [];
  for (const authority of [visitsAuthority, importAuthority(round)]) {
    const { broken, brokenRoot } = await verify(owner, authority);
    if (broken !== undefined) found.push(`authority ${authority}: the link of ${broken.person} at ${broken.position} is broken`);
    if (brokenRoot !== undefined) found.push(`authority ${authority}: the root of ${brokenRoot.day} is broken`);
    const { differences } = await rebuild(owner, authority, derivation);
    for (const { person, kind } of differences) found.push(`authority ${authority}: ${kind} of ${person} differs`);
  }
  return found;
}

/** Imports that are shown as running although every program that began one has ended. */
export async function stillRunning(owner: Database, authority: number): Promise<readonly string[]> {
  const { rows } = await owner.pool.query("select from record.import_run where authority = $1 and state = 'running'", [authority]);
  return rows.map(() => `authority ${authority}: an import is shown as running, and none is`);
}

export async function asOwner<T>(server: EmbeddedServer, ask: (owner: Database) => Promise<T>): Promise<T> {
  const owner = openDatabase(server.ownerUrlOf(databaseName), { max: 2 });
  try {
    return await ask(owner);
  } finally {
    await owner.end();
  }
}
