import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { returnFiles } from '../../../../demo/return-files.ts';
import { Checking, isTooSlow } from './checking.ts';
import { pretendDay, pretendParts } from '../../pretend-parts.ts';
import { createServer } from '../../server.ts';
import type { SentForm } from '../imports/multipart.ts';

let server: FastifyInstance;
let visitor: Record<string, string>;
let csrf: string;
let port: number;
/** What would be written into the log as a fault of Sightline’s own. */
const faults: unknown[] = [];
beforeAll(async () => {
  const operations = {
    answered: () => {},
    failed: (error: unknown) => void faults.push(error),
    ready: async () => ({ ready: true }) as const,
    metrics: () => '',
  };
  server = await createServer({ ...pretendParts(pretendDay), operations });
  port = Number(new URL(await server.listen({ port: 0, host: '127.0.0.1' })).port);
  const page = await server.inject({ url: '/check' });
  visitor = { cookie: String(page.headers['set-cookie']).split(';')[0] ?? '' };
  csrf = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
});
afterAll(() => server.close());

type Sent = { readonly name: string; readonly text: string; readonly field?: string };

function check(files: readonly Sent[], more: Readonly<Record<string, string>> = {}) {
  const part = (name: string, which: string, text: string) =>
    `--x\r\nContent-Disposition: form-data; name="${name}"${which}\r\n\r\n${text}\r\n`;
  const fields = Object.entries({ _csrf: csrf, ...more }).map(([name, text]) => part(name, '', text));
  const sent = files.map(({ name, text, field = 'files' }) => part(field, `; filename="${name}"`, text));
  const headers = { ...visitor, 'content-type': 'multipart/form-data; boundary=x' };
  return server.inject({ method: 'POST', url: '/check', headers, payload: `${fields.join('')}${sent.join('')}--x--\r\n` });
}

const census = readFileSync('test/samples/cin/CIN_Census_2026.xml', 'utf8');
const header = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n7,9,27/04/25,WBRI,=cmd|A,0,\n';

test('whoever is not signed in checks a census, sees what breaks which rule, and where', async () => {
  const answer = await check([{ name: 'census.xml', text: census }], { year: '2025-26' });
  expect(answer.statusCode).toBe(200);
  expect(answer.body).toMatch(/<h1[^>]*>\d+ errors and \d+ quer/);
  expect(answer.body.includes('census.xml: by the rules of 2025-26')).toBe(true);
  expect(answer.body.includes('1510 · 1 error')).toBe(true);
  expect(answer.body.includes('UPN: A123456789123')).toBe(true);
});

test('a looked-after return with last year’s is taken away as CSV, in which no cell is a formula', async () => {
  const files = [
    { name: 'header.csv', text: header },
    { name: 'header.csv', text: header.replace(',9,', ',1,'), field: 'last' },
  ];
  const answer = await check(files, { as: 'csv', year: '2025-26' });
  expect(answer.headers['content-disposition']).toBe('attachment; filename="findings.csv"');
  expect(answer.body).toContain('finding,101,error,2025-26,7,Header,0,2,SEX,9,');
  expect(answer.body).toContain("'=cmd|A");
  expect(answer.body).not.toMatch(/,=/);
});

test('a workbook is one, and more than a census beside it is not passed over in silence', async () => {
  const answer = await check([{ name: 'census.xml', text: census }], { as: 'xlsx' });
  expect(answer.rawPayload.subarray(0, 2).toString()).toBe('PK');
  const two = await check([
    { name: 'census.xml', text: census },
    { name: 'other.xml', text: census },
  ]);
  expect(two.body).toContain('other.xml, line 1: A census is one file.');
});

test.each([
  ['nothing', [], 400, 'Select the file of a census'],
  ['a return of which no year is said', [{ name: 'header.csv', text: header }], 400, 'No one year can be told'],
  ['what is no return', [{ name: 'letter.xml', text: '<Letter>dear</Letter>' }], 200, 'This is not a CIN census'],
])('of %s it is said in words what is wrong', async (_, files, status, words) => {
  const answer = await check(files);
  expect(answer.statusCode).toBe(status);
  expect(answer.body).toContain(words);
});

test('a form without its token is refused', async () => {
  const answer = await check([{ name: 'census.xml', text: census }], { _csrf: 'x' });
  expect(answer.statusCode).toBe(403);
});

async function large(year: number, field: string): Promise<readonly Sent[]> {
  const files: Sent[] = [];
  for (const { name, content } of returnFiles({ children: 12_000, year, firstYear: 2025 })) {
    let text = '';
    for await (const bytes of content) text += Buffer.from(bytes).toString();
    files.push({ name, text, field });
  }
  return files;
}

test('of a large return with last year’s it says how much is checked, before the page comes with all that was found', async () => {
  const files = [...(await large(2026, 'files')), ...(await large(2025, 'last'))];
  const page = await check(files, { year: '2025-26' });
  const said = [...page.body.matchAll(/^<!-- checked: (\d+) in 100 -->$/gm)].map(([, part]) => Number(part));
  expect(said.length).toBeGreaterThan(1);
  expect(said).toEqual(said.toSorted((one, other) => one - other));
  const table = await check(files, { year: '2025-26', as: 'csv' });
  const errors = table.body.split('\r\n').filter((line) => line.startsWith('finding,')).length;
  expect(errors).toBeGreaterThan(10_000);
  expect(page.body).toContain(`${errors.toLocaleString('en-GB')} errors</h1>`);
});

async function* sentAgain(files: readonly Sent[]): SentForm['files'] {
  for (const { name, text, field = 'files' } of files) yield { name, field, file: Readable.from([Buffer.from(text)]) };
}

/** Sends a beginning of a form, and no more. */
function beginning(headers: string, body: string): Socket {
  const socket = connect(port, '127.0.0.1');
  socket.write(
    `POST /check HTTP/1.1\r\nhost: here\r\ncookie: ${visitor['cookie'] ?? ''}\r\ncontent-type: multipart/form-data; boundary=x\r\n${headers}\r\n\r\n${body}`,
  );
  return socket;
}

/** @returns what is answered to a beginning */
async function begin(headers: string, body: string, isBroken: boolean): Promise<string> {
  const socket = beginning(headers, body);
  const answered = new Promise<string>((done) => {
    socket.once('data', (bytes) => done(bytes.toString()));
    socket.once('close', () => done(''));
  });
  if (isBroken) setTimeout(() => socket.destroy(), 300);
  const answer = await answered;
  socket.destroy();
  return answer;
}

const endless = 'content-length: 900000000';
const halfSent = (): string =>
  `--x\r\nContent-Disposition: form-data; name="_csrf"\r\n\r\n${csrf}\r\n` +
  `--x\r\nContent-Disposition: form-data; name="files"; filename="header.csv"\r\n\r\n${header.repeat(5_000)}`;

test('a connection that breaks off ends its check: others are not kept waiting for it', async () => {
  for (let n = 0; n < 4; n += 1) expect(await begin(endless, halfSent(), true)).toBe('');
  const whole = await check([{ name: 'header.csv', text: header }], { year: '2025-26' });
  expect([whole.statusCode, faults]).toEqual([200, []]);
});

test('who comes while two are at work waits until one of them has gone, also behind somebody who waited no longer', async () => {
  const atWork = [beginning(endless, halfSent()), beginning(endless, halfSent())];
  expect(await begin(endless, halfSent(), true)).toBe('');
  const told: number[] = [];
  const answer = check([{ name: 'header.csv', text: header }], { year: '2025-26' }).then(({ statusCode }) => told.push(statusCode));
  await pause(500);
  expect(told).toEqual([]);
  atWork[0]?.destroy();
  await answer;
  expect([told, faults]).toEqual([[200], []]);
  atWork[1]?.destroy();
});

test('whoever takes nothing of what is found for a minute loses the place, and is not told that it was all', async () => {
  const reply = { raw: Object.assign(new EventEmitter(), { destroyed: false }) };
  const form = { fields: new Map(), files: sentAgain(await large(2026, 'files')) };
  const checking = new Checking(form, reply as never, { year: '2025-26', authority: undefined, folder: undefined });
  const left = new Promise<void>((done) => checking.whenOver(done));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const told = checking.all();
  const some = await told.next();
  vi.advanceTimersByTime(61_000);
  vi.useRealTimers();
  await left;
  expect(some.done).toBe(false);
  await expect(told.next()).rejects.toThrow('This took too long.');
});

test('whoever sends next to nothing for more than a minute keeps no place; a slow line does', () =>
  expect([isTooSlow(10, 59_000), isTooSlow(60_000, 61_000), isTooSlow(500_000_000, 3_600_000)]).toEqual([false, true, false]));

test('what is larger than can be checked is refused before it is sent, with what to do instead', async () => {
  const answer = await begin('content-length: 2000000000', '--x\r\n', false);
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  expect(answer).toContain('sightline validate FILES');
});

test('a return that is refused after much of it could not be read is refused in its table too', async () => {
  const text = `CHILD,DECOM,RNE\n${'1,2\n'.repeat(700)}`;
  const table = await check([{ name: 'episodes.csv', text }], { as: 'csv' });
  expect(table.body).toMatch(/^refused,.*No one year can be told/m);
  const page = await check([{ name: 'episodes.csv', text }]);
  expect([page.statusCode, page.body.includes('No one year can be told')]).toEqual([400, true]);
});

test('an archive is refused with what to do instead', async () => {
  const answer = await check([{ name: 'return.zip', text: 'PK\u0003\u0004 and so on' }], { year: '2025-26' });
  expect(answer.body).toContain('The file is a ZIP archive or a workbook. Unpack it');
});
