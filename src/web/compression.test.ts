import { gunzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pretendDay, pretendId as id, pretendParts } from './pretend-parts.ts';
import { createServer } from './server.ts';

let server: FastifyInstance;
beforeAll(async () => void (server = await createServer(pretendParts(pretendDay))));
afterAll(() => server.close());

const get = (url: string, headers: Readonly<Record<string, string>> = {}) =>
  server.inject({ url, headers: { cookie: `sightline=token-of-${id(2, 1)}`, ...headers } });
const packed = { 'accept-encoding': 'gzip, deflate, br' };
const withoutSecrets = (page: string): string => page.replaceAll(/name="_csrf" value="[^"]+"/g, '').replace(/<!-- [\w-]* -->$/, '');

it('sends a page compressed to a browser that takes it, and the same page as it is to one that does not', async () => {
  const [sent, plain] = [await get('/find', packed), await get('/find')];
  expect([sent.headers['content-encoding'], sent.headers['vary']]).toEqual(['gzip', 'accept-encoding']);
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(withoutSecrets(gunzipSync(sent.rawPayload).toString())).toBe(withoutSecrets(plain.body));
  expect(sent.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2);
});

it('does not say by the length of a compressed page what is in it', async () => {
  const lengths = new Set<number>();
  for (let n = 0; n < 12; n += 1) lengths.add((await get('/find', packed)).rawPayload.length);
  expect(lengths.size).toBeGreaterThan(3);
});

it('sends styles and scripts compressed, and not again to who has them', async () => {
  const [sent, plain] = [await get('/assets/govuk.css', packed), await get('/assets/govuk.css')];
  expect(gunzipSync(sent.rawPayload).toString()).toBe(plain.body);
  const etag = String(sent.headers['etag']);
  expect(etag).not.toBe(plain.headers['etag']);
  expect((await get('/assets/govuk.css', { ...packed, 'if-none-match': etag })).statusCode).toBe(304);
  expect((await get('/assets/govuk.css', { 'if-none-match': etag })).statusCode).toBe(200);
});
