import { demonstrationAuthority } from '../demo/authority.ts';
import { openDatabase, type Client, type Database } from '../src/platform/database.ts';
import { withDatabase, type Place } from './place.ts';
import { prepared } from './start-up.ts';

/** Whole copies beside the demonstration itself: fifty times its teams and children on plans. */
const wholeCopies = 49;
const told = process.argv.find((each) => each.startsWith('--entries='))?.slice(10);
/** At least a million and all whole copies, unless the run is told otherwise: `--entries=100000` for a first look. */
export const entriesWanted = Number(told ?? 1_000_000);
const isWhole = told === undefined;
/** A data folder that the generator has loaded (`start --scale 50`), at rest: measured instead of copies. Visits are recorded in it. */
const loaded = process.argv.find((each) => each.startsWith('--loaded='))?.slice(9);
/** How figures name the size. */
export const largeSize =
  loaded !== undefined ? 'as loaded' : isWhole ? 'fifty times the size' : `${entriesWanted.toLocaleString('en-GB')} entries`;

/** In the copy of this number, the one whose ids have these four digits. */
const digitsOf = (copy: number): string => (0x9000 + copy).toString(16);
/** The id that something of the demonstration has in a copy. */
export const inCopy = (id: string, copy: number): string => `${id.slice(0, 14)}${digitsOf(copy)}${id.slice(18)}`;

/** What is copied, kept apart so that copies are made of it and not of copies; each row with whether it is of a family with a child on a plan. Files of no child are not. */
const keepOriginals = `
  create schema original;
  create table original.child as
    with recursive family(person) as (select person from record.standing where known_to = 'infinity' and on_plan_since is not null
      union select theirs.person from family join record.ledger mine using (person) join record.ledger theirs using (authority, entry))
    select person, person in (select person from family) as is_on_plan from record.standing where known_to = 'infinity';
  create table original.content as select c.*, p.is_on_plan from record.content c join original.child p using (person);
  create table original.ledger as select l.*, p.is_on_plan from record.ledger l join original.child p using (person);
  create table original.entry as select e.*, l.is_on_plan from record.entry e
    join (select entry, bool_or(is_on_plan) as is_on_plan from original.ledger group by entry) l using (entry);
  create table original.clock as select c.*, p.is_on_plan from record.clock c join original.child p using (person);
  create table original.standing as select s.*, p.is_on_plan from record.standing s join original.child p using (person);
  create table original.board as select b.*, p.is_on_plan from record.board b join original.child p using (person);
  create table original.identifier as select i.*, p.is_on_plan from record.identifier i join original.child p using (person);
  create table original.team as select * from access.team;
  create table original.member as select * from access.member;
  create table original.member_team as select * from access.member_team;
  analyze original.ledger, original.entry, original.content, original.clock, original.standing`;

const other = (id: string, digits = '$1'): string => `overlay(${id}::text placing ${digits} from 15 for 4)::uuid`;
/** Staff and teams of a copy; one that holds no plan belongs to the teams of an earlier copy. */
const staff = (id: string): string => other(id, '$2');
const words = (json: string): string => `regexp_replace(regexp_replace(regexp_replace(${json}::text,
  '("(?:worker|team)": "[0-9a-f]{8}-[0-9a-f]{4}-)8[0-9a-f]{3}', '\\1' || $2, 'g'),
  '("[0-9a-f]{8}-[0-9a-f]{4}-)8[0-9a-f]{3}(-a[0-9a-f]{3}-[0-9a-f]{12}")', '\\1' || $1 || '\\2', 'g'),
  '("(?:laChildId|upn)": ")', '\\1' || $1 || '-', 'g')::jsonb`;

/** How a column of a copy is made from the original's; any other is as it was. */
const columns: ReadonlyMap<string, (column: string) => string> = new Map([
  ...['person', 'entry', 'started_by', 'met_by', 'late_reason'].map((name) => [name, other] as const),
  ...['recorded_by', 'team', 'worker', 'team_now', 'worker_now'].map((name) => [name, staff] as const),
  ...['shared', 'answers', 'state', 'words'].map((name) => [name, words] as const),
  ['salt', () => 'gen_random_uuid()'],
  ['value', (value) => `$1 || '-' || ${value}`],
]);

/** One copy of a table, whatever columns it has by now. */
async function copyTable(sql: Client, name: string, values: readonly unknown[]): Promise<number> {
  const { rows } = await sql.query<{ column: string }>(
    "select attname as column from pg_attribute where attrelid = ('record.' || $1)::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum",
    [name],
  );
  const names = rows.map(({ column }) => column);
  const made = names.map((column) => columns.get(column)?.(column) ?? column);
  const copied = await sql.query(
    `insert into record.${name}(${names.join(', ')}) select ${made.join(', ')} from original.${name} where ($3 or not is_on_plan) and $1::text <> $2::text || 'x'`,
    [...values],
  );
  return copied.rowCount ?? 0;
}

/** Chains are computed anew, as an append computes them: `verify` holds over all copies. */
const chainStatements: readonly string[] = [
  `insert into record.ledger select authority, person, position, entry, corrects, tombstone, recorded_at, content_hash,
      record.chain('\\x00', record.line(authority, person, position, entry, step, wording, happened_on, recorded_at, recorded_by, stated_at, source, corrects, tombstone, content_hash))
        over (partition by person order by position)
    from (select l.authority, c.person, l.position, c.entry, l.corrects, l.tombstone, l.recorded_at, record.seal(c.salt, c.shared, c.answers, c.reason) as content_hash,
        e.step, e.wording, e.happened_on, ${staff('e.recorded_by')} as recorded_by, e.stated_at, e.source
      from original.ledger l join original.entry e using (authority, entry)
      cross join lateral (select * from record.content c where c.authority = l.authority and c.person = ${other('l.person')} and c.entry = ${other('l.entry')} limit 1) c
      where ($3 or not l.is_on_plan)) l`,
  `insert into record.head select authority, ${other('person')}, position, hash, recorded_at
    from (select distinct on (l.person) l.authority, l.person, l.position, g.hash, l.recorded_at
      from original.ledger l join record.ledger g on g.authority = l.authority and g.person = ${other('l.person')} and g.position = l.position
      where ($3 or not is_on_plan) and $2::text is not null order by l.person, l.position desc) tip`,
  `insert into record.access_log(authority, person, opened_at, actor, reason)
    select m.authority, ${other('person')}, now() - n * interval '9 days', ${staff('m.member')}, 'I work with this child or their family'
    from original.child, generate_series(1, 5) n, lateral (select authority, member from original.member offset n * 7 limit 1) m where ($3 or not is_on_plan)`,
];

/** The staff of a whole copy; written out, because the tables of staff have fewer columns to tell apart. */
const staffStatements: readonly string[] = [
  `insert into access.team select authority, ${other('team')}, name || ' ' || $1, area from original.team`,
  `insert into access.member(authority, member, name, email, team, roles, left_at)
    select authority, ${other('member')}, name, $1 || '.' || email, ${other('team')}, roles, left_at from original.member`,
  `insert into access.member_team select authority, ${other('member')}, ${other('team')} from original.member_team`,
  'select access.tell_staff(a.authority) from (select distinct authority from original.member) a where $1::text is not null',
];

async function copyOnce(sql: Client, copy: number): Promise<number> {
  const isWholeCopy = copy <= wholeCopies;
  const digits = digitsOf(copy);
  const values = [digits, isWholeCopy ? digits : digitsOf(1 + (copy % wholeCopies)), isWholeCopy];
  if (isWholeCopy) for (const statement of staffStatements) await sql.query(statement, [digits]);
  const entries = await copyTable(sql, 'entry', values);
  await copyTable(sql, 'content', values);
  for (const statement of chainStatements) await sql.query(statement, values);
  for (const name of ['clock', 'standing', 'board', 'identifier']) await copyTable(sql, name, values);
  return entries;
}

/** Two at once: as many as this machine has processors. */
async function copyUntil(owner: Database, held: number): Promise<{ readonly entries: number; readonly copies: number }> {
  let entries = held;
  let next = 1;
  const lane = async (): Promise<void> => {
    while (entries < entriesWanted || (isWhole && next <= wholeCopies)) {
      const copy = next;
      next += 1;
      entries += await owner.transaction(null, async (sql) => {
        await sql.query(`set local app.authority = '${demonstrationAuthority.authority}'`);
        return copyOnce(sql, copy);
      });
    }
  };
  await Promise.all([lane(), lane()]);
  return { entries, copies: next - 1 };
}

/** Copies of rows are not stated: what is counted of them is counted anew. */
const tallyAnew = `
  delete from record.board_tally;
  insert into record.board_tally(authority, mark, n) select authority, mark, count(*) from record.board group by authority, mark`;

/** A data folder at rest, and the number of a whole copy in its middle; none of what was not copied. */
export type Large = { readonly folder: string; readonly middle?: number };

const made = new Map<string, Promise<Large>>();

/** A million entries: the demonstration and copies of it, made once for all parts of a run; or what was loaded. */
export function prepareLarge(place: Place): Promise<Large> {
  if (loaded !== undefined) return Promise.resolve({ folder: loaded });
  const known = made.get(place.folder);
  if (known !== undefined) return known;
  const making = makeLarge(place);
  made.set(place.folder, making);
  return making;
}

async function makeLarge(place: Place): Promise<Large> {
  const folder = await place.copy((await prepared(place)).folder, 'large');
  let middle = 0;
  await withDatabase(folder, async ({ ownerUrl }) => {
    const owner = openDatabase(ownerUrl, { max: 2 });
    try {
      await owner.pool.query(keepOriginals);
      await owner.pool.query('delete from record.root'); // a root is of all chains as they stood: the next start seals anew
      const { rows } = await owner.pool.query<{ count: number }>('select count(*) from record.entry');
      const { entries, copies } = await copyUntil(owner, rows[0]?.count ?? 0);
      middle = Math.ceil(Math.min(copies, wholeCopies) / 2);
      process.stderr.write(`A database of ${entries.toLocaleString('en-GB')} entries is made.\n`);
      await owner.pool.query('drop schema original cascade');
      await owner.pool.query(tallyAnew);
      // What the server does by itself within minutes of such a load.
      await owner.pool.query('vacuum (analyze)');
      await owner.pool.query('checkpoint');
    } finally {
      await owner.end();
    }
  });
  return { folder, middle };
}
