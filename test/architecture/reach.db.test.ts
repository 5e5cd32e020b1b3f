import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { roles, type Role } from '../../src/kernel/step/permission.ts';
import type { Session } from '../../src/platform/database.ts';
import { addProblems } from '../../src/record/import-problems.ts';
import { beginImport } from '../../src/record/imports.ts';
import { addMember, addTeam, beginSession } from '../../src/record/members.ts';
import { as, begin, entry, fixture, type Fixture } from '../../src/record/record.fixture.ts';
import { sealDay } from '../../src/record/verify.ts';

/*
 * What the application's sign-in can reach, over every table, view and function that the catalogue knows: one that is added tomorrow is tested tomorrow.
 * Authority 1 holds a row in every table; everything is asked as nobody, and as each role of authority 2 with the widest settings that there are.
 */

const everyRole = Object.keys(roles).filter((role): role is Role => role in roles);
/** In every row that authority 1 holds, as a word or as an id: what nobody else may be given. */
const mark = 'Quenneville';
const ids = { child: randomUUID(), sibling: randomUUID(), team: randomUUID(), member: randomUUID(), run: randomUUID() };
const number = 'N-4711';
const schemas = "n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'";

/** Without a session by design: they are what makes one. Each is told an authority, or a secret, and gives no child. */
const beforeSignIn = [
  'access.authorities',
  'access.member_by_email',
  'access.members_to_choose',
  'access.begin_session',
  'access.session_of',
  'access.session_seen',
  'access.end_session',
];
/** Gives back what the session was set to. */
const saysBack = /^record\.(authority|actor|opened|roles|teams|scope|steps)$/;
/** What a database is for is no secret. */
const forEverybody = ['platform.marking'];

let at: Fixture;
let token = '';
let tables: readonly { readonly name: string; readonly authority: boolean }[] = [];

beforeAll(async () => {
  at = await fixture();
  await addTeam(at.owner, { authority: 1, team: ids.team, name: mark });
  await addMember(at.owner, {
    authority: 1,
    member: ids.member,
    name: mark,
    email: `${mark}@example.org`,
    password: mark,
    team: ids.team,
    manages: [ids.team],
    roles: ['teamManager'],
  });
  token = await beginSession(at.app, 1, ids.member);
  const manager = as('teamManager', { actor: ids.member, teams: [ids.team] });
  const named = { name: mark, team: ids.team, number };
  const entries = [
    begin(ids.child, named),
    begin(ids.sibling, named),
    entry('plan', '2026-01-05', [{ person: ids.child }], { shared: { mark } }),
  ];
  expect(await at.record.append(manager, entries, new Map())).toEqual({ kind: 'appended' });
  await at.record.open(manager, [ids.child, ids.sibling], mark);
  await at.record.restrict(manager, ids.sibling, { readers: [ids.member], ring: mark, reason: mark });
  await at.record.breakGlass(manager, ids.sibling, mark);
  await at.record.list(manager, {});
  const administrator = as('administrator');
  await beginImport(at.app, administrator, { run: ids.run, fileName: mark, fileHash: 'ab', kind: 'cin' });
  await addProblems(at.app, administrator, ids.run, [{ reason: mark }]);
  await sealDay(at.owner, 1, '2026-01-01');
  tables = await catalogue();
  for (const { name, authority } of tables) if (authority) await fill(name);
});
afterAll(() => at.drop());

async function catalogue() {
  const { rows } = await at.owner.pool.query<{ name: string; authority: boolean }>(
    `select c.oid::regclass::text as name, exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'authority' and not a.attisdropped) as authority
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p', 'v', 'm', 'f') and ${schemas} order by 1`,
  );
  return rows;
}

/** A row of authority 1 in a table that what went before has left empty, whatever its columns are. */
async function fill(name: string): Promise<void> {
  const client = await at.owner.pool.connect();
  try {
    const known = await client.query(`select from ${name} where authority = 1`);
    if ((known.rowCount ?? 0) > 0) return;
    const { rows } = await client.query<{ column: string; type: string }>(
      `select quote_ident(attname) as column, format_type(atttypid, atttypmod) as type from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''`,
      [name],
    );
    const checks = await client.query<{ name: string }>(
      "select quote_ident(conname) as name from pg_constraint where conrelid = $1::regclass and contype = 'c'",
      [name],
    );
    await client.query('begin; set local session_replication_role = replica');
    for (const check of checks.rows) await client.query(`alter table ${name} drop constraint ${check.name}`);
    // Whoever is sealed is nobody’s to restrict: the child of this test is not.
    // Until when a return is kept is counted from its year.
    const sample = (column: string, type: string): string => {
      if (name === 'record.prepared_return' && column.includes('year')) return "'2025-26'";
      return name === 'record.seal' && column === 'person' ? `'${ids.run}'` : sampleOf(type, name);
    };
    const values = rows.map(({ column, type }) => (column === 'authority' ? '1' : sample(column, type)));
    await client.query(`insert into ${name} (${rows.map(({ column }) => column).join(', ')}) values (${values.join(', ')})`);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`No row could be made for ${name}: give this test one`, { cause: error });
  } finally {
    client.release();
  }
}

function sampleOf(type: string, table: string): string {
  // The child is merged into nobody, and is no file: what is recorded of one who is goes to the other record.
  if (type === 'uuid' && ['record.merged', 'record.file'].includes(table)) return 'gen_random_uuid()';
  if (type === 'uuid') return `'${ids.child}'`;
  if (type.endsWith('[]')) return `'{}'::${type}`;
  if (type === 'jsonb' || type === 'json') return `'"${mark}"'::${type}`;
  if (/^(text|character)/.test(type)) return `'${mark}'`;
  if (/^(timestamp|date)/.test(type)) return `now()::${type}`;
  if (type === 'boolean') return 'false';
  if (type === 'bytea') return `convert_to('${mark}', 'UTF8')`;
  return `'1'::${type}`;
}

/** The widest settings that there are, of an authority. */
const widest = (role: Role, authority: number): Session => ({
  ...as(role, { authority, teams: [ids.team] }),
  opened: [ids.child, ids.sibling],
  steps: ['begin', 'plan', 'visit'],
});

/** @returns the rows, or why there are none */
async function ask(session: Session | null, statement: string, values: readonly unknown[] = []): Promise<readonly object[] | string> {
  try {
    return await at.app.transaction(session, async (sql) => (await sql.query<object>(statement, [...values])).rows);
  } catch (error) {
    return error instanceof Error && 'code' in error ? `${String(error.code)} ${error.message}` : String(error);
  }
}

describe('every table and view', () => {
  test('of authority 1 holds a row, so that there is something to be found', async () => {
    const empty: string[] = [];
    for (const { name, authority } of tables)
      if (authority && (await at.owner.pool.query(`select from ${name} where authority = 1 limit 1`)).rowCount === 0) empty.push(name);
    expect(empty).toEqual([]);
    expect(tables.length).toBeGreaterThan(20);
  });

  test('gives nothing without a session', async () => {
    for (const { name } of tables.filter((one) => !forEverybody.includes(one.name))) {
      const given = await ask(null, `select * from ${name}`);
      expect(typeof given === 'string' ? given.slice(0, 5) : given, name).toEqual(typeof given === 'string' ? '42501' : []);
    }
  });

  test('gives each role of another authority nothing, and the owner’s settings alone are no key', async () => {
    for (const { name, authority } of tables.filter((one) => !forEverybody.includes(one.name)))
      for (const role of everyRole) {
        const given = await ask(widest(role, 2), `select * from ${name}${authority ? ' where authority = 1' : ''}`);
        expect(typeof given === 'string' ? given.slice(0, 5) : given, `${name} as ${role}`).toEqual(
          typeof given === 'string' ? '42501' : [],
        );
      }
  });

  test('can be changed by nobody but its owner: no grant, on no column, and no statement goes through', async () => {
    const { rows } = await at.owner.pool.query<{ name: string }>(
      `select c.oid::regclass || ' ' || p as name from pg_class c join pg_namespace n on n.oid = c.relnamespace, unnest(array['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) p
       where c.relkind in ('r', 'p', 'v', 'm', 'f') and ${schemas}
         and (has_table_privilege('sightline_app', c.oid, p) or p in ('INSERT', 'UPDATE', 'REFERENCES') and has_any_column_privilege('sightline_app', c.oid, p))
       union all select n.nspname || ' CREATE' from pg_namespace n where ${schemas} and has_schema_privilege('sightline_app', n.oid, 'CREATE')
       union all select c.oid::regclass || ' USAGE' from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${schemas} and case when c.relkind = 'S' then has_sequence_privilege('sightline_app', c.oid, 'USAGE, UPDATE') else false end`,
    );
    expect(rows.map(({ name }) => name)).toEqual([]);
    for (const { name } of tables)
      for (const statement of [
        `insert into ${name} default values`,
        `update ${name} set ${name.startsWith('platform.') ? 'kind = kind' : 'authority = authority'}`,
        `delete from ${name}`,
        `truncate ${name}`,
      ])
        expect(await ask(widest('headOfService', 1), statement), statement).toMatch(/^(42501|42703)/);
  });

  test('has row-level security, enabled and forced', async () => {
    const { rows } = await at.owner.pool.query<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and ${schemas}
         and not (c.relrowsecurity and c.relforcerowsecurity) and has_any_column_privilege('sightline_app', c.oid, 'SELECT')`,
    );
    expect(rows.map(({ name }) => name).filter((name) => !forEverybody.includes(name))).toEqual([]);
  });

  test('a view, if there is one, runs with the rights of who asks', async () => {
    const { rows } = await at.owner.pool.query<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('v', 'm') and ${schemas}
         and not coalesce(c.reloptions @> array['security_invoker=true'], false)`,
    );
    expect(rows.map(({ name }) => name)).toEqual([]);
  });
});

type Callable = { readonly name: string; readonly call: string; readonly definer: boolean };

/** Every function that the application may run, with arguments that aim at authority 1. */
async function callables(): Promise<readonly Callable[]> {
  const { rows } = await at.owner.pool.query<{ name: string; definer: boolean; names: string[] | null; types: string[] }>(
    `select p.oid::regproc::text as name, p.prosecdef as definer, p.proargnames[1:p.pronargs] as names,
       array(select format_type(t, null) from unnest(p.proargtypes) with ordinality x(t, n) order by n) as types
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where ${schemas} and p.prokind in ('f', 'p') and has_function_privilege('sightline_app', p.oid, 'EXECUTE') and has_schema_privilege('sightline_app', n.oid, 'USAGE') order by 1`,
  );
  return rows.map(({ name, definer, names, types }) => ({
    name,
    definer,
    call: `select * from ${name}(${types.map((type, n) => argumentOf(type, names?.[n] ?? '')).join(', ')})`,
  }));
}

function argumentOf(type: string, name: string): string {
  if (type === 'integer') return name.includes('authority') ? '1' : '3';
  if (type === 'uuid') return `'${name.includes('run') ? ids.run : name.includes('member') ? ids.member : ids.child}'`;
  if (type === 'uuid[]') return `'{${ids.child},${ids.sibling}}'`;
  if (type === 'text[]') return `'{headOfService}'`;
  if (type === 'bytea') return `sha256('${token}')`;
  if (type === 'boolean') return 'true';
  if (type === 'date') return `'2026-01-02'`;
  if (type.startsWith('timestamp')) return name === 'p_at' ? 'null' : 'now()';
  if (type === 'jsonb') return jsonFor(name);
  if (type === 'text')
    return name.includes('state') ? `'stopped'` : name.includes('email') ? `'${mark.toLowerCase()}@example.org'` : `'${mark}'`;
  return `null::${type}`;
}

function jsonFor(name: string): string {
  const person = ids.child;
  const stated = { entry: ids.run, step: 'visit', wording: '00', happenedOn: '2026-01-09', recordedBy: ids.member, shared: {} };
  const given: Readonly<Record<string, unknown>> = {
    p_entries: [stated],
    p_abouts: [{ entry: ids.run, person, expected: 2, answers: {} }],
    p_identifiers: [{ kind: 'local', value: number, person }],
    p_problems: [{ reason: mark }],
    p_question: { words: mark },
  };
  return `'${JSON.stringify(given[name] ?? [])}'`;
}

/** Everything that authority 1 holds, as its owner sees it. */
async function everything(): Promise<string> {
  const held: string[] = [];
  for (const { name, authority } of tables)
    if (authority) {
      const columns = name === 'access.session' ? 'token_hash, member' : '*';
      const { rows } = await at.owner.pool.query<{ all: string }>(
        `select md5(coalesce(string_agg(t::text, E'\\n' order by t::text), '')) as all from (select ${columns} from ${name} where authority = 1) t`,
      );
      held.push(`${name} ${rows[0]?.all}`);
    }
  return held.join('\n');
}

const leaked = (given: readonly object[] | string): boolean =>
  typeof given !== 'string' &&
  new RegExp([mark, number, ids.member, ids.team].join('|'), 'i').test(
    JSON.stringify(given.map((row) => ({ ...row, p_words: undefined }))),
  );

describe('every function that the application may run', () => {
  test('gives nothing of authority 1, and changes nothing there, without a session and for each role of authority 2', async () => {
    const before = await everything();
    const functions = (await callables()).filter(({ name }) => !beforeSignIn.includes(name) && !saysBack.test(name));
    expect(functions.filter(({ definer }) => definer).length).toBeGreaterThan(10);
    for (const { name, call } of functions)
      for (const session of [null, ...everyRole.map((role) => widest(role, 2))]) {
        const given = await ask(session, call);
        expect(leaked(given), `${name} as ${session?.roles[0] ?? 'nobody'}: ${JSON.stringify(given)}`).toBe(false);
        // A refusal in words, a right that is missing, or an ordinary mistake in what was sent: never an internal fault.
        if (typeof given === 'string') expect(given, `${name} as ${session?.roles[0] ?? 'nobody'}`).not.toMatch(/^(XX|58)/);
      }
    expect(await everything()).toBe(before);
  });

  test('that comes before signing in gives no child, and nobody’s secret but to who names the person', async () => {
    for (const { name, call } of (await callables()).filter((one) => beforeSignIn.includes(one.name))) {
      const given = await ask(null, call);
      expect(JSON.stringify(given), name).not.toMatch(new RegExp(`${ids.child}|${ids.sibling}|${number}`));
    }
  });

  test('belongs to record_owner and has a search path of its own when it reads past the policies', async () => {
    const { rows } = await at.owner.pool.query<{ name: string }>(
      `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where ${schemas} and p.prosecdef and (p.proowner <> 'record_owner'::regrole or not exists (select from unnest(p.proconfig) c where c like 'search_path=pg_catalog%'))`,
    );
    expect(rows.map(({ name }) => name)).toEqual([]);
  });

  test('that only the owner needs is not the application’s to run', async () => {
    const names = (await callables()).map(({ name }) => name);
    for (const name of [
      'record.keep',
      'record.mark',
      'record.verify',
      'record.rederive',
      'record.seal_day',
      'record.root_of',
      'record.withhold',
    ])
      expect(names, name).not.toContain(name);
  });
});

/** As the program asks for a name. */
const soughtAs = (word: string): string =>
  JSON.stringify({
    words: [{ word: word.toLowerCase(), by: [{ key: `=${word.toLowerCase()}`, weight: 100 }] }],
    split: [],
    whole: [],
    days: [],
  });

/** Who may do what within an authority, said here and nowhere else: every other role is refused, or is given nothing. */
const practitionerRoles: readonly Role[] = ['socialWorker', 'teamManager', 'headOfService', 'reviewingOfficer', 'dutyWorker'];
const mayCall: Readonly<Record<string, readonly Role[]>> = {
  'record.open': practitionerRoles,
  'record.open_for_import': ['administrator'],
  'record.break_glass': practitionerRoles,
  'record.search': practitionerRoles,
  'record.append': ['socialWorker', 'teamManager'],
  'record.restrict': ['teamManager', 'headOfService'],
  'record.lift': ['teamManager', 'headOfService'],
  'record.name_seal_officer': ['headOfService'],
  'record.begin_import': ['administrator'],
  'record.import_progress': ['administrator'],
  'record.import_problems': ['administrator'],
  'record.finish_import': ['administrator'],
  'record.end_broken_imports': ['administrator'],
  'record.set_import_aside': ['administrator'],
  'record.answer_identity': ['administrator'],
};

describe('within an authority', () => {
  test.each(Object.entries(mayCall))('%s is for %j', async (name, allowed) => {
    const found = (await callables()).find((one) => one.name === name);
    expect(found, `${name} is no longer there`).toBeDefined();
    for (const role of everyRole) {
      const session = { ...as(role, { actor: ids.member }), opened: [] };
      const given = await undone(session, found?.call ?? '');
      const isRefused =
        typeof given === 'string' ? /^(SL001|42501)/.test(given) : given.every((row) => !('kind' in row) || row.kind === 'unknown');
      if (allowed.includes(role))
        expect(given, `${name} as ${role}`).not.toSatisfy((one: unknown) => typeof one === 'string' && /^(SL001|42501)/.test(one));
      else expect(isRefused, `${name} as ${role}: ${JSON.stringify(given)}`).toBe(true);
    }
  });

  /** Asks, and takes back what it did. */
  async function undone(session: Session, statement: string): Promise<readonly object[] | string> {
    const stop = new Error('taken back');
    let given: readonly object[] = [];
    try {
      await at.app.transaction(session, async (sql) => {
        given = (await sql.query<object>(statement)).rows;
        throw stop;
      });
    } catch (error) {
      if (error !== stop) return error instanceof Error && 'code' in error ? `${String(error.code)} ${error.message}` : String(error);
    }
    return given;
  }

  test('an analyst and an administrator are given no statement, no chain and no clock of a child, whatever they say was opened', async () => {
    for (const role of ['performanceAnalyst', 'administrator'] as const) {
      expect(await ask(widest(role, 1), 'select people, steps from record.admits(1, $1, null)', [[ids.child]])).toEqual([
        { people: [], steps: [] },
      ]);
      expect(await ask(widest(role, 1), 'select * from record.chains_to_derive_from(1, $1, null)', [[ids.child]])).toMatch(/^SL001/);
      expect(await ask(widest(role, 1), 'select * from record.search($1)', [soughtAs(mark)])).toEqual([]);
    }
  });
});
