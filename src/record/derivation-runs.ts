import { randomUUID } from 'node:crypto';
import type { Client, Database } from '../platform/database.ts';
import type { Derivation, Session } from './contract.ts';
import { rebuild, type RebuildOptions } from './rebuild.ts';
import { asOwnerOf } from './verify.ts';

const lastRules =
  'select rules from record.derivation_run where authority = $1 and finished_at is not null order by finished_at desc limit 1';

/** Whether what is stored was last derived, to the end, under these very rules. */
export async function isDerivedBy(owner: Database, authority: number, { rulesHash }: Derivation): Promise<boolean> {
  const { rows } = await asOwnerOf(owner, authority, (sql) => sql.query<{ rules: string }>(lastRules, [authority]));
  return rows[0]?.rules === rulesHash;
}

/** The same, as a session of the authority may ask it. */
export async function areRulesApplied(database: Database, session: Session, { rulesHash }: Derivation): Promise<boolean> {
  const { rows } = await database.transaction(session, (sql) => sql.query<{ rules: string }>(lastRules, [session.authority]));
  return rows[0]?.rules === rulesHash;
}

/** Notes that nothing is stored yet that other rules could have derived, of an authority that is new: whatever comes is derived by these. */
export async function noteNewAuthority(owner: Database, authority: number, { rulesHash }: Derivation): Promise<void> {
  await asOwnerOf(owner, authority, (sql) =>
    sql.query(
      `insert into record.derivation_run(authority, run, rules, begun_at, finished_at) select $1, $2, $3, '-infinity', clock_timestamp()
       where not exists (select from record.head where authority = $1) and not exists (select from record.derivation_run where authority = $1)`,
      [authority, randomUUID(), rulesHash],
    ),
  );
}

export type Rederived = {
  readonly children: number;
  /** What was found to be stored otherwise, at the first comparison. */
  readonly differences: number;
  /** Of how many marks the boards counted wrongly together, at the first comparison. */
  readonly tally: number;
  readonly written: number;
  /** Whether a last comparison found nothing. False: it was stopped, or something differs for ever, which a rule upon a broken chain can. */
  readonly isFinished: boolean;
};

type Run = { readonly run: string; readonly reached: string | null };

/** The authority's last run, if it was these rules' and has not come to its end. A program of other rules that ran meanwhile began a run of its own. */
const unfinishedRun = `
  select run, reached from (select * from record.derivation_run where authority = $1 order by begun_at desc limit 1) last
  where last.rules = $2 and last.finished_at is null`;

const newRun = 'insert into record.derivation_run(authority, run, rules) values ($1, gen_random_uuid(), $2) returning run, reached';

const noteReached = 'update record.derivation_run set reached = $3 where authority = $1 and run = $2';

/** The run that was left off, or a new one. */
async function takeUp(sql: Client, authority: number, { rulesHash }: Derivation): Promise<Run> {
  const { rows } = await sql.query<Run>(unfinishedRun, [authority, rulesHash]);
  const [run] = rows.length > 0 ? rows : (await sql.query<Run>(newRun, [authority, rulesHash])).rows;
  if (run === undefined) throw new Error('a run was not begun');
  return run;
}

/** How often what differs is written and compared again: a number that two claim can be put right in one record only after the other. */
const passes = 3;

/**
 * Derives everything again under these rules, stores what differs, and compares until nothing does; all of it under a run that is kept, which is
 * finished only then. Can be stopped at any time, or killed: the next goes on where it was, and compares everything once more.
 */
export async function rederive(
  owner: Database,
  authority: number,
  derivation: Derivation,
  options: Omit<RebuildOptions, 'write'> = {},
): Promise<Rederived> {
  const { run, reached } = await asOwnerOf(owner, authority, (sql) => takeUp(sql, authority, derivation));
  const onReached = (person: string) => asOwnerOf(owner, authority, (sql) => sql.query(noteReached, [authority, run, person]));
  let [differences, tally, written, children, left] = [0, 0, 0, 0, true];
  for (let pass = 0; left && pass <= passes; pass += 1) {
    const isTakenUp = pass === 0 && reached !== null;
    const from = pass === 0 ? { after: reached, onReached } : {};
    const done = await rebuild(owner, authority, derivation, { ...options, ...from, write: pass < passes });
    if (options.isStopping?.() === true) break;
    if (pass === 0) [differences, tally] = [done.differences.length, done.tally];
    [written, children, left] = [written + done.written, done.children, isTakenUp || done.differences.length > 0];
  }
  await asOwnerOf(owner, authority, (sql) =>
    sql.query(
      'update record.derivation_run set children = $3, differences = $4, written = $5, finished_at = case when $6 then clock_timestamp() end where authority = $1 and run = $2',
      [authority, run, children, differences, written, !left],
    ),
  );
  return { children, differences, tally, written, isFinished: !left };
}
