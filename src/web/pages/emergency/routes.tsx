import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '../../../kernel/step/outcome.ts';
import { makePassphrase } from '../../../oversight/emergency-copy/passphrase.ts';
import { emergencyCopyMay } from '../../../oversight/emergency-copy/who-may.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, parameter, sendPage } from '../../request.ts';
import { holds, mustHold, Refusal, signedIn, type Who } from '../../session.ts';
import { askedFor, reachOf } from './asked.ts';
import { createKeptFiles } from './kept-files.ts';
import { PackPage } from './pack-page.tsx';
import { EmergencyPage, MadePage } from './page.tsx';

/** Sealing takes a second of one core: nobody needs more than this. */
const rateLimit = { max: 12, timeWindow: '1 minute' };

export function addEmergency(server: FastifyInstance, parts: WebParts): void {
  const files = createKeptFiles(parts.now);
  const who = (request: FastifyRequest, verb: 'record' | 'read'): Who => {
    const asking = signedIn(request);
    mustHold(asking, emergencyCopyMay[verb]);
    return asking;
  };

  server.get('/emergency-copy', async (request, reply) => sendPage(reply, await pageOf(request, parts, who(request, 'read'))));

  server.post('/emergency-copy', { config: { rateLimit } }, async (request, reply) => {
    const asking = who(request, 'record');
    const asked = await understood(request, parts, asking, 'copy');
    if (asked.kind === 'refused') return again(request, reply, parts, asking, asked.problems);
    const passphrase = makePassphrase();
    const made = await parts.copies.make(asking.session, asked.copy, asking.name, passphrase);
    if (made.kind === 'refused') return again(request, reply, parts, asking, [{ message: made.message }]);
    files.keep(asking.session.actor, made.number, made);
    const { number, children, fileName } = made;
    return sendPage(reply, <MadePage frame={frameOf(request, parts)} {...{ number, children, fileName, passphrase }} />);
  });

  server.get('/emergency-copy/:number/file', async (request, reply) => {
    const { session } = who(request, 'record');
    const kept = files.of(session.actor, parameter(request, 'number'));
    if (kept === undefined) throw new Refusal(404, 'The file is not kept any longer. Make another copy.');
    reply.header('content-disposition', `attachment; filename="${kept.fileName}"`);
    return reply.type('text/html; charset=utf-8').send(kept.file);
  });

  server.post('/emergency-copy/pack', { config: { rateLimit } }, async (request, reply) => {
    const asking = who(request, 'record');
    const asked = await understood(request, parts, asking, 'pack');
    if (asked.kind === 'refused') return again(request, reply, parts, asking, asked.problems);
    const packed = await parts.copies.pack(asking.session, asked.copy);
    if (packed.kind === 'refused') return again(request, reply, parts, asking, [{ message: packed.message }]);
    return sendPage(reply, <PackPage frame={frameOf(request, parts)} pack={packed.pack} madeBy={asking.name} />);
  });
}

async function readReach(parts: WebParts, { session }: Who) {
  const [teams, members] = await Promise.all([parts.members.teams(session), parts.members.all(session)]);
  return { reach: reachOf(session, teams, members), members };
}

async function understood(request: FastifyRequest, parts: WebParts, asking: Who, kind: 'copy' | 'pack') {
  const { reach } = await readReach(parts, asking);
  return askedFor(givenForm(request.body), kind, reach, parts.now());
}

async function pageOf(request: FastifyRequest, parts: WebParts, asking: Who, problems: readonly Problem[] = []) {
  const [{ reach, members }, made] = await Promise.all([readReach(parts, asking), parts.copies.made(asking.session)]);
  const named = new Map(members.map(({ id, name }) => [id, name]));
  const model = {
    reach,
    problems,
    csrf: request.csrf,
    mayMake: holds(asking, emergencyCopyMay.record),
    made: made.map((line) => ({ ...line, by: named.get(line.madeBy) ?? line.madeBy })),
    forms: { copy: randomUUID(), pack: randomUUID() },
    given: givenForm(request.body),
  };
  return <EmergencyPage frame={frameOf(request, parts)} model={model} />;
}

const again = async (request: FastifyRequest, reply: FastifyReply, parts: WebParts, asking: Who, problems: readonly Problem[]) =>
  sendPage(reply, await pageOf(request, parts, asking, problems), 400);
