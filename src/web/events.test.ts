import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { pretendDay, pretendId as id, pretendParts } from './pretend-parts.ts';
import { createServer } from './server.ts';

let parts: ReturnType<typeof pretendParts>;
let server: FastifyInstance;
let address: string;
const streams: AbortController[] = [];

beforeEach(async () => {
  parts = pretendParts(pretendDay);
  server = await createServer(parts);
  address = await server.listen({ port: 0, host: '127.0.0.1' });
});
afterEach(async () => {
  for (const stream of streams.splice(0)) stream.abort();
  await server.close();
});

const cookie = `sightline=token-of-${id(2, 1)}`;
const placeOf = async (): Promise<string> =>
  /data-place="([^"]+)"/.exec((await server.inject({ url: '/board', headers: { cookie } })).body)?.[1] ?? '';

/** What a stream says, as far as it has said it. */
async function listening(from: string, headers: Readonly<Record<string, string>> = {}): Promise<() => string> {
  const stream = new AbortController();
  streams.push(stream);
  const { body } = await fetch(`${address}/events?since=${from}`, { headers: { cookie, ...headers }, signal: stream.signal });
  let said = '';
  const read = async (): Promise<void> => {
    for await (const part of body ?? []) said += Buffer.from(part).toString();
  };
  void read().catch(() => {});
  await expect.poll(() => said).toContain('id: ');
  return () => said;
}
const data = (said: string): readonly unknown[] => [...said.matchAll(/^data: (.*)$/gm)].map(([, text = '']) => JSON.parse(text));

it('tells a board first what changed since it was read, and only that', async () => {
  parts.tell({ authority: 1, people: [id(1, 9)] });
  const place = await placeOf();
  expect(data((await listening(place))())).toEqual([]);
  parts.tell({ authority: 1, people: [id(1, 3)] });
  parts.tell({ authority: 2, people: [id(1, 4)] });
  parts.tell({ authority: 1, staff: true });
  parts.tell({ authority: 1, people: [id(1, 3), id(1, 5)] });
  const said = await listening(place);
  expect(data(said())).toEqual([{ people: [id(1, 3), id(1, 5)] }]);
  parts.tell({ authority: 1, people: [id(1, 6)] });
  await expect.poll(() => data(said())).toEqual([{ people: [id(1, 3), id(1, 5)] }, { people: [id(1, 6)] }]);
});

it('goes on where a lost stream ended, and tells of everything where the server heard nothing for a while', async () => {
  const place = await placeOf();
  parts.tell({ authority: 1, people: [id(1, 3)] });
  const last = /id: (.*)/.exec((await listening(place))())?.[1] ?? '';
  expect(data((await listening(place, { 'last-event-id': last }))())).toEqual([]);
  parts.tell({ authority: null });
  expect(data((await listening(place, { 'last-event-id': last }))())).toEqual([{ people: null }]);
  expect(data((await listening('an-earlier-server'))())).toEqual([{ people: null }]);
});
