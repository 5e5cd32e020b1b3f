import { randomUUID } from 'node:crypto';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { givePermissions } from '../../src/commands/open.ts';
import { webPartsOf } from '../../src/commands/web-parts.ts';
import { date, type LocalDate } from '../../src/kernel/calendar/dates.ts';
import { roles, type Role } from '../../src/kernel/step/permission.ts';
import { derivation, stepNamed, wordingOf } from '../../src/practice/pathway.ts';
import type { NewEntry, Session } from '../../src/record/contract.ts';
import { addAuthority, addMember, addTeam, beginSession } from '../../src/record/members.ts';
import { createRecord, type WholeRecord } from '../../src/record/record.ts';
import { createServer, type Route } from '../../src/web/server.ts';
import { freshDatabase, type FreshDatabase } from '../servers.ts';

/** One of either authority, signed in. */
export type Person = {
  readonly authority: number;
  readonly role: Role;
  readonly member: string;
  readonly token: string;
  readonly session: Session;
};

/** What one authority holds; `word` is in all of it. */
export type Held = {
  readonly word: string;
  readonly team: string;
  readonly child: string;
  readonly sibling: string;
  readonly restricted: string;
  readonly entry: string;
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

/** Tags, attributes and formulas in one: no page may give it back as it is. */
export const script = `"'><script>alert(7)</script><img src=x onerror=alert(7)>{{7*7}}\${7*7}`;

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
  const [child, sibling, restricted] = [randomUUID(), randomUUID(), randomUUID()];
  const manager = people.get('teamManager');
  const worker = people.get('socialWorker');
  if (manager === undefined || worker === undefined) throw new Error('nobody works here');
  const entry: string = randomUUID();
  const family = `${word} family`;
  for (const [n, person] of [child, sibling, restricted].entries())
    await stated(
      record,
      manager.session,
      storyOf(person, { word, n, family, team, worker: worker.member }, n === 0 ? entry : randomUUID()),
    );
  const to = { readers: [manager.member], ring: `${word} ring ${script}`, reason: `${word} reason` };
  if ((await record.restrict(manager.session, restricted, to)).kind !== 'done') throw new Error('not restricted');
  return { word, team, child, sibling, restricted, entry, people };
}

async function personOf(fresh: FreshDatabase, authority: number, role: Role, team: string, word: string): Promise<Person> {
  const member = randomUUID();
  const name = `${word} ${role} ${script}`;
  await addMember(fresh.owner, { authority, member, name, email: `${role}${authority}@example.org`, team, manages: [team], roles: [role] });
  const token = await beginSession(fresh.app, authority, member);
  const scope = role === 'teamManager' ? 'teams' : role === 'socialWorker' ? 'own' : 'all';
  return { authority, role, member, token, session: { authority, actor: member, roles: [role], teams: [team], scope } };
}

async function stated(record: WholeRecord, session: Session, entries: readonly NewEntry[]): Promise<void> {
  const appended = await record.append(session, entries, new Map());
  if (appended.kind !== 'appended') throw new Error(JSON.stringify(appended));
}

type Story = { readonly word: string; readonly n: number; readonly family: string; readonly team: string; readonly worker: string };

function storyOf(person: string, { word, n, family, team, worker }: Story, visit: string): readonly NewEntry[] {
  const entry = (step: string, happenedOn: LocalDate, shared: object, own: object = {}, id: string = randomUUID()): NewEntry => ({
    entry: id,
    step,
    wording: wordingOf(stepNamed(step) ?? { title: '', fields: {}, each: {} }),
    happenedOn,
    shared: { ...shared },
    about: [{ person, answers: { ...own } }],
  });
  const details = {
    laChildId: `${word}${n}`,
    firstName: `${word} ${script}`,
    lastName: `Child${n}`,
    bornOn: '2018-03-03',
    sex: 'F',
    family,
  };
  const held = { startedOn: '2026-01-05', category: 'NEG', latestCategory: 'NEG' };
  const seen = { visitedOn: '2026-01-12', place: 'home', note: `${word} note ${script}` };
  return [
    entry('personDetails', date('2018-03-03'), details),
    entry('allocation', date('2026-01-05'), { allocatedOn: '2026-01-05', worker, team, role: 'lead' }),
    entry('childProtectionPlan', date('2026-01-05'), held),
    entry('visit', date('2026-01-12'), seen, { seen: true, seenAlone: 'yes' }, visit),
  ];
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

/** One hash over all that an authority holds, its log of openings and lists and its sessions aside. */
export async function holdings(at: Besieged, authority: number): Promise<string> {
  const { rows: tables } = await at.fresh.owner.pool.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname in ('record', 'access')
       and c.relname not in ('session', 'list_log', 'access_log') and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'authority') order by 1`,
  );
  const held: string[] = [];
  for (const { name } of tables) {
    const { rows } = await at.fresh.owner.pool.query<{ all: string }>(
      `select md5(coalesce(string_agg(t::text, E'\\n' order by t::text), '')) as all from ${name} t where authority = $1`,
      [authority],
    );
    held.push(`${name} ${rows[0]?.all}`);
  }
  return held.join('\n');
}
