import { createHash, randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/servers.ts';
import { date } from '../kernel/calendar/dates.ts';
import { attachedTo } from '../kernel/step/attached.ts';
import type { Role } from '../kernel/step/permission.ts';
import { readPdf, wordsOfWord } from '../outputs/file-text.fixture.ts';
import type { NewEntry, Session } from '../record/contract.ts';
import { addAuthority, addMember, addTeam, beginSession, setLetterhead } from '../record/members.ts';
import { asOwnerOf, verify } from '../record/verify.ts';
import { createServer } from '../web/server.ts';
import type { WebParts } from '../web/parts.ts';
import { givePermissions } from './open.ts';
import { webPartsOf } from './web-parts.ts';

type Somebody = { readonly token: string; readonly session: Session };

let fresh: FreshDatabase;
let parts: WebParts;
let server: FastifyInstance;
let worker: Somebody, manager: Somebody, analyst: Somebody, elsewhere: Somebody;
const [child, team] = [randomUUID(), randomUUID()];

async function somebody(authority: number, role: Role): Promise<Somebody> {
  const member = randomUUID();
  await addMember(fresh.owner, {
    authority,
    member,
    name: `${role} ${authority}`,
    email: `${role}${authority}@example.org`,
    team,
    manages: [team],
    roles: [role],
  });
  const token = await beginSession(fresh.app, authority, member);
  return { token, session: { authority, actor: member, roles: [role], teams: [team], scope: 'all' } };
}

const told = (step: string, on: string, shared: NewEntry['shared'], answers: NewEntry['shared'] = {}): NewEntry => ({
  entry: randomUUID(),
  step,
  wording: '00',
  happenedOn: date(on),
  shared,
  about: [{ person: child, answers }],
});

beforeAll(async () => {
  fresh = await freshDatabase();
  for (const authority of [1, 2]) {
    await addAuthority(fresh.owner, { authority, name: `Council ${authority}` });
    await givePermissions(fresh.owner, authority);
    await addTeam(fresh.owner, { authority, team, name: 'North' });
  }
  await setLetterhead(fresh.owner, 1, ['Shire Hall, Oakham', '01632 960001']);
  [worker, manager, analyst, elsewhere] = [
    await somebody(1, 'socialWorker'),
    await somebody(1, 'teamManager'),
    await somebody(1, 'performanceAnalyst'),
    await somebody(2, 'socialWorker'),
  ];
  parts = await webPartsOf(fresh.app, false, { subscribe: () => () => {} });
  server = await createServer(parts);
  const first = [
    told('personDetails', '2026-01-05', { recordedOn: '2026-01-05' }, { firstName: 'Jan', lastName: 'Łuczak', bornOn: '2018-03-04' }),
    told('household', '2026-01-05', { from: '2026-01-05', address: '14 Example Street', postcode: 'OX1 1ND' }),
  ];
  expect(await parts.record.append(manager.session, first, new Map())).toEqual({ kind: 'appended' });
});
afterAll(async () => {
  await server?.close();
  await fresh?.drop();
});

const get = (url: string, { token }: Somebody) => server.inject({ url, headers: { cookie: `sightline=${token}` } });

async function send(url: string, { token }: Somebody, given: Readonly<Record<string, string>>) {
  const csrf = /name="_csrf" value="([^"]+)"/.exec((await get('/find', { token, session: worker.session })).body)?.[1] ?? '';
  const payload = new URLSearchParams({ _csrf: csrf, ...given }).toString();
  return server.inject({
    method: 'POST',
    url,
    payload,
    headers: { cookie: `sightline=${token}`, 'content-type': 'application/x-www-form-urlencoded' },
  });
}

const open = (by: Somebody) => send(`/children/${child}/open`, by, { reason: 'I work with this child or their family' });
const release = (by: Somebody, format: string, entry = randomUUID()) =>
  send(`/children/${child}/record/documentReleased`, by, {
    entry,
    stage: 'record',
    'f.kind': 'fullRecord',
    'f.recipient': 'Mrs Okoro, head teacher',
    'f.recipientKind': 'school',
    'f.lawfulBasis': 'publicTask',
    'f.howSent': 'secureEmail',
    'f.format': format,
  });

async function released() {
  const opening = (await parts.record.open(manager.session, [child], 'To see what went')).get(child);
  if (opening?.kind !== 'opened') throw new Error('not opened');
  return (await parts.record.read(opening.record)).history.filter(({ step }) => step === 'documentReleased');
}

it('is released by a practitioner with the record open, once; by nobody of another role or authority', async () => {
  await open(worker);
  const entry = randomUUID();
  expect((await release(worker, 'pdf', entry)).headers.location).toBe(`/children/${child}?recorded=1#entry-${entry}`);
  expect((await release(worker, 'pdf', entry)).statusCode).toBe(303);
  expect((await release(analyst, 'pdf')).statusCode).toBe(403);
  await open(elsewhere);
  expect((await release(elsewhere, 'pdf')).headers.location ?? '').not.toContain('recorded');
  expect(await released()).toHaveLength(1);
});

it('is kept as it went: the bytes of the digest that the ledger covers, without what the recipient must not have', async () => {
  await open(worker);
  await release(worker, 'docx');
  const files = (await released()).flatMap(({ answers }) => attachedTo(answers));
  expect(files).toHaveLength(2);
  for (const { id, digest, kind } of files) {
    const { rawPayload } = await get(`/children/${child}/files/${id}`, worker);
    expect(createHash('sha256').update(rawPayload).digest('hex')).toBe(digest);
    const text = kind === 'application/pdf' ? readPdf(rawPayload).text : wordsOfWord(rawPayload);
    for (const words of ['Council 1', 'Shire Hall, Oakham', 'Jan', 'Łuczak']) expect(text).toContain(words);
    expect(text).not.toMatch(/Example Street|OX1/);
  }
  expect(await verify(fresh.owner, 1)).not.toHaveProperty('broken');
  const { rows } = await asOwnerOf(fresh.owner, 1, (sql) => sql.query('select * from record.broken_attachments(1)'));
  expect(rows).toEqual([]);
});

it('is opened again by those who may read the entry, of an open record; by nobody else, and not once the record is restricted to others', async () => {
  const [file] = (await released()).flatMap(({ answers }) => attachedTo(answers));
  const at = `/children/${child}/files/${file?.id}`;
  expect((await get(at, manager)).statusCode).toBe(303);
  await open(manager);
  expect((await get(at, manager)).statusCode).toBe(200);
  expect((await get(at, analyst)).statusCode).toBe(403);
  expect((await get(at, elsewhere)).statusCode).not.toBe(200);
  const to = { readers: [manager.session.actor], ring: 'Ring the manager', reason: 'A relative works here' };
  expect((await parts.record.restrict(manager.session, child, to)).kind).toBe('done');
  expect((await get(at, worker)).statusCode).not.toBe(200);
  expect((await release(worker, 'pdf')).headers.location ?? '').not.toContain('recorded');
  expect((await get(at, manager)).statusCode).toBe(200);
});
