import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pretendDay, pretendId as id, pretendParts } from '../../pretend-parts.ts';
import { createServer } from '../../server.ts';

const [worker, manager] = [0, 1];
const child = `/children/${id(1, 0)}`;
const form = `${child}/record/visit`;
const seen = `e.${id(1, 0)}.seen`;
type Given = Readonly<Record<string, string | readonly string[]>>;

let parts: ReturnType<typeof pretendParts>;
let server: FastifyInstance;
beforeEach(async () => {
  parts = pretendParts(pretendDay);
  server = await createServer(parts);
  await open(worker);
});
afterEach(() => server.close());

const cookieOf = (member: number): string => `sightline=token-of-${id(2, member)}`;
const valueOf = (html: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
const get = async (url: string, member = worker) => server.inject({ url, headers: { cookie: cookieOf(member) } });
async function post(url: string, given: Given, member = worker, headers: Readonly<Record<string, string>> = {}) {
  const _csrf = valueOf((await get('/board', member)).body, '_csrf');
  const fields = Object.entries({ _csrf, ...given }).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one]));
  return server.inject({
    method: 'POST',
    url,
    headers: { cookie: cookieOf(member), 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(fields).toString(),
  });
}
const open = (member: number) => post(`${child}/open`, { reason: 'I work with this child or their family' }, member);
const to = ({ headers }: { readonly headers: Readonly<Record<string, unknown>> }): string => String(headers['location']);

/** What a window sends besides the answers. */
async function windowAt(url = form): Promise<Given> {
  const { body } = await get(url);
  return Object.fromEntries(['entry', 'readAt', 'version', 'tab', 'seq'].map((name) => [name, valueOf(body, name)]));
}
const addressOf = (entry: unknown): string => `${form}?draft=${String(entry)}`;
/** Once a window is known by its number, a later save of it has a later one. */
const later = (window: Given, seq: string): Given => ({ ...window, seq });

describe('an unfinished form', () => {
  it('is kept by a button, without a script, and gone on with from my day, from the child and from the form', async () => {
    const window = await windowAt();
    const answer = await post(form, { ...window, 'f.note': 'Half a sentence about', stage: 'later' });
    expect(to(answer)).toMatch(new RegExp(`^${child}\\?draft=saved&settles=`));
    expect((await get(to(answer))).body).toMatch(/It is a draft[\s\S]*Go on with your draft: Visit/);
    for (const page of ['/my-day', '/drafts']) {
      const { body } = await get(page);
      expect(body).toContain(addressOf(window['entry']));
      expect(body, 'what is missing').toContain('Date of the visit; Was the child seen?');
      expect(body, 'no word of it in a list').not.toContain('Half a sentence');
    }
    expect((await get(form)).body).toContain('You have begun this already');
    const again = await get(addressOf(window['entry']));
    expect(again.body).toContain('Half a sentence about');
    expect([valueOf(again.body, 'entry'), valueOf(again.body, 'version')]).toEqual([window['entry'], '1']);
  });

  it('is kept whatever button was pressed, also when it is not right', async () => {
    const window = await windowAt();
    const answer = await post(form, { ...window, 'f.note': 'No date yet', stage: 'check' });
    expect(answer.statusCode).toBe(400);
    expect((await get(addressOf(window['entry']))).body).toContain('No date yet');
  });

  it('becomes the entry of the same id, and is a draft no more', async () => {
    const window = await windowAt();
    const given = { 'f.visitedOn': ['2', '3', '2026'], 'f.note': 'Kitchen seen', [seen]: 'no' };
    const check = await post(form, { ...window, ...given, stage: 'check' });
    const next = Object.fromEntries(['entry', 'readAt', 'version', 'tab', 'seq'].map((name) => [name, valueOf(check.body, name)]));
    expect([next['entry'], next['version']]).toEqual([window['entry'], '1']);
    const recorded = await post(form, { ...next, ...given, stage: 'record' });
    expect(to(recorded)).toMatch(new RegExp(`^${child}\\?recorded=1`));
    expect(parts.written).toMatchObject([{ entry: window['entry'], draft: 2 }]);
    expect((await get('/drafts')).body).toContain('No draft waits');
  });

  it('that was recorded in another window goes on as another entry, and nothing of it is lost', async () => {
    const window = await windowAt();
    const given = { 'f.visitedOn': ['2', '3', '2026'], [seen]: 'no' };
    await post(form, { ...window, ...given, stage: 'record' });
    const answer = await post(form, { ...later(window, '9'), ...given, 'f.note': 'Thought of since', stage: 'later' });
    expect(answer.statusCode).toBe(303);
    const [draft] = [...parts.drafts.stored.values()].filter(({ form }) => form['f.note'] === 'Thought of since');
    expect(draft?.entry).not.toBe(window['entry']);
  });

  it('is named as closed where the child’s record has been closed to the writer', async () => {
    const window = await windowAt();
    await post(form, { ...window, 'f.note': 'Begun', stage: 'later' });
    parts.restricted.set(id(1, 0), 'Adoption');
    const { body } = await get('/my-day');
    expect(body).toContain('A record that is closed to you');
  });

  it('is thrown away, and brought back', async () => {
    const window = await windowAt();
    await post(form, { ...window, 'f.note': 'Begun', stage: 'later' });
    const thrown = await post(`/drafts/${String(window['entry'])}/throw-away`, {});
    const page = await get(to(thrown));
    expect(page.body).toMatch(/No draft waits[\s\S]*Bring back/);
    await post(`/drafts/${String(window['entry'])}/bring-back`, {});
    expect((await get('/drafts')).body).toContain(addressOf(window['entry']));
  });

  it('is known of to others, and not what is in it', async () => {
    const window = await windowAt();
    await post(form, { ...window, 'f.note': 'Half a sentence', stage: 'later' });
    await open(manager);
    const { body } = await get(child, manager);
    expect(body).toContain('Priya Shah has begun: Visit');
    expect(body).not.toContain('Half a sentence');
    expect((await get(addressOf(window['entry']), manager)).statusCode).toBe(404);
  });
});

describe('two windows on one draft', () => {
  const mine = 'Seen in the kitchen';
  const other = 'Seen in the garden';
  const both = async () => {
    const first = await windowAt();
    await post(form, { ...first, 'f.note': 'Seen', stage: 'later' });
    const [one, two] = [await windowAt(addressOf(first['entry'])), await windowAt(addressOf(first['entry']))];
    await post(form, { ...two, 'f.note': other, 'f.place': 'home', stage: 'later' });
    return { one, shown: await post(form, { ...one, 'f.note': mine, stage: 'later' }) };
  };
  const choice = (shown: Awaited<ReturnType<typeof post>>, choices: Given): Promise<Awaited<ReturnType<typeof post>>> => {
    const own = Object.fromEntries(['entry', 'readAt', 'version', 'tab', 'seq'].map((name) => [name, valueOf(shown.body, name)]));
    return post(form, { ...own, 'f.note': valueOf(shown.body, 'f.note'), ...choices, stage: 'choose' });
  };

  it('are shown side by side, question by question, and nothing is changed before the writer has chosen', async () => {
    const { one, shown } = await both();
    expect(shown.statusCode).toBe(409);
    for (const words of [mine, other, 'At home', 'No answer', 'What happened, and what it means', 'Where'])
      expect(shown.body).toContain(words);
    expect((await get(addressOf(one['entry']))).body).toContain(other);
    const unchosen = await choice(shown, { 'choice.f.note': 'mine' });
    expect([unchosen.statusCode, unchosen.body.includes('Choose which answer stays: Where')]).toEqual([400, true]);
  });

  it('become what the writer chose, and that is kept', async () => {
    const { one, shown } = await both();
    const chosen = await choice(shown, { 'choice.f.note': 'both', 'choice.f.place': 'saved' });
    expect(chosen.statusCode).toBe(200);
    for (const page of [chosen, await get(addressOf(one['entry']))]) {
      expect(page.body).toContain(`${other}\n\n${mine}`);
      expect(page.body).toMatch(/value="home"[^>]*checked/);
    }
  });

  it('are shown anew where the other window saves again meanwhile', async () => {
    const { one, shown } = await both();
    const three = await windowAt(addressOf(one['entry']));
    await post(form, { ...three, 'f.note': 'Seen at school', 'f.place': 'school', stage: 'later' });
    const again = await choice(shown, { 'choice.f.note': 'mine', 'choice.f.place': 'mine' });
    expect([again.statusCode, again.body.includes('Seen at school')]).toEqual([400, true]);
  });
});

describe('the place to which an open form saves itself', () => {
  const json = { accept: 'application/json' };

  it('answers with the version, and needs no open record: nothing is read', async () => {
    await server.close();
    server = await createServer(parts);
    const window = { entry: crypto.randomUUID(), tab: crypto.randomUUID(), version: '0', seq: '1', 'f.note': 'Typed' };
    const saved = await post(`${form}/draft`, window, worker, json);
    expect(saved.json()).toMatchObject({ kind: 'saved', version: 1 });
    expect(
      (await post(`${form}/draft`, { ...window, tab: crypto.randomUUID(), 'f.note': 'Elsewhere' }, worker, json)).json(),
    ).toMatchObject({
      kind: 'conflict',
    });
    expect((await post(`${form}/draft`, { 'f.note': 'Typed' }, worker, json)).statusCode).toBe(400);
  });

  it('says in a word that the session is over, and gives its key to who is signed in alone', async () => {
    const over = await server.inject({ method: 'POST', url: `${form}/draft`, headers: json });
    expect([over.statusCode, over.body]).toEqual([401, '']);
    expect((await server.inject({ url: '/drafts/key', headers: json })).statusCode).toBe(401);
    expect((await get('/drafts/key')).json()).toMatchObject({ who: id(2, worker) });
  });
});
