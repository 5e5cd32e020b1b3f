import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pretendDay, pretendParts } from '../../pretend-parts.ts';
import { createServer } from '../../server.ts';

let server: FastifyInstance;
let visitor: Record<string, string>;
let csrf: string;
beforeAll(async () => {
  server = await createServer(pretendParts(pretendDay));
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
