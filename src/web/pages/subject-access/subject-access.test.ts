import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { date } from '../../../kernel/calendar/dates.ts';
import { whatStands } from '../../../kernel/step/history.ts';
import { readPdf } from '../../../outputs/file-text.fixture.ts';
import type { NewEntry, Session, Unread } from '../../../record/contract.ts';
import { pretendDay, pretendId as id, pretendParts } from '../../pretend-parts.ts';
import { createServer } from '../../server.ts';

/** Amara Okafor, whose brother is Ben Carter. */
const person = id(1, 0);
const [worker, manager, head, analyst] = [id(2, 0), id(2, 1), id(2, 2), id(2, 5)];
const [request, note] = [id(7, 70), id(7, 71)];
const at = `/children/${person}/subject-access`;

let server: FastifyInstance;
let parts: ReturnType<typeof pretendParts>;
let unread: readonly Unread[] = [];
const authors = new Map<string, string>();

const state = (entry: string, step: string, shared: object): NewEntry => ({
  entry,
  step,
  wording: '',
  happenedOn: date('2026-03-02'),
  shared: { ...shared },
  about: [{ person, answers: {} }],
});

beforeEach(async () => {
  unread = [];
  parts = pretendParts(pretendDay);
  const { read, append } = parts.record;
  Object.assign(parts.record, {
    append: async (session: Session, entries: readonly NewEntry[]) => {
      for (const { entry } of entries) authors.set(entry, session.actor);
      return append(session, entries, new Map());
    },
    read: async (opened: Parameters<typeof read>[0]) => {
      const record = await read(opened);
      const chain = record.chain.map((line) => ({ ...line, recordedBy: authors.get(line.entry) ?? line.recordedBy }));
      return { ...record, chain, history: whatStands(chain), unread };
    },
  });
  server = await createServer(parts);
  parts.written.push(
    state(note, 'caseNote', {
      notedOn: date('2026-03-02'),
      note: 'Ben Carter was out. Amara drew a house. Their neighbour rings from 07700 900123.',
    }),
    state(request, 'subjectAccessRequest', { receivedOn: date('2026-03-03'), asker: 'Amara Okafor', capacity: 'person' }),
  );
  // The request came today, so that all of it was recorded by then.
  parts.written.splice(1, 1, { ...parts.written[1], happenedOn: date('2026-03-03') } as NewEntry);
});
afterEach(() => server.close());

const headersOf = (member: string) => ({ cookie: `sightline=token-of-${member}` });
async function get(url: string, as = worker) {
  const opened = await server.inject({ url: '/board', headers: headersOf(as) });
  const csrf = /name="_csrf" value="([^"]+)"/.exec(opened.body)?.[1] ?? '';
  const body = new URLSearchParams({ _csrf: csrf, reason: 'I work with this child or their family' });
  await server.inject({
    method: 'POST',
    url: `/children/${person}/open`,
    headers: { ...headersOf(as), 'content-type': 'application/x-www-form-urlencoded' },
    body: body.toString(),
  });
  return server.inject({ url, headers: headersOf(as) });
}

/** The entries page sent as its form would be, with some of its answers changed. */
async function send(url: string, changes: Readonly<Record<string, string | readonly string[]>>, as = worker) {
  const { body } = await get(url.replace('/release', '/copy'), as);
  const hidden = [...body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  const form = new URLSearchParams(Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value])));
  for (const [name, value] of Object.entries(changes)) {
    form.delete(name);
    for (const one of [value].flat()) form.append(name, one);
  }
  const headers = { ...headersOf(as), 'content-type': 'application/x-www-form-urlencoded' };
  return server.inject({ method: 'POST', url, headers, body: form.toString() });
}

const entries = `${at}/${request}/entries`;
const decided = () => parts.written.filter(({ step }) => step === 'redaction').map(({ shared }) => shared);
const tickOf = (body: string, words: string): string =>
  new RegExp(`value="([^"]+)"[^>]*/?><label[^>]*>${words}`).exec(body)?.[1] ?? `no tick: ${words}`;

describe('what is disclosed', () => {
  it('is proposed where the record knows who it is, and nothing is decided by itself', async () => {
    const { body, statusCode } = await get(entries);
    expect(statusCode).toBe(200);
    expect(body).toContain('<mark>Ben Carter</mark>');
    expect(body).toContain('<mark>07700 900123</mark>');
    expect(body).not.toContain('<mark>Amara');
    expect(body).toContain('0 of 4 entries decided');
    expect(decided()).toEqual([]);
  });

  it('is proposed of a sentence too that names somebody whose record is restricted, which nobody discloses at one press', async () => {
    const hidden = id(7, 72);
    parts.written.splice(1, 0, state(hidden, 'caseNote', { notedOn: date('2026-03-02'), note: 'She drew. Nemo was out.' }));
    for (let other = 1; other < 40; other++) parts.restricted.set(id(1, other), 'Ring Tom Ashdown');
    const { body } = await get(entries);
    expect(body).toContain('<mark>Nemo was out.</mark>');
    expect(body).toContain('Nemo was out.: names somebody whose record is restricted');
    await send(entries, { stage: 'rest' });
    expect(decided()).toHaveLength(1);
    expect(JSON.stringify(decided())).not.toContain(hidden);
  });

  it('is kept as places, never as words; on the ground that was chosen', async () => {
    const { body } = await get(entries);
    const answer = { [`d.${note}`]: 'disclose', [`p.${note}`]: tickOf(body, 'Ben Carter:'), stage: 'keep' };
    const refused = await send(entries, answer);
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain('choose on which ground it is withheld');
    const kept = await send(entries, { ...answer, [`g.${note}`]: 'thirdParty', [`y.${note}`]: 'Not asked him' });
    expect(kept.statusCode).toBe(303);
    expect(decided()).toMatchObject([
      {
        request,
        entries: [{ entry: note, treatment: 'blackOut', at: 'note', places: '0-10', ground: 'thirdParty', why: 'Not asked him' }],
      },
    ]);
    expect(JSON.stringify(decided())).not.toContain('Ben');
    expect((await get(entries)).body).toContain('<del class="sl-blacked-out">Ben Carter</del>');
  });

  it('of a name is decided once for every entry, and no longer at one press', async () => {
    await send(entries, { everywhere: 'Ben Carter' });
    expect((await get(entries)).body).toContain('<del class="sl-blacked-out">Ben Carter</del>');
    await send(entries, { lift: 'Ben Carter' });
    expect((await get(entries)).body).not.toContain('sl-blacked-out');
  });

  it('of the rest of a page is what nothing was found in', async () => {
    await send(entries, { stage: 'rest' });
    const told = decided().flatMap(({ entries: lines }) => (Array.isArray(lines) ? lines : []));
    expect(told).toHaveLength(3);
    expect(JSON.stringify(told)).not.toContain(note);
  });

  it('is not decided over somebody who decided meanwhile', async () => {
    const answer = { [`d.${note}`]: 'withhold', [`g.${note}`]: 'crime', stage: 'keep' };
    const seen = { seen: '' };
    expect((await send(entries, answer, manager)).statusCode).toBe(303);
    const late = await send(entries, { ...answer, ...seen, [`d.${note}`]: 'disclose', [`g.${note}`]: '' });
    expect(late.statusCode).toBe(400);
    expect(late.body).toContain('Tom Ashdown has decided about it meanwhile');
  });

  it('is decided by nobody whose role may not, and asked of no other record', async () => {
    expect((await get(entries, analyst)).statusCode).toBe(403);
    expect((await send(entries, { stage: 'rest' }, id(2, 4))).statusCode).toBe(403);
    expect((await get(`${at}/${note}/entries`)).statusCode).toBe(404);
  });
});

describe('the copy', () => {
  const confirm = async (by: string) => {
    const entry = crypto.randomUUID();
    authors.set(entry, by);
    parts.written.push(state(entry, 'redactionConfirmation', { confirmedOn: date('2026-03-03'), request }));
  };
  const prove = () => parts.written.push(state(crypto.randomUUID(), 'subjectAccessIdentity', { provedOn: date('2026-03-03'), request }));
  const decide = async (weighed: Readonly<Record<string, string>> = { 'h.everywhere': 'refused', [`h.${note}`]: 'unanswered' }) => {
    await send(entries, {
      ...weighed,
      everywhere: 'Ben Carter',
      stage: 'rest',
      [`d.${note}`]: 'disclose',
      [`w.${note}`]: '07700 900123',
      [`g.${note}`]: 'thirdParty',
    });
  };

  it('is a draft until all is decided, confirmed by another, and identity proved', async () => {
    expect((await send(`${at}/${request}/release`, { how: 'post' }, manager)).statusCode).toBe(400);
    await decide();
    prove();
    await confirm(worker);
    expect((await get(`${at}/${request}/copy`, manager)).body).toContain('Somebody who decided none of it must confirm');
    await confirm(head);
    const { body } = await get(`${at}/${request}/copy`, manager);
    expect(body).not.toContain('What it still waits for');
  });

  it('waits until it is said of each third party whether they were asked: never a stop to keeping', async () => {
    await decide({});
    prove();
    await confirm(head);
    const waiting = (await get(`${at}/${request}/copy`, manager)).body;
    expect(waiting).toMatch(/Entry \d, “Ben Carter” in every entry: say whether the third party was asked/);
    expect((await send(`${at}/${request}/release`, { statement: id(7, 99), how: 'inPerson' }, manager)).statusCode).toBe(400);
    await send(entries, {
      stage: 'everywhere',
      words: 'Ben Carter',
      ground: 'thirdParty',
      'h.everywhere': 'notAsked',
      'y.everywhere': 'He is nine.',
    });
    const word = { [`d.${note}`]: 'disclose', [`w.${note}`]: '07700 900123', [`g.${note}`]: 'thirdParty', [`h.${note}`]: 'refused' };
    await send(entries, { ...word, stage: 'keep' });
    await confirm(head);
    expect((await get(`${at}/${request}/copy`, manager)).body).not.toContain('What it still waits for');
  });

  it('waits for what somebody else must read, not for words that are closed because they are shared with a restricted record', async () => {
    const struck = { position: 5, recordedAt: pretendDay.toISOString(), isStruck: true } as const;
    unread = [{ position: 2, recordedAt: pretendDay.toISOString() }, struck];
    expect((await get(`${at}/${request}/copy`, manager)).body).not.toContain('closed to you');
    unread = [{ position: 99, recordedAt: pretendDay.toISOString() }, struck];
    expect((await get(`${at}/${request}/copy`, manager)).body).toContain('1 entry is closed to you');
  });

  it('that goes holds none of the words, and its bytes are kept with the entry', async () => {
    await decide();
    prove();
    await confirm(head);
    const sent = await send(`${at}/${request}/release`, { statement: id(7, 99), how: 'inPerson' }, manager);
    expect(sent.statusCode).toBe(303);
    const released = parts.written.find(({ step }) => step === 'subjectAccessRelease');
    expect(released?.shared).toMatchObject({ to: 'Amara Okafor', how: 'inPerson', request });
    const files = released?.shared['attached'];
    expect(files).toMatchObject([{ kind: 'application/pdf' }, { name: expect.stringMatching(/\.docx$/) }]);
    const { text } = readPdf((await get(`${at}/${request}/copy/pdf`, manager)).rawPayload);
    expect(text).toContain('drew a house');
    expect(text).toContain('withheld: third party');
    expect(text).not.toMatch(/Ben Carter|07700/);
    expect((await get(at)).body).toContain('Ended on 3 Mar 2026');
  });
});

describe('a file of an entry', () => {
  const file = id(7, 90);
  const photograph = { id: file, name: 'kitchen.jpg', kind: 'image/jpeg', bytes: 2048, digest: 'a'.repeat(64), isChecked: true };
  beforeEach(() =>
    parts.written.push(state(id(7, 72), 'caseNote', { notedOn: date('2026-03-02'), note: 'A visit.', attached: [photograph] })),
  );

  it('is decided by itself, after it was looked at: never with the rest, nor with the entry to which it belongs', async () => {
    const { body } = await get(entries);
    expect(body).toContain('File of: Case note');
    expect(body).toContain(`href="/children/${person}/files/${file}"`);
    await send(entries, { stage: 'rest' });
    expect(JSON.stringify(decided())).toContain(id(7, 72));
    expect(JSON.stringify(decided())).not.toContain(file);
    expect((await get(`${at}/${request}/copy`)).body).not.toContain('Files to send with it');
  });
  it('that is disclosed is sent with the copy; withheld, not even its name is in it', async () => {
    await send(entries, { stage: 'keep', [`d.${file}`]: 'disclose' });
    expect((await get(`${at}/${request}/copy`)).body).toMatch(/Files to send with it.*kitchen\.jpg \(2 KB\)/s);
    expect(readPdf((await get(`${at}/${request}/copy/pdf`)).rawPayload).text).toContain('kitchen.jpg');
    await send(entries, { stage: 'keep', [`d.${file}`]: 'withhold', [`g.${file}`]: 'thirdParty' });
    expect((await get(`${at}/${request}/copy`)).body).not.toContain('kitchen.jpg');
    expect(readPdf((await get(`${at}/${request}/copy/pdf`)).rawPayload).text).not.toContain('kitchen.jpg');
  });
});

describe('what people ask of their records, of the whole service', () => {
  it('is one list for managers: what is late, what is owed, and what stands still until they answer', async () => {
    const { body } = await get('/people-ask', manager);
    for (const words of [
      '2 answers owed, 1 of them late; 1 paused until somebody answers us.',
      'Paused: nothing is owed until they answer',
    ])
      expect(body).toContain(words);
    expect(body.match(/href="\/children\/[^"]+\/subject-access"/g)).toHaveLength(2);
    expect((await get('/people-ask', worker)).statusCode).toBe(403);
  });
});

describe('what a data protection officer watches', () => {
  it('is whether answers come in time and what was opened, destroyed or left; nobody by name, and no way into a record', async () => {
    const officer = id(2, 11);
    const { body } = await get('/data-protection', officer);
    for (const words of [
      '2 answers given, 1 of them late; 2 owed, 1 of them late.',
      'Number 3',
      'Night team',
      'Max Byrne',
      'Closed without a plan',
    ])
      expect(body).toContain(words);
    expect(body).not.toMatch(/href="\/children|Amara|Okafor|Carter/);
    for (const board of ['/', '/board', '/board?who=care'])
      expect((await get(board, officer)).headers.location, board).toBe('/data-protection');
    for (const other of [worker, manager, head]) expect((await get('/data-protection', other)).statusCode).toBe(403);
    for (const way of [`/children/${person}`, '/people-ask', '/alerts', '/retention', '/find'])
      expect((await get(way, officer)).statusCode, way).toBe(403);
  });
});
