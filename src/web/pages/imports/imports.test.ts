import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pretendDay, pretendId as id, pretendParts } from '../../pretend-parts.ts';
import { pretendRun } from '../../pretend-run.ts';
import { createServer } from '../../server.ts';

const [analyst, administrator] = [{ cookie: `sightline=token-of-${id(2, 5)}` }, { cookie: `sightline=token-of-${id(2, 6)}` }];

let server: FastifyInstance;
let parts: ReturnType<typeof pretendParts>;
beforeEach(async () => {
  parts = pretendParts(pretendDay);
  const begin: typeof parts.imports.begin = async (_session, sent) => {
    for await (const { file } of sent) file.resume();
    return { kind: 'refused', message: 'Only an administrator may import a file' };
  };
  Object.assign(parts.imports, { begin });
  server = await createServer(parts);
});
afterEach(() => server.close());

const csrfOf = async (headers: typeof analyst) =>
  /name="_csrf" value="([^"]+)"/.exec((await server.inject({ url: '/imports', headers })).body)?.[1] ?? '';

function upload(headers: typeof analyst, csrf: string, more: Readonly<Record<string, string>> = {}) {
  const part = (name: string, which: string, text: string) =>
    `--x\r\nContent-Disposition: form-data; name="${name}"${which}\r\n\r\n${text}\r\n`;
  const fields = Object.entries({ _csrf: csrf, ...more }).map(([name, text]) => part(name, '', text));
  const payload = `${fields.join('')}${part('files', '; filename="a.xml"', '<Message/>')}--x--\r\n`;
  return server.inject({
    method: 'POST',
    url: '/imports',
    headers: { ...headers, 'content-type': 'multipart/form-data; boundary=x' },
    payload,
  });
}

it('an analyst reads what was imported, is offered no import, and is let do none', async () => {
  const { statusCode, body } = await server.inject({ url: '/imports', headers: analyst });
  expect([statusCode, body.includes('multipart/form-data')]).toEqual([200, false]);
  expect((await upload(analyst, await csrfOf(analyst))).statusCode).toBe(403);
  expect((await server.inject({ url: '/imports', headers: administrator })).body).toContain('multipart/form-data');
});

it('an import that is not let begin says why, at the form', async () => {
  const answer = await upload(administrator, await csrfOf(administrator));
  expect([answer.statusCode, answer.body.includes('Only an administrator may import a file')]).toEqual([400, true]);
});

it.each([
  [0.469, 'value="46"', '46% read'],
  [1, 'value="100"', '100% read'],
  [0, 'value="0"', '0% read'],
])('of a running import %d of the file has been read: the bar and its words say so', async (shareRead, value, words) => {
  parts.runs.push(pretendRun({ state: 'running', finishedAt: null, shareRead }));
  const { body } = await get(`/imports/${id(8, 1)}`);
  const [bar = ''] = /<progress[^>]*>/.exec(body) ?? [];
  expect([bar.includes(value), bar.includes('max="100"'), body.includes(words)]).toEqual([true, true, true]);
});

it('an import of which nobody knows how much there is shows a bar without a measure; one that ended shows none', async () => {
  parts.runs.push(pretendRun({ state: 'running', finishedAt: null }), pretendRun({ run: id(8, 2), shareRead: 1 }));
  expect(/<progress[^>]*>/.exec((await get(`/imports/${id(8, 1)}`)).body)?.[0]).not.toMatch(/\bvalue=/);
  expect((await get(`/imports/${id(8, 2)}`)).body).not.toContain('<progress');
});

describe('a dry run', () => {
  const dry = pretendRun({ fileName: 'tried.xml', kind: 'cin-dry-run', entries: 1_234 });

  it('is asked for before the files are chosen, and only then is one made', async () => {
    const asked: object[] = [];
    const begin: typeof parts.imports.begin = async (_session, sent, how) => {
      for await (const { file } of sent) file.resume();
      asked.push(how);
      return { kind: 'begun', run: dry.run };
    };
    Object.assign(parts.imports, { begin });
    const { body } = await server.inject({ url: '/imports', headers: administrator });
    const box = body.indexOf('name="dryRun"');
    expect([box > 0, box < body.indexOf('name="files"')]).toEqual([true, true]);
    for (const more of [{ dryRun: 'yes', year: '2026' }, { year: '2026' }]) await upload(administrator, await csrfOf(administrator), more);
    expect(asked).toEqual([
      { dryRun: true, year: 2026 },
      { dryRun: false, year: 2026 },
    ]);
  });

  it.each([
    [dry, true],
    [{ ...dry, kind: 'cin' }, false],
  ])('says on its page and in the list that nothing was recorded; an import does not', async (run, isDry) => {
    parts.runs.push(run);
    const [list, page] = [(await get('/imports')).body, (await get(`/imports/${run.run}`)).body];
    expect([list.includes('none; 1,234 would be'), page.includes('Nothing of them was recorded'), page.includes('would be added')]).toEqual(
      Array(3).fill(isDry),
    );
  });
});

const stopped = pretendRun({ fileName: 'half.xml', state: 'stopped' });
const url = `/imports/${stopped.run}`;
const get = (address: string, headers = administrator) => server.inject({ url: address, headers });

describe('what could not be taken of a file', () => {
  const problems = Array.from({ length: 2_600 }, (_, n) => ({
    n: n + 1,
    line: n + 2,
    child: `C${n + 1}`,
    field: 'DEC',
    value: n === 0 ? '=1+1' : '1/4/24',
    reason: 'lacks a nought',
    isRepairable: true,
  }));

  it('is shown page after page, to the last', async () => {
    parts.runs.push(stopped);
    parts.problems.push(...problems);
    const first = (await get(url)).body;
    expect([first.includes('2,600 problems'), first.includes('>C250<'), first.includes('>C251<')]).toEqual([true, true, false]);
    const last = (await get(`${url}?page=11`)).body;
    expect([last.includes('>C2501<'), last.includes('>C2600<'), last.includes('page 11 of 11')]).toEqual([true, true, true]);
    expect((await get(`${url}/problems/2600`)).body).toContain('child C2600');
    expect((await get(`${url}/problems/2601`)).statusCode).toBe(404);
  });

  it('is looked through for what looks alike once, for the first page, however many are read', async () => {
    parts.runs.push(stopped);
    parts.problems.push(...problems);
    let times = 0;
    const alike = { field: 'DEC', writing: 'two-digits', values: 2_599, example: '1/4/24', readAs: '01/04/2024' } as const;
    Object.assign(parts.imports, { suggestions: async () => ((times += 1), [alike]) });
    expect([(await get(url)).body.includes('01/04/2024'), times]).toEqual([true, 1]);
    expect([(await get(`${url}?page=2`)).body.includes('01/04/2024'), (await get(`${url}?page=11`)).statusCode, times]).toEqual([
      false,
      200,
      1,
    ]);
  });

  it('is given as a table, all of it, to an analyst too; no cell is a formula', async () => {
    parts.runs.push(stopped);
    parts.problems.push(...problems);
    const { body, headers } = await get(`${url}/problems.csv`, analyst);
    expect(headers['content-type']).toContain('text/csv');
    const lines = body.trimEnd().split('\r\n');
    expect(lines).toHaveLength(2_601);
    expect(lines.slice(0, 2)).toEqual([
      '\ufeffFile,Line,Child,Field,Value,Why it could not be taken,Put right',
      "half.xml,2,C1,DEC,'=1+1,lacks a nought,",
    ]);
    expect(lines.at(-1)).toBe('half.xml,2601,C2600,DEC,1/4/24,lacks a nought,');
    expect((await get(`${url}/problems.csv`, { cookie: `sightline=token-of-${id(2, 1)}` })).statusCode).toBe(403);
  });
});

describe('a file that stopped half-way', () => {
  const form = { ...administrator, 'content-type': 'application/x-www-form-urlencoded' };
  const send = async (address: string, given: Readonly<Record<string, string>>, headers = form) =>
    server.inject({
      method: 'POST',
      url: address,
      headers,
      payload: new URLSearchParams({ _csrf: await csrfOf(headers), ...given }).toString(),
    });

  it('is set aside by an administrator, with a reason; an analyst is not offered it', async () => {
    const reasons: string[] = [];
    Object.assign(parts.imports, {
      setAside: async (_session: object, _run: string, reason: string) => (reasons.push(reason), { kind: 'done' }),
    });
    parts.runs.push(stopped);
    expect([(await get(url)).body.includes('/set-aside'), (await get(url, analyst)).body.includes('/set-aside')]).toEqual([true, false]);
    const refused = await send(`${url}/set-aside`, { reason: ' ' });
    expect([refused.statusCode, refused.body.includes('Enter the reason')]).toEqual([400, true]);
    expect((await send(`${url}/set-aside`, { reason: 'x' }, { ...form, ...analyst })).statusCode).toBe(403);
    expect((await send(`${url}/set-aside`, { reason: 'It came from the other system' })).headers.location).toBe(url);
    expect(reasons).toEqual(['It came from the other system']);
    parts.runs.splice(0, 1, {
      ...stopped,
      setAsideAt: '2026-03-03 10:00:00+00',
      setAsideBy: id(2, 6),
      setAsideReason: 'It came from the other system',
    });
    expect((await get(url)).body).toMatch(/Set aside .* by Ian Frost: It came from the other system/);
  });

  it.each([
    ['ab', 'The same file'],
    ['cd', 'A later file of the same year'],
  ])('says by which later file, of hash %s, it was taken in whole: %s', async (fileHash, words) => {
    parts.runs.push({ ...stopped, kind: 'ssda903' });
    Object.assign(parts.imports, { wholeBy: async () => pretendRun({ run: id(8, 2), fileName: 'corrected.xml', fileHash }) });
    const link = `href="/imports/${id(8, 2)}"[^>]*>\\s*corrected\\.xml`;
    expect((await get(url)).body).toMatch(new RegExp(`${words} was taken in whole:.*${link}`, 's'));
  });

  it.each([
    ['a value', `${url}/problems/1`, { value: '27/11/2024' }, 'value="27/11/2024"'],
    ['a reason for setting aside', `${url}/set-aside`, { reason: 'The other system has it' }, 'The other system has it'],
    [
      'a decision',
      `/imports/children/${id(9, 1)}`,
      { action: 'decide', decision: id(10, 1), choice: 'different', reason: 'They are twins' },
      'They are twins',
    ],
  ])('%s that was typed when the session had ended is there again after signing in', async (_name, address, given, words) => {
    parts.runs.push(stopped);
    parts.problems.push({
      n: 1,
      line: 2,
      child: '7',
      field: 'DEC',
      value: '27/11/24',
      reason: 'has a year of two digits',
      isRepairable: true,
    });
    const said = { name: 'Child 7', facts: [], history: [] };
    parts.questions.push({
      id: id(9, 1),
      source: 'SSDA903 return',
      child: '7',
      because: 'it may be another',
      askedAt: '2026-03-03 09:00:00+00',
      isDecided: false,
      decision: id(10, 2),
      given: said,
      records: [],
    });
    const csrf = await csrfOf(administrator);
    const { sessionOf } = parts.members;
    Object.assign(parts.members, { sessionOf: async () => undefined });
    const answer = await server.inject({
      method: 'POST',
      url: address,
      headers: form,
      payload: new URLSearchParams({ _csrf: csrf, ...given }).toString(),
    });
    expect(answer.headers.location).toBe(`/sign-in?ended=kept&next=${encodeURIComponent(address)}`);
    Object.assign(parts.members, { sessionOf });
    const key = answer.cookies.find(({ name }) => name === 'kept')?.value ?? '';
    expect((await get(`${address}?kept=${key}`)).body).toContain(words);
    expect((await get(`${address}?kept=${key}`)).body, 'given back once').not.toContain(words);
  });
});

describe('files of a move-in beside the record', () => {
  const head = { cookie: `sightline=token-of-${id(2, 2)}` };
  const csrfAt = async (url: string, headers: typeof analyst) =>
    /name="_csrf" value="([^"]+)"/.exec((await server.inject({ url, headers })).body)?.[1] ?? '';
  const send = async (headers: typeof analyst, fields: Readonly<Record<string, string>>, files: Readonly<Record<string, string>>) => {
    const csrf = await csrfAt('/imports/reconcile', headers);
    const part = (name: string, which: string, text: string) =>
      `--x\r\nContent-Disposition: form-data; name="${name}"${which}\r\n\r\n${text}\r\n`;
    const given = Object.entries({ _csrf: csrf, ...fields }).map(([name, text]) => part(name, '', text));
    const sent = Object.entries(files).map(([name, text]) => part('files', `; filename="${name}"`, text));
    return server.inject({
      method: 'POST',
      url: '/imports/reconcile',
      headers: { ...headers, 'content-type': 'multipart/form-data; boundary=x' },
      payload: `${given.join('')}${sent.join('')}--x--\r\n`,
    });
  };

  it('are compared for whoever answers for returns: counts, what differs, and what nobody takes', async () => {
    const { statusCode, body } = await send(analyst, { year: '2025-26', on: '2026-01-31' }, { 'census.xml': '<Message/>' });
    expect(statusCode).toBe(200);
    for (const words of [
      '1,204',
      'pers_dob 2026-01-31',
      'CINreferralDate: 2026-01-12',
      'census.xml',
      'notes-2025-26.csv',
      '3 rows or children differ',
      'Annex A, 31 Jan 2026, table by table',
      'Date of Contact 2026-01-12',
    ])
      expect(body).toContain(words);
    expect((await send(head, { year: '2025-26' }, { 'census.xml': '<Message/>' })).statusCode).toBe(200);
  });
  it('whose names say another year than they were compared with are told so', async () => {
    const sent = async (name: string) => (await send(analyst, { year: '2025-26' }, { [name]: '<Message/>' })).body;
    expect(await sent('census-2024-25.xml')).toContain('By its name it is of 2024-25. It was compared with 2025-26');
    for (const name of ['census-2025-26.xml', 'census.xml']) expect(await sent(name)).not.toContain('By its name it is of');
  });
  it('of which nothing could be compared are not said to differ in nothing', async () => {
    const nothing = { tables: [], returns: [], others: [], unmapped: ['all.zip: the workbook cannot be read'] };
    Object.assign(parts.returns, { reconcile: async () => nothing });
    const { body } = await send(analyst, { year: '2025-26' }, { 'all.zip': 'PK' });
    expect(body).toContain('Nothing could be compared.');
    expect(body).not.toContain('Nothing differs');
  });
  it('are not without a file, of no year, of a day to come; nor for an administrator', async () => {
    const none = await send(analyst, { year: '2025-26', on: '' }, {});
    expect([none.statusCode, none.body.includes('Select the files of an extract')]).toEqual([400, true]);
    const wrong = await send(analyst, { year: '1999-00', on: '2099-01-01' }, { 'a.xml': '<Message/>' });
    expect([wrong.statusCode, wrong.body.includes('Choose a year'), wrong.body.includes('is no day that has come')]).toEqual([
      400,
      true,
      true,
    ]);
    expect((await server.inject({ url: '/imports/reconcile', headers: administrator })).statusCode).toBe(403);
    expect((await server.inject({ url: '/imports', headers: analyst })).body).toContain('href="/imports/reconcile"');
  });
});
