import { connect } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import type { Operations, WebParts } from './parts.ts';
import { pretendDay, pretendId as id, pretendParts } from './pretend-parts.ts';
import { createServer } from './server.ts';

let server: FastifyInstance;
afterEach(() => server.close());

type Watched = { readonly answers: Parameters<Operations['answered']>[0][]; readonly faults: Parameters<Operations['failed']>[1][] };

async function serve(parts: Partial<WebParts> = {}, operations: Partial<Operations> = {}): Promise<Watched> {
  const [answers, faults]: [Watched['answers'], Watched['faults']] = [[], []];
  server = await createServer({
    ...pretendParts(pretendDay),
    operations: {
      answered: (one) => void answers.push(one),
      failed: (_, at) => void faults.push(at),
      ready: async () => ({ ready: true }),
      metrics: () => 'sightline_faults_total 0\n',
      ...operations,
    },
    ...parts,
  });
  return { answers, faults };
}

const asManager = { cookie: `sightline=token-of-${id(2, 1)}` };

describe('what is told of a request', () => {
  it('is the pattern of its route, and never the address, its query or a child', async () => {
    const { answers } = await serve();
    await server.inject({ url: `/children/${id(1, 0)}?known=2026-03-02&name=Mary`, headers: asManager });
    await server.inject('/nowhere/Mary');
    expect(answers).toMatchObject([
      { method: 'GET', route: '/children/:id', status: 200 },
      { route: 'unknown', status: 404 },
    ]);
    expect(JSON.stringify(answers)).not.toMatch(/Mary|2026|[0-9a-f]{8}-/);
  });

  it('carries the number that the person who met a fault is given', async () => {
    const { faults } = await serve({
      members: { ...pretendParts(pretendDay).members, demonstrationPeople: () => Promise.reject(new Error('Mary')) },
    });
    const answer = await server.inject('/sign-in');
    expect(answer.statusCode).toBe(500);
    expect(faults).toEqual([{ id: answer.headers['x-request-id'], route: '/sign-in' }]);
    expect(answer.body).toContain(answer.headers['x-request-id']);
    expect(answer.body).not.toContain('Mary');
  });

  it('believes no number that a client sends', async () => {
    await serve();
    expect(
      (await server.inject({ url: '/health', headers: { 'request-id': 'forged', 'x-request-id': 'forged' } })).headers['x-request-id'],
    ).toMatch(/^[a-z2-9]{10}$/);
  });
});

describe('health and readiness', () => {
  it('are answered without a session, and give no cookie', async () => {
    await serve();
    for (const url of ['/health', '/ready']) {
      const { statusCode, headers } = await server.inject(url);
      expect([statusCode, headers['set-cookie']]).toEqual([200, undefined]);
    }
  });

  it('a server that lives may still not be ready, and says why', async () => {
    await serve({}, { ready: async () => ({ ready: false, why: 'the database does not answer' }) });
    expect((await server.inject('/health')).statusCode).toBe(200);
    expect(await server.inject('/ready')).toMatchObject({ statusCode: 503, body: 'not ready: the database does not answer\n' });
  });
});

describe('the numbers', () => {
  const token = 'a-token-that-nobody-can-guess';
  const ask = async (from: string, headers: Readonly<Record<string, string>> = {}) =>
    (await server.inject({ url: '/metrics', remoteAddress: from, headers })).statusCode;

  it('are for this machine only, unless something was forwarded', async () => {
    await serve();
    expect(await ask('127.0.0.1')).toBe(200);
    expect(await ask('::1')).toBe(200);
    expect(await ask('10.0.0.7')).toBe(404);
    expect(await ask('127.0.0.1', { 'x-forwarded-for': '10.0.0.7' })).toBe(404);
    expect(await ask('10.0.0.7', { 'x-forwarded-for': '127.0.0.1' })).toBe(404);
    expect(await ask('10.0.0.7', { authorization: 'Bearer undefined' })).toBe(404);
  });

  it('behind a proxy, which is on this machine too, are for whoever has the token', async () => {
    await serve({ behindProxy: '127.0.0.1', https: true }, { metricsToken: token });
    expect(await ask('127.0.0.1')).toBe(404);
    expect(await ask('127.0.0.1', { authorization: `Bearer ${token}x` })).toBe(404);
    expect(await ask('10.0.0.7', { authorization: `Bearer ${token}` })).toBe(200);
  });
});

/** Speaks HTTP by hand, so that the test decides when the request is whole. */
function talk(port: number): { readonly said: () => string; readonly send: (text: string) => void; readonly ended: Promise<void> } {
  const socket = connect(port, '127.0.0.1');
  let said = '';
  socket.on('data', (bytes) => (said += String(bytes)));
  socket.on('error', () => {});
  return { said: () => said, send: (text) => void socket.write(text), ended: new Promise((done) => socket.on('close', () => done())) };
}

describe('a stop', () => {
  it('lets an answer under way come to its end, ends open boards, and takes nothing new', async () => {
    let go = (): void => {};
    const held = new Promise<void>((done) => (go = done));
    let isAsked = (): void => {};
    const asked = new Promise<void>((done) => (isAsked = done));
    const members = pretendParts(pretendDay).members;
    await serve({ members: { ...members, demonstrationPeople: async () => (isAsked(), await held, members.demonstrationPeople()) } });
    const port = Number(new URL(await server.listen({ port: 0, host: '127.0.0.1' })).port);
    const slow = talk(port);
    slow.send('GET /sign-in HTTP/1.1\r\nHost: here\r\n\r\n');
    const board = talk(port);
    board.send(`GET /events HTTP/1.1\r\nHost: here\r\nCookie: ${asManager.cookie}\r\n\r\n`);
    await asked;
    await expect.poll(() => board.said()).toContain('retry');
    const closing = server.close();
    await board.ended;
    await expect
      .poll(() =>
        fetch(`http://127.0.0.1:${port}/health`).then(
          ({ status }) => status,
          () => 'refused',
        ),
      )
      .toBe('refused');
    go();
    await Promise.all([closing, slow.ended]);
    expect(slow.said()).toContain('200 OK');
    expect(slow.said()).toContain('Tom Ashdown');
  });
});
