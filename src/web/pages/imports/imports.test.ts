import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { pretendDay, pretendId as id, pretendParts } from '../../pretend-parts.ts';
import { createServer } from '../../server.ts';

const [analyst, administrator] = [{ cookie: `sightline=token-of-${id(2, 5)}` }, { cookie: `sightline=token-of-${id(2, 6)}` }];

let server: FastifyInstance;
beforeEach(async () => {
  const parts = pretendParts(pretendDay);
  const begin: typeof parts.imports.begin = async (_session, sent) => {
    for await (const { file } of sent) file.resume();
    return { kind: 'refused', message: 'Only an administrator may import a file' };
  };
  server = await createServer({ ...parts, imports: { ...parts.imports, begin } });
});
afterEach(() => server.close());

const csrfOf = async (headers: typeof analyst) =>
  /name="_csrf" value="([^"]+)"/.exec((await server.inject({ url: '/imports', headers })).body)?.[1] ?? '';

function upload(headers: typeof analyst, csrf: string) {
  const part = (name: string, more: string, text: string) =>
    `--x\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${text}\r\n`;
  const payload = `${part('_csrf', '', csrf)}${part('files', '; filename="a.xml"', '<Message/>')}--x--\r\n`;
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
