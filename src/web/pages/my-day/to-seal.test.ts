import type { FastifyInstance } from 'fastify';
import { beforeEach, expect, it } from 'vitest';
import type { NewEntry } from '../../../record/contract.ts';
import { pretendDay, pretendId as id, pretendParts } from '../../pretend-parts.ts';
import { createServer } from '../../server.ts';

let server: FastifyInstance;
let stated: readonly NewEntry[];
beforeEach(async () => {
  const parts = pretendParts(pretendDay);
  stated = [];
  const { sealWith } = parts.record;
  const kept: typeof sealWith = async (session, seal, entries, asRead) => {
    stated = entries;
    return sealWith(session, seal, entries, asRead);
  };
  Object.assign(parts.record, { sealWith: kept });
  server = await createServer(parts);
});
const as = (n: number) => ({ cookie: `sightline=token-of-${id(2, n)}`, 'content-type': 'application/x-www-form-urlencoded' });
const [worker, manager, head] = [0, 1, 2].map(as);
const day = async (headers: Readonly<Record<string, string>> | undefined) =>
  (await server.inject({ url: '/my-day', headers: headers ?? {} })).body;

it('an adopted child’s old record waits in the day of the manager who seals it, with what is still owed, and in nobody else’s', async () => {
  const mine = await day(manager);
  const table = mine.slice(mine.indexOf('Adopted: old records to be sealed'), mine.indexOf('</table>', mine.indexOf('Adopted: old')));
  expect(table).toContain(`/children/${id(1, 6)}/seal`);
  expect(table).toContain('Life-story book or letter for later life not given yet');
  for (const who of [worker, head]) expect(await day(who)).not.toContain('old records to be sealed');
  const register = await server.inject({ url: '/registers/sealing', headers: worker ?? {} });
  expect(register.body).toContain('Adopted, and not sealed yet');
});

it('sealing says so in the last line of the old record, and in nothing of the new one', async () => {
  const at = `/children/${id(1, 6)}`;
  const send = (url: string, form: Readonly<Record<string, string>>) =>
    server.inject({ method: 'POST', url, headers: manager ?? {}, payload: String(new URLSearchParams(form)) });
  const csrf = /name="_csrf" value="([^"]+)"/.exec((await server.inject({ url: at, headers: manager ?? {} })).body)?.[1] ?? '';
  await send(`${at}/open`, { _csrf: csrf, reason: 'I work with this child or their family' });
  const form = {
    _csrf: csrf,
    'f.orderedOn': '2026-02-02',
    'n.firstName': 'Zoe',
    'n.lastName': 'New',
    reason: 'Adoption order of February',
  };
  expect((await send(`${at}/seal`, form)).statusCode).toBe(303);
  expect(stated.map(({ step, about }) => [step, about[0]?.person === id(1, 6)])).toEqual([
    ['adoptionOrder', true],
    ['recordSealed', true],
    ['personDetails', false],
  ]);
});
