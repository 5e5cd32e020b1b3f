import type { Client, Database } from '../platform/database.ts';
import type { Identifier, ListedChild, ListFilter, Session } from './contract.ts';
import { settledBy } from './reading.ts';
import { asClock, byPerson, clockColumns, type ClockRow, type StateRow } from './rows.ts';

/** One population, or (both asked) whoever is in either. */
function ofPopulation({ onPlan, lookedAfter }: ListFilter): string | undefined {
  if (onPlan === true && lookedAfter === true) return '(on_plan_since is not null or looked_after_since is not null)';
  if (lookedAfter === true) return 'looked_after_since is not null';
  return onPlan === true ? 'on_plan_since is not null' : undefined;
}

const withoutTeam = `(team is null and worker is null and state ?| array['openSince', 'helpSince', 'inNeedPlanSince', 'onPlanSince', 'lookedAfterSince', 'careLeaverUntil'])`;

type Given = (value: unknown) => string;

/**
 * What the policy asks of every row, said once more where an index can answer it: otherwise the list of a team reads the whole authority.
 * It only narrows what the policy lets through. Whose a child is today, whatever instant is asked of: a row of now says it in `team` too.
 */
export function withinScope(
  { scope, teams, actor }: Session,
  restricted: readonly string[],
  given: Given,
  isPast: boolean,
): string | undefined {
  if (scope === 'all') return undefined;
  const [team, worker] = isPast ? ['team_now', 'worker_now'] : ['team', 'worker'];
  const own = scope === 'teams' ? [`${team} = any(${given(teams)}::uuid[])`] : scope === 'own' ? [`${worker} = ${given(actor)}::uuid`] : [];
  const named = restricted.length === 0 ? [] : [`person = any(${given(restricted)}::uuid[])`];
  return own.length + named.length === 0 ? 'false' : `(${[...own, ...named].join(' or ')})`;
}

/** Written out for now or then: a partial index is used only when the question itself says `known_to = 'infinity'`. */
function knownAt(at: string | null, given: Given): string {
  if (at === null) return "known_to = 'infinity'";
  const instant = `${given(at)}::timestamptz`;
  return `known_from <= ${instant} and known_to > ${instant}`;
}

function listQuery(filter: ListFilter, session: Session, at: string | null, restricted: readonly string[]) {
  const values: unknown[] = [];
  const given: Given = (value) => `$${values.push(value)}`;
  const conditions = [
    `authority = ${given(session.authority)}`,
    knownAt(at, given),
    ofPopulation(filter),
    filter.onRegister === true ? 'on_register' : undefined,
    filter.teams === undefined ? undefined : `team = any(${given(filter.teams)}::uuid[])`,
    filter.worker === undefined ? undefined : `worker = ${given(filter.worker)}::uuid`,
    filter.withoutTeam === true ? withoutTeam : undefined,
    filter.people === undefined ? undefined : `person = any(${given(filter.people)}::uuid[])`,
    filter.keptUntil === undefined ? undefined : `kept_until <= ${given(filter.keptUntil)}`,
    withinScope(session, restricted, given, at !== null),
  ].filter((condition) => condition !== undefined);
  const text = `select person, state, known_from as "changedAt" from record.standing where ${conditions.join(' and ')} order by name, person`;
  return { text, values };
}

export type ListedRow = StateRow & { readonly changedAt: string };

/** Each with the limits of their own, in the order in which they come. */
export function listed(rows: readonly ListedRow[], clocks: readonly ClockRow[]): readonly ListedChild[] {
  const known = byPerson(clocks);
  return rows.map(({ person, state, changedAt }) => ({
    person,
    standing: state,
    changedAt,
    clocks: (known.get(person) ?? []).map(asClock),
  }));
}

export async function list(database: Database, session: Session, filter: ListFilter): Promise<readonly ListedChild[]> {
  const at = filter.knownAt === undefined ? null : await settledBy(database, filter.knownAt);
  return database.transaction(session, async (sql) => {
    const { text, values } = listQuery(filter, session, at, await admitOwnRestricted(sql, session));
    const { rows } = await sql.query<ListedRow>(text, values);
    const clocks = await sql.query<ClockRow>(
      `select ${clockColumns} from record.listed_clocks($1, $2, $3) order by due_on, rule, started_by`,
      [rows.map((row) => row.person), at, filter.runningOn ?? null],
    );
    await logList(sql, asAsked(filter), rows.length);
    return listed(rows, clocks.rows);
  });
}

/** Of many people asked for by name of their ids, how many is enough to know later what was seen. */
const asAsked = ({ people, ...filter }: ListFilter): object => ({
  ...filter,
  ...(people === undefined ? {} : { people: people.length > 5 ? people.length : people }),
});

/** A name in a list is seen without opening the record: the question is kept. A cut of power may cost the last half second of these lines, and no reader waits for them. */
export async function logList(sql: Client, question: object, children: number): Promise<void> {
  await sql.query('set local synchronous_commit = off');
  await sql.query('select record.log_list($1, $2)', [JSON.stringify(question), children]);
}

/** Restricted children stay in the lists, and in the counts, of the people named for them. */
export async function admitOwnRestricted(sql: Client, session: Session): Promise<readonly string[]> {
  if (session.scope === 'none') return [];
  const { rows } = await sql.query<{ person: string }>('select person from record.restriction where authority = $1 and reader = $2', [
    session.authority,
    session.actor,
  ]);
  if (rows.length > 0) await sql.query(`set local app.opened = '${rows.map((row) => row.person).join(',')}'`);
  return rows.map((row) => row.person);
}

/** Whoever claims each number, by `kind value`; the first is whoever claimed it first. */
export async function claimants(
  database: Database,
  session: Session,
  identifiers: readonly Identifier[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await database.transaction(session, (sql) =>
    sql.query<Identifier & { readonly person: string }>('select kind, value, person from record.identify($1)', [
      JSON.stringify(identifiers),
    ]),
  );
  const claims = Map.groupBy(rows, ({ kind, value }) => `${kind} ${value}`);
  return new Map([...claims].map(([number, some]) => [number, [...new Set(some.map(({ person }) => person))]]));
}

export async function identify(
  database: Database,
  session: Session,
  identifiers: readonly Identifier[],
): Promise<ReadonlyMap<string, string>> {
  const found = await claimants(database, session, identifiers);
  return new Map([...found].flatMap(([number, [first]]) => (first === undefined ? [] : [[number, first]])));
}
