import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { pretendDay, pretendId as id, pretendParts } from '../../pretend-parts.ts';
import { createServer } from '../../server.ts';

const url = `/imports/children/${id(9, 1)}`;
const headers = { cookie: `sightline=token-of-${id(2, 6)}`, 'content-type': 'application/x-www-form-urlencoded' };

let parts: ReturnType<typeof pretendParts>;
let server: FastifyInstance;
beforeEach(async () => {
  parts = pretendParts(pretendDay);
  server = await createServer(parts);
});
afterEach(() => server.close());

function stands(isDecided: boolean, decision: string) {
  const said = { name: 'Child 100243', facts: [], history: [] };
  const question = {
    id: id(9, 1),
    source: 'SSDA903 return',
    child: '100243',
    because: 'it may be another',
    askedAt: '2026-03-03 09:00:00+00',
  };
  const records = [{ ...said, person: id(1, 0), isChosen: isDecided }];
  parts.questions.splice(0, 1, { ...question, isDecided, decision, given: said, records });
}

/** What the page's own form would send, filled in. */
async function filled(answers: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>> {
  const { body } = await server.inject({ url, headers });
  const hidden = [...body.matchAll(/name="(_csrf|action|decision)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]);
  return { ...Object.fromEntries(hidden), ...answers };
}

const send = (form: Readonly<Record<string, string>>) =>
  server.inject({ method: 'POST', url, headers, payload: new URLSearchParams(form).toString() });

it('what a form says is done, whatever the question has become since', async () => {
  stands(false, id(10, 1));
  const twins = await filled({ choice: 'different', reason: 'Twins' });
  stands(true, id(10, 2));
  const cousin = await filled({ reason: 'It was the cousin' });
  expect((await send(twins)).statusCode).toBe(409);
  stands(false, id(10, 3));
  expect((await send(cousin)).statusCode).toBe(303);
  expect(parts.decisions).toEqual([
    { action: 'decide', question: id(9, 1), decision: id(10, 1), reason: 'Twins' },
    { action: 'takeBack', question: id(9, 1), decision: id(10, 2), reason: 'It was the cousin' },
  ]);
});

it('a stale form that is refused is answered with the question as it stands, and none of its words in the other form', async () => {
  stands(false, id(10, 1));
  const twins = await filled({ choice: 'different', reason: 'They are twins' });
  stands(true, id(10, 2));
  const answer = await send(twins);
  expect([answer.statusCode, answer.body.includes('decided meanwhile'), answer.body.includes('They are twins')]).toEqual([
    409,
    true,
    false,
  ]);
});

it('a form without its action or its decision does nothing', async () => {
  stands(false, id(10, 1));
  const { action: _action, ...noAction } = await filled({ choice: 'different', reason: 'Twins' });
  expect((await send(noAction)).statusCode).toBe(400);
  expect((await send({ ...noAction, action: 'both', decision: randomUUID() })).statusCode).toBe(400);
  expect((await send({ ...noAction, action: 'decide', decision: '7' })).statusCode).toBe(400);
  expect(parts.decisions).toEqual([]);
});

it('what a later file has answered is shown with the file, and nobody can decide it', async () => {
  stands(false, id(10, 1));
  const [question] = parts.questions;
  if (question === undefined) throw new Error('no question');
  parts.questions.splice(0, 1, { ...question, answeredBy: { run: id(8, 2), fileName: 'corrected.csv', at: '2026-03-04 09:00:00+00' } });
  const { body } = await server.inject({ url, headers });
  expect([body.includes('corrected.csv'), body.includes('nobody needs to decide'), body.includes('name="decision"')]).toEqual([
    true,
    true,
    false,
  ]);
  expect((await server.inject({ url: '/imports/children', headers })).body).toContain('answered by corrected.csv');
});
