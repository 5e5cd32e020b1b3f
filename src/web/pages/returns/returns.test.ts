import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { date } from '../../../kernel/calendar/dates.ts';
import { unzip } from '../../export/carried-away.fixture.ts';
import { pretendDay, pretendId, pretendParts } from '../../pretend-parts.ts';
import { createServer } from '../../server.ts';
import { leftOutWords } from './annex.tsx';

let server: FastifyInstance;
beforeAll(async () => void (server = await createServer(pretendParts(pretendDay))));
afterAll(() => server.close());
const get = (url: string, n: number) => server.inject({ url, headers: { cookie: `sightline=token-of-${pretendId(2, n)}` } });
const [worker, manager, head, analyst] = [0, 1, 2, 5] as const;

describe('the page of returns', () => {
  it.each([head, analyst])('says what the rules find by team and age, and names nobody whose record is restricted (%s)', async (who) => {
    const { body, statusCode } = await get('/returns', who);
    expect(statusCode).toBe(200);
    for (const words of ['Referral, primary need', '(8610)', 'The census is not taken with it', 'A restricted record', 'Up to a month'])
      expect(body).toContain(words);
  });
  it('narrowed to a team shows its own', async () => {
    const { body } = await get(`/returns?team=${pretendId(3, 0)}`, head);
    expect(body).toContain(`<a class="govuk-link" href="/children/${pretendId(1, 0)}">Amira Example</a>`);
    expect(body).toMatch(new RegExp(`href="/children/[0-9a-f-]+/entries/${pretendId(9, 1)}"`));
    for (const words of ['Explained in the record', 'The report of the paediatrician came in April.', 'return of 2025-26'])
      expect(body).toContain(words);
    expect(body).not.toContain('A restricted record');
  });
  it('names the child to an analyst, and leads nowhere that is closed to one', async () => {
    const { body } = await get(`/returns?team=${pretendId(3, 0)}`, analyst);
    expect(body).toContain('Amira Example');
    expect(body).not.toContain('href="/children/');
  });
  it.each([worker, manager])('is for nobody else (%s)', async (who) => {
    expect((await get('/returns', who)).statusCode).toBe(403);
    expect((await get('/returns/file?year=2025-26', who)).statusCode).toBe(403);
  });
  it('builds the census of a year, as known at the end of a day', async () => {
    const { body, headers } = await get('/returns/file?year=2025-26&known=2026-01-31', analyst);
    expect(body).toContain('2025-26 2026-01-31T23:59:59');
    expect(headers['content-disposition']).toBe('attachment; filename="children-in-need-2025-26.xml"');
    const set = await get('/returns/file?return=ssda903&year=2025-26', analyst);
    expect(set.headers['content-disposition']).toBe('attachment; filename="children-looked-after-2025-26.zip"');
    expect(set.rawPayload.subarray(0, 2).toString()).toBe('PK');
    const xml = await get('/returns/file?return=ssda903-xml&year=2025-26', analyst);
    expect(xml.headers['content-disposition']).toBe('attachment; filename="children-looked-after-2025-26.xml"');
    expect(xml.body).toContain('<EXPSSDA903>');
    expect((await get('/returns/file?year=1999-00', analyst)).statusCode).toBe(404);
    expect((await get('/returns/file?year=2025-26&known=2026-02-31', analyst)).statusCode).toBe(400);
  });
});

it('Annex A is a workbook or CSV files of a day that has come, for those who answer for returns; no cell of it is a formula', async () => {
  const book = await get('/returns/annex-a/file?on=2026-01-31', analyst);
  expect(book.headers['content-disposition']).toBe('attachment; filename="annex-a-2026-01-31.xlsx"');
  const files = unzip(book.rawPayload);
  expect(files.get('xl/workbook.xml')).toContain('<sheet name="List 2" sheetId="2" r:id="rId2"/>');
  const csv = unzip((await get('/returns/annex-a/file?on=2026-01-31&as=csv', head)).rawPayload);
  expect(csv.get('list-1.csv')).toContain("'=NC000010,2026-01-31");
  expect((await get('/returns/annex-a/file?on=2099-01-31', analyst)).statusCode).toBe(400);
  expect([(await get('/returns/annex-a/file', worker)).statusCode, (await get('/returns/annex-a/file', manager)).statusCode]).toEqual([
    403, 403,
  ]);
});

it('Annex A is looked at, and made, as the record was known at the end of a day', async () => {
  const then = await get('/returns/annex-a?on=2026-01-31&known=2026-01-20', head);
  expect(then.body).toContain('as the record was known on 20 Jan 2026, 23:59');
  expect(then.body).toContain('known=2026-01-20&amp;list=');
  expect(then.body).toContain('As known 2026-01-20T23:59:59');
  expect(unzip((await get('/returns/annex-a/file?known=2026-01-20&as=csv', analyst)).rawPayload).get('list-1.csv')).toContain(
    'As known 2026-01-20',
  );
  expect((await get('/returns/annex-a?known=2026-02-31', head)).statusCode).toBe(400);
  expect((await get('/returns/annex-a?known=2026-01-20', worker)).statusCode).toBe(403);
});

it('why a value is as it is may be asked of a return of a year and of the tables of a day that has come', async () => {
  const year = await get('/returns/why?return=cin&year=2025-26&child=NC000010', analyst);
  expect(year.body).toContain('Children in need census 2025-26: NC000010');
  const day = await get('/returns/why?return=cp-is&on=2026-01-31&child=NC000010', head);
  expect(day.body).toContain('CP-IS: plans and care by NHS number, 31 Jan 2026: NC000010');
  const lists = await get('/returns/why?return=annex-a&on=2026-01-31&known=2026-01-12&child=NC000010', head);
  for (const words of ['Annex A, 31 Jan 2026: NC000010', 'As the record was known on 12 Jan 2026, 23:59'])
    expect(lists.body).toContain(words);
  const census = await get('/returns/why?return=workforce-census&on=2026-01-31&child=SW555', analyst);
  expect(census.body).toContain('Social work workforce census, 30 Sep 2025: SW555');
  expect(census.body).toContain('The children who were allocated to them');
  expect(census.body).not.toContain('workforce-census-workers');
  expect(census.body).not.toMatch(/href="\/children\/[^"]*\/entries/);
  expect((await get('/returns/why?return=annex-a&known=2026-02-31&child=NC000010', head)).statusCode).toBe(400);
  expect((await get('/returns/why?return=annex-a&child=NC000010', worker)).statusCode).toBe(403);
  expect((await get('/returns/why?return=asglb&on=2099-01-31&child=NC000010', analyst)).statusCode).toBe(400);
  expect((await get('/returns/why?return=asglb&child=NONE', analyst)).statusCode).toBe(404);
  expect((await get('/returns/why?return=asglb&child=NC000010', worker)).statusCode).toBe(403);
});

it('the runs of the daily feed stand there as numbers, with what became of them', async () => {
  const { body } = await get('/returns', analyst);
  for (const words of ['1 of 2 calls accepted, then the answer was 429: the rest is sent first next time', 'All was sent'])
    expect(body).toContain(words);
});

it('tables of a day that has come are CSV files, for those who answer for returns; no cell of them is a formula', async () => {
  const made = await get('/returns/of-a-day/file?return=safeguarding-dataset&on=2026-01-31', analyst);
  expect(made.headers['content-disposition']).toBe('attachment; filename="safeguarding-dataset-2026-01-31.zip"');
  expect(unzip(made.rawPayload).get('safeguarding-dataset.csv')).toContain("'=NC000010,2026-01-31");
  const refused = async (query: string, who: number) => (await get(`/returns/of-a-day/file?${query}`, who)).statusCode;
  expect([
    await refused('return=safeguarding-dataset&on=2099-01-31', analyst),
    await refused('return=anything', analyst),
    await refused('return=safeguarding-dataset&known=2026-02-31', head),
    await refused('return=asglb&since=2026-01-02', analyst),
    await refused('return=safeguarding-dataset', worker),
    await refused('return=safeguarding-dataset', manager),
  ]).toEqual([400, 404, 400, 400, 403, 403]);
  const census = unzip((await get('/returns/of-a-day/file?return=workforce-census&on=2026-01-31', analyst)).rawPayload);
  expect([...census.keys()].map(String)).toContain('workforce-census.xml');
  const changes = unzip((await get('/returns/of-a-day/file?return=cp-is&on=2026-01-31&since=2026-01-02', analyst)).rawPayload);
  expect(changes.get('cp-is.csv')).toContain('2026-01-31,2026-01-02T23:59:59');
});

it('an inspector sees the lists, the way from each row to the record, and how many are left out only where that gives nobody away', async () => {
  const inspector = 10;
  const { body } = await get('/returns/annex-a', inspector);
  expect(body).toContain(`<a class="govuk-link" href="/children/${pretendId(1, 0)}">=NC000010</a>`);
  expect(body).toContain('>No number</a>');
  expect(body).toContain('Fewer than 5 records are restricted and not open to you');
  const book = unzip((await get('/returns/annex-a/file', inspector)).rawPayload);
  expect([...book.values()].join()).toContain('Fewer than 5 records are restricted');
  const whole = await get('/returns/annex-a', analyst);
  expect(whole.body).not.toContain('restricted');
  expect(whole.body).not.toContain('href="/children/');
  expect(whole.body).toContain('/returns/why?return=annex-a&amp;on=');
  expect(body).not.toContain('/returns/why');
  expect((await get('/returns/annex-a?list=List+2', head)).body).toContain('Nobody is in this list.');
  expect((await get('/returns', inspector)).statusCode).toBe(403);
  expect([leftOutWords(0), leftOutWords(12)]).toEqual([
    'No record is restricted: nobody is left out.',
    expect.stringContaining('12 records are restricted and not open to you'),
  ]);
});

describe('a return that is prepared', () => {
  const [waiting, signed] = [pretendId(9, 40), pretendId(9, 41)];
  const send = async (url: string, n: number, form: Readonly<Record<string, string>>) => {
    const csrf = /name="_csrf" value="([^"]+)"/.exec((await get('/board', n)).body)?.[1] ?? '';
    const headers = { cookie: `sightline=token-of-${pretendId(2, n)}`, 'content-type': 'application/x-www-form-urlencoded' };
    return server.inject({ method: 'POST', url, headers, payload: String(new URLSearchParams({ _csrf: csrf, ...form })) });
  };

  it('stands on the page of returns, with whoever signed it', async () => {
    const { body } = await get('/returns', analyst);
    for (const words of ['Prepared and signed', 'Avery Example, Director', 'Nobody yet', waiting]) expect(body).toContain(words);
  });
  it('says what was found and what has to be explained, and offers the reason that the rule itself gives', async () => {
    const { body } = await get(`/returns/prepared/${waiting}`, analyst);
    expect(body).toContain('ended before the two years that the rule looks at');
    expect(body).toContain('put right or explained: 1002');
    expect(body).toContain('One rule was not checked: it needs');
    expect(body).not.toContain('Sign this return');
    expect((await get(`/returns/prepared/${signed}`, head)).body).toContain('The court asked that they wait.');
  });
  it('is compared with the record as it is now, child by child, each with the way to why', async () => {
    const { body } = await get(`/returns/prepared/${signed}?compare=record`, head);
    expect(body).toContain('byte for byte');
    expect(body).toContain('CINreferralDate: 2026-01-12');
    expect(body).toContain('/returns/why?return=cin&amp;year=2025-26&amp;child=NC000010');
  });
  it('is compared with another of the same return, and with nothing else', async () => {
    const compared = async (other: string) => (await get(`/returns/prepared/${signed}?compare=${other}`, head)).statusCode;
    expect([await compared(pretendId(9, 42)), await compared(waiting), await compared('yesterday')]).toEqual([200, 404, 404]);
  });
  it('is compared with a file that is sent; without one, or with one that cannot be read, the page says so at the field', async () => {
    const parts = pretendParts(pretendDay);
    const { prepared } = parts.returns;
    const compare: typeof prepared.compare = async (session, one, other) => {
      const compared = await prepared.compare(session, one, other);
      const isWhole = compared === undefined || other.kind !== 'file' || other.files.every(({ bytes }) => bytes.includes('</Message>'));
      return isWhole ? compared : { ...compared, changes: { ...compared.changes, problem: 'Line 1: it ends in the middle.' } };
    };
    const own = await createServer({ ...parts, returns: { ...parts.returns, prepared: { ...prepared, compare } } });
    const cookie = `sightline=token-of-${pretendId(2, head)}`;
    const url = `/returns/prepared/${signed}`;
    const csrf = /name="_csrf" value="([^"]+)"/.exec((await own.inject({ url, headers: { cookie } })).body)?.[1] ?? '';
    const field = (name: string, value: string) => `--b\r\ncontent-disposition: form-data; name="${name}\r\n\r\n${value}\r\n`;
    const compared = (name: string, file: string) =>
      own.inject({
        method: 'POST',
        url: `${url}/compare`,
        headers: { cookie, 'content-type': 'multipart/form-data; boundary=b' },
        payload: `${field('_csrf"', csrf)}${field(`other"; filename="${name}"`, file)}--b--\r\n`,
      });
    const whole = await compared('last-year.xml', '<Message></Message>');
    expect([whole.statusCode, whole.body.includes('Compared with last-year.xml: it differs of 1 child.')]).toEqual([200, true]);
    for (const [name, file, words] of [
      ['', '', 'Choose a file to compare with: the XML of a return of the same kind'],
      ['half.xml', '<Message>', 'The file could not be read. Line 1: it ends in the middle.'],
    ] as const) {
      const { statusCode, body } = await compared(name, file);
      expect(statusCode).toBe(400);
      expect(body).toContain('<title>Error: Children in need census 2025-26');
      expect(body).toContain(`<a href="#other">${words}</a>`);
      expect(body).toContain('aria-describedby="other-hint other-error"');
      expect(body).not.toContain('byte for byte');
    }
    await own.close();
  });
  it('says of two states of the record who changed what, value by value, and what else was recorded', async () => {
    const { body } = await get(`/returns/prepared/${signed}?compare=record`, head);
    for (const words of [
      'Who changed what, from 20 May 2026, 10:00 to 2 Jun 2026, 10:00',
      'struck out by Priya Shah',
      'What else was recorded',
    ])
      expect(body).toContain(words);
    expect((await get(`/returns/prepared/${signed}?compare=last-year`, head)).body).not.toContain('Who changed what');
  });
  it('gives all that differs, to carry away: a row for each value and entry, page after page of whoever is asked of', async () => {
    const many = Array.from({ length: 120 }, (_, n) => `NC${String(n).padStart(6, '0')}`);
    const asked: number[] = [];
    const parts = pretendParts(pretendDay);
    const line = {
      step: 'referral',
      happenedOn: date('2026-01-12'),
      position: 1,
      tombstone: false,
      recordedBy: pretendId(2, 0),
      answers: {},
    };
    const who = async (numbers: readonly string[]) => {
      asked.push(numbers.length);
      const recordedAt = '2026-05-22T10:00:00.000Z';
      const by = [{ ...line, entry: pretendId(9, 1), recordedAt }];
      const children = numbers.map((child) => ({
        child,
        person: pretendId(1, 0),
        values: [{ part: 'List 3', field: 'Date', now: '=1', by }],
        others: [],
      }));
      return { from: recordedAt, to: recordedAt, children };
    };
    const changes = { children: many.map((child) => ({ child, was: [], now: ['List 3, Date: =1'] })), totals: [] };
    const compare = async () => ({ isSame: async () => true, with: 'the record', changes, who });
    const own = await createServer({ ...parts, returns: { ...parts.returns, prepared: { ...parts.returns.prepared, compare } } });
    const read = (path: string, member: number = head) =>
      own.inject({ url: `/returns/prepared/${signed}${path}`, headers: { cookie: `sightline=token-of-${pretendId(2, member)}` } });
    const last = await read('?compare=record&page=3');
    expect([last.body.includes('NC000119'), last.body.includes('NC000000'), last.body.includes('byte for byte')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(last.body).toContain(`/returns/prepared/${signed}/changed?compare=record&amp;as=csv`);
    const { body, headers } = await read('/changed?compare=record&as=csv');
    expect(headers['content-disposition']).toBe('attachment; filename="children-in-need-2025-26-signed-changed.csv"');
    expect(body.trim().split('\r\n')).toHaveLength(121);
    expect(body).toContain('NC000119,"List 3, Date",,\'=1,Referral,2026-01-12,recorded,by Priya Shah,');
    expect(asked).toEqual([20, 50, 50, 20]);
    const status = async (path: string, member?: number) => (await read(path, member)).statusCode;
    expect([
      await status('/changed'),
      await status('/changed?compare=record&as=pdf'),
      await status('/changed?compare=record', worker),
    ]).toEqual([404, 404, 403]);
    await own.close();
  });
  it('shows what the rules found row by row, in the words of then and with its explanation; and as files, in which nothing is a formula', async () => {
    const at = `/returns/prepared/${signed}`;
    const { body } = await get(`${at}/findings`, head);
    for (const words of ['Assessments, row 4', 'AssessmentActualStartDate: =2026-01-12', 'The court asked for more time.', 'Not checked'])
      expect(body).toContain(words);
    const some = await get(`${at}/findings?rule=362`, analyst);
    expect([some.body.includes('It lacks postcodes.'), some.body.includes('Assessments, row 4')]).toEqual([true, false]);
    const csv = await get(`${at}/findings?as=csv`, analyst);
    expect(csv.headers['content-disposition']).toBe('attachment; filename="children-in-need-2025-26-signed-findings.csv"');
    expect(csv.body).toContain("Assessments,4,AssessmentActualStartDate,'=2026-01-12,");
    const notes = await get(`${at}/notes`, analyst);
    expect(notes.headers['content-disposition']).toBe('attachment; filename="children-in-need-2025-26-signed-notes.csv"');
    expect(notes.body).toContain('The court asked that they wait.');
    expect(notes.body).toContain('NC000010,The court asked for more time.,In the record');
    expect((await get(`/returns/prepared/${pretendId(9, 42)}/findings`, head)).body).toContain('None are here row by row');
    expect((await get(`/returns/prepared/${pretendId(9, 42)}/findings?as=csv`, head)).statusCode).toBe(404);
    for (const url of [`${at}/findings`, `${at}/findings?as=csv`, `${at}/notes`])
      expect([(await get(url, worker)).statusCode, (await get(url, manager)).statusCode]).toEqual([403, 403]);
  });
  it('of a day it is prepared too: of one that has come, each with its own file, and explained by what is asked of its columns', async () => {
    const ofADay = pretendId(9, 43);
    const { body } = await get(`/returns/prepared/${ofADay}`, head);
    for (const words of [
      'Annex A, 19 May 2026',
      'The file (XLSX)',
      'Allocated Worker is empty, and is asked for',
      'put right or explained: List 7',
    ])
      expect(body).toContain(words);
    expect(body).toContain('<label class="govuk-label" for="reason-0">');
    const { headers } = await get(`/returns/prepared/${ofADay}/file`, analyst);
    expect(headers['content-disposition']).toBe('attachment; filename="annex-a-2026-05-19-prepared.xlsx"');
    expect((await get('/returns', analyst)).body).toContain('Annex A (of a day)');
    const prepare = async (form: Readonly<Record<string, string>>, who: number = analyst) =>
      (await send('/returns/prepared', who, { prepared: pretendId(9, 44), return: 'annex-a', ...form })).statusCode;
    expect([
      await prepare({ on: '2026-01-31' }),
      await prepare({ on: '' }),
      await prepare({ on: '2099-01-31' }),
      await prepare({ on: '' }, worker),
    ]).toEqual([303, 303, 400, 403]);
  });
  it('is given out as it was kept', async () => {
    const { headers, body } = await get(`/returns/prepared/${signed}/file`, head);
    expect(headers['content-disposition']).toBe('attachment; filename="children-in-need-2025-26-signed.xml"');
    expect(body).toBe('<Message></Message>');
  });
  it('is for nobody else, and a refusal of the database is told in words', async () => {
    for (const url of [`/returns/prepared/${signed}`, `/returns/prepared/${signed}/file`, '/returns/why?return=cin&year=2025-26&child=1'])
      expect([(await get(url, worker)).statusCode, (await get(url, manager)).statusCode]).toEqual([403, 403]);
    expect((await send(`/returns/prepared/${signed}/sign`, worker, { signedBy: 'Worker' })).statusCode).toBe(403);
    const refused = await send(`/returns/prepared/${waiting}/sign`, head, { signedBy: 'Nobody at all' });
    expect([refused.statusCode, refused.body.includes('neither put right nor explained')]).toEqual([409, true]);
    const unnamed = await send(`/returns/prepared/${waiting}/sign`, head, { signedBy: ' ' });
    expect(unnamed.statusCode).toBe(400);
    expect(unnamed.body).toMatch(/There is a problem[^]*href="#signedBy">Enter the name and post of whoever answers for the return/);
    expect((await send(`/returns/prepared/${waiting}/sign`, head, { signedBy: 'A. Director, DCS' })).statusCode).toBe(303);
    expect((await send('/returns/prepared', analyst, { prepared: 'x', return: 'cin', year: '2025-26' })).statusCode).toBe(400);
  });
  it('what the rule itself gives as a reason is nobody’s words until somebody says that it is so, or writes their own', async () => {
    const noted: string[] = [];
    const parts = pretendParts(pretendDay);
    const note = async (_session: unknown, _prepared: string, { code, reason }: { readonly code: string; readonly reason: string }) => {
      noted.push(`${code}: ${reason}`);
      return { kind: 'done' } as const;
    };
    const own = await createServer({ ...parts, returns: { ...parts.returns, prepared: { ...parts.returns.prepared, note } } });
    const cookie = `sightline=token-of-${pretendId(2, analyst)}`;
    const url = `/returns/prepared/${waiting}`;
    const { body } = await own.inject({ url, headers: { cookie } });
    expect(body).toMatch(/<textarea[^>]*name="reason\.1002"[^>]*><\/textarea>/);
    const csrf = /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? '';
    const save = (form: Readonly<Record<string, string>>) =>
      own.inject({
        method: 'POST',
        url: `${url}/explain`,
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
        payload: String(new URLSearchParams({ _csrf: csrf, ...form })),
      });
    expect((await save({ 'reason.1002': '' })).statusCode).toBe(303);
    expect(noted).toEqual([]);
    await save({ 'reason.1002': '', 'known.1002': 'so' });
    await save({ 'reason.1002': 'Four babies of one week.', 'known.1002': 'so' });
    await own.close();
    expect(noted).toEqual([expect.stringContaining('1002: '), '1002: Four babies of one week.']);
    expect(noted[0]).toContain('ended before the two years that the rule looks at');
  });
  it('why a value is as it is: the entries of it, or that nothing was recorded', async () => {
    const { body } = await get('/returns/why?return=cin&year=2025-26&child=NC000010', head);
    expect(body).toContain(`/entries/${pretendId(9, 1)}`);
    expect(body).toContain('Nothing was recorded that says otherwise');
    const ofAnalyst = (await get('/returns/why?return=cin&year=2025-26&child=NC000010', analyst)).body;
    expect(ofAnalyst).toContain('recorded by');
    expect(ofAnalyst).not.toContain('href="/children/');
  });
  it('of a number that nobody has, or of none, it asks again with what was asked', async () => {
    const unknown = await get('/returns/why?return=ssda903&year=2024-25&child=NC999999', analyst);
    expect(unknown.statusCode).toBe(404);
    expect(unknown.body).toMatch(/There is a problem[^]*Nobody is returned under the number “NC999999”/);
    expect(unknown.body).toMatch(/<option value="ssda903" selected[^]*<option value="2024-25" selected[^]*value="NC999999"/);
    const empty = await get('/returns/why?return=cin&year=2025-26&child=+', analyst);
    expect([empty.statusCode, empty.body.includes('Enter the number of a child')]).toEqual([400, true]);
  });
});

it('whoever can mend it sees in their day what the returns would not take, and where to put it right', async () => {
  const { body } = await get('/my-day', worker);
  expect(body).toContain('Dental check, the child was seen by the dentist');
  expect(body).toContain('The looked-after return is not taken with it');
  expect(body).toContain('To be put right for the statutory returns');
  expect(body).toMatch(new RegExp(`/children/${pretendId(1, 0)}/entries/${pretendId(9, 1)}/correct`));
  expect((await get('/my-day', manager)).body).not.toContain('To be put right for the statutory returns');
});
