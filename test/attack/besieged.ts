import { randomUUID } from 'node:crypto';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { givePermissions } from '../../src/commands/open.ts';
import { webPartsOf } from '../../src/commands/web-parts.ts';
import { date } from '../../src/kernel/calendar/dates.ts';
import { roles, type Role } from '../../src/kernel/step/permission.ts';
import { derivation } from '../../src/practice/pathway.ts';
import type { Session } from '../../src/record/contract.ts';
import { addAuthority, addMember, addTeam, beginSession } from '../../src/record/members.ts';
import { createAttachments } from '../../src/record/attachments.ts';
import { createDrafts } from '../../src/record/drafts.ts';
import { numberCopy } from '../../src/record/emergency-copies.ts';
import { publicComments } from '../../src/record/public-comments.ts';
import { createRecord, type WholeRecord } from '../../src/record/record.ts';
import { saveView } from '../../src/record/saved-views.ts';
import { createServer, type Route } from '../../src/web/server.ts';
import { freshDatabase, type FreshDatabase } from '../servers.ts';
import { actionOf, newIds, script, stateBesides, stateRequest, stated, storyOf, type ChildIds } from './held-children.ts';
import { holdImports, type HeldImports } from './held-imports.ts';

export { script } from './held-children.ts';

/** One of either authority, signed in. */
export type Person = {
  readonly authority: number;
  readonly role: Role;
  readonly member: string;
  readonly token: string;
  readonly session: Session;
};

/** What one authority holds; `word` is in all of it. */
export type Held = HeldImports &
  ChildIds & {
    readonly word: string;
    readonly team: string;
    /** Of the social worker: what they have begun to write, and a file of it. */
    readonly draft: string;
    readonly attachment: string;
    /** The number of an emergency copy. */
    readonly copy: number;
    readonly people: ReadonlyMap<Role, Person>;
  };

/** The server over a small record of two authorities. */
export type Besieged = {
  readonly fresh: FreshDatabase;
  readonly server: FastifyInstance;
  readonly record: WholeRecord;
  readonly routes: readonly Route[];
  readonly ours: Held;
  readonly theirs: Held;
  readonly end: () => Promise<void>;
};

export const everyRole = Object.keys(roles).filter((role): role is Role => role in roles);
const words = { 1: 'Quenneville', 2: 'Thistlewood' } as const;

export async function besiege(): Promise<Besieged> {
  const fresh = await freshDatabase();
  const record = createRecord({ database: fresh.app, derivation });
  const [ours, theirs] = [await hold(fresh, record, 1), await hold(fresh, record, 2)];
  const parts = await webPartsOf(fresh.app, false, { subscribe: () => () => {} });
  const server = await createServer(parts);
  await server.ready();
  const end = async () => {
    await server.close();
    await fresh.drop();
  };
  return { fresh, server, record, routes: server.routes, ours, theirs, end };
}

async function hold(fresh: FreshDatabase, record: WholeRecord, authority: 1 | 2): Promise<Held> {
  const word = words[authority];
  const team = randomUUID();
  await addAuthority(fresh.owner, { authority, name: `Council ${authority}` });
  await givePermissions(fresh.owner, authority);
  await addTeam(fresh.owner, { authority, team, name: `=1+1 ${word} team ${script}` });
  const people = new Map<Role, Person>();
  for (const role of everyRole) people.set(role, await personOf(fresh, authority, role, team, word));
  const manager = people.get('teamManager');
  const worker = people.get('socialWorker');
  const head = people.get('headOfService');
  if (manager === undefined || worker === undefined || head === undefined) throw new Error('nobody works here');
  const ids = newIds();
  const { child, sibling, restricted, entry, struck, moved, action } = ids;
  for (const [n, person] of [child, sibling, restricted].entries()) {
    const story = { word, n, family: `${word} family`, team, worker: worker.member };
    const first = [...storyOf(person, story, [entry, struck, moved]), actionOf(word, worker.member, person, action)];
    await stated(record, manager.session, n === 0 ? first : storyOf(person, story, [randomUUID()]));
  }
  await stateBesides(record, manager.session, word, ids);
  await stateRequest(record, [manager.session, head.session], word, ids);
  const to = { readers: [manager.member], ring: `${word} ring ${script}`, reason: `${word} reason` };
  if ((await record.restrict(manager.session, restricted, to)).kind !== 'done') throw new Error('not restricted');
  const said = { chapter: 'child-protection', section: 'core-group', agency: 'education', words: `${word} comment ${script}` };
  const by = { name: `${word} teacher`, email: `${word}@example.org`, edition: date('2026-01-05') };
  await publicComments(fresh.app, authority).send({ comment: ids.comment, ...said, ...by });
  return {
    ...ids,
    word,
    team,
    people,
    ...(await begin(fresh, worker, child, word)),
    ...(await holdBesides(fresh, people, word)),
  };
}

/** What a social worker has begun to write, with a file. */
async function begin(
  fresh: FreshDatabase,
  { session }: Person,
  person: string,
  word: string,
): Promise<{ readonly draft: string; readonly attachment: string }> {
  const entry = randomUUID();
  const form = { 'f.note': `${word} draft ${script}` };
  const asked = { person, step: 'visit', form, missing: [`${word} question`], asked: [person], base: 0, tab: randomUUID(), seq: 1 };
  const saved = await createDrafts(fresh.app).save(session, { entry, ...asked });
  if (saved.kind !== 'saved') throw new Error(saved.kind);
  const attachment = randomUUID();
  const files = createAttachments(fresh.app);
  await files.add(session, { attachment, entry, person }, 0, Buffer.from(`${word} photograph`));
  await files.finish(session, attachment, { name: `${word} ${script}.txt`, kind: 'text/plain', isChecked: false });
  return { draft: entry, attachment };
}

/** Beside children: imports, a copy that was made, a view of each person's own. */
async function holdBesides(
  fresh: FreshDatabase,
  people: ReadonlyMap<Role, Person>,
  word: string,
): Promise<HeldImports & { readonly copy: number }> {
  const [administrator, head] = [people.get('administrator'), people.get('headOfService')];
  if (administrator === undefined || head === undefined) throw new Error('nobody works here');
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  const asked = { copy: randomUUID(), kind: 'copy', recipient: `${word} desk`, scope: `${word} whole`, expiresAt } as const;
  const copied = await numberCopy(fresh.app, head.session, asked);
  if (copied.kind !== 'numbered') throw new Error(copied.message);
  for (const { session } of people.values())
    await saveView(fresh.app, session, 'board', { name: `${word} view ${script}`.slice(0, 60), query: 'who=plans' });
  return { ...(await holdImports(fresh.app, administrator.session, word, script)), copy: copied.copy.number };
}

async function personOf(fresh: FreshDatabase, authority: number, role: Role, team: string, word: string): Promise<Person> {
  const member = randomUUID();
  const name = `${word} ${role} ${script}`;
  await addMember(fresh.owner, { authority, member, name, email: `${role}${authority}@example.org`, team, manages: [team], roles: [role] });
  if (role === 'inspector')
    await fresh.owner.pool.query(
      'insert into access.inspection(authority, member, given_at, opens_on, closes_on, given_by) values ($1, $2, now(), current_date - 1, current_date + 20, $2)',
      [authority, member],
    );
  const token = await beginSession(fresh.app, authority, member);
  const scope = role === 'teamManager' ? 'teams' : role === 'socialWorker' ? 'own' : 'all';
  return { authority, role, member, token, session: { authority, actor: member, roles: [role], teams: [team], scope } };
}

let address = 0;

/** Asks the server, from an address of its own: the limit on requests is not what is tried here. */
export function ask(at: Besieged, options: InjectOptions & { readonly as?: Person }) {
  const { as, ...rest } = options;
  address += 1;
  const cookie = as === undefined ? {} : { cookie: `sightline=${as.token}` };
  const remoteAddress = `10.${(address >> 16) & 255}.${(address >> 8) & 255}.${address & 255}`;
  return at.server.inject({ remoteAddress, ...rest, headers: { ...cookie, ...rest.headers } });
}

const tokens = new Map<string, string>();

/** The token that every form of this person carries. */
export async function csrfOf(at: Besieged, as: Person): Promise<string> {
  const known = tokens.get(as.token);
  if (known !== undefined) return known;
  const page = await ask(at, { url: '/imports', as });
  const token = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
  tokens.set(as.token, token);
  return token;
}

export const formHeaders = { 'content-type': 'application/x-www-form-urlencoded' } as const;
/** A form as a browser sends it; a list is the same name several times. */
export const form = (given: Readonly<Record<string, string | readonly string[]>>): string =>
  new URLSearchParams(
    Object.entries(given).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one])),
  ).toString();

/** A form with a file, as a browser sends it. */
export function upload(fields: Readonly<Record<string, string>>, file: { readonly name: string; readonly text: string }) {
  const boundary = `----${randomUUID()}`;
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const last = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${file.name}"\r\nContent-Type: text/xml\r\n\r\n${file.text}\r\n--${boundary}--\r\n`;
  return { headers: { 'content-type': `multipart/form-data; boundary=${boundary}` }, payload: Buffer.from([...parts, last].join('')) };
}

/** Where an authority holds something, its log of openings and lists and its sessions aside. */
async function tablesOf(at: Besieged): Promise<readonly string[]> {
  const { rows } = await at.fresh.owner.pool.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname in ('record', 'access')
       and c.relname not in ('session', 'list_log', 'access_log') and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'authority') order by 1`,
  );
  return rows.map(({ name }) => name);
}

const inEach = async (at: Besieged, ask: (table: string) => string): Promise<string> =>
  (await tablesOf(at)).map((table) => `select '${table}' as name, (${ask(table)}) as held`).join(' union all ');

/** Of a view that is saved again as it was, the time alone is another. */
const saidIn = (table: string): string => (table === 'access.saved_view' ? "(to_jsonb(t) - 'saved_at')::text" : 't::text');

/** One hash for each table over all that an authority holds. */
export async function holdings(at: Besieged, authority: number): Promise<string> {
  const asked = await inEach(
    at,
    (table) =>
      `select md5(coalesce(string_agg(${saidIn(table)}, E'\\n' order by ${saidIn(table)}), '')) from ${table} t where authority = $1`,
  );
  const { rows } = await at.fresh.owner.pool.query<{ name: string; held: string }>(asked, [authority]);
  return rows.map(({ name, held }) => `${name} ${held}`).join('\n');
}

/** In how many rows of each table an authority holds this text. */
export async function mentions(at: Besieged, authority: number, text: string): Promise<string> {
  const asked = await inEach(at, (table) => `select count(*) from ${table} t where authority = $1 and strpos(t::text, $2) > 0`);
  const { rows } = await at.fresh.owner.pool.query<{ name: string; held: number }>(asked, [authority, text]);
  return rows.map(({ name, held }) => `${name} ${held} ${text}`).join('\n');
}
