import type { FastifyInstance, FastifyRequest } from 'fastify';
import { shownAgain } from '../../kept-forms.ts';
import type { Memory } from '../../memory.ts';
import type { ImportRun, WebParts } from '../../parts.ts';
import { frameOf, givenForm, one, sendPage } from '../../request.ts';
import { Refusal } from '../../session.ts';
import { administrator, runOf } from './who-and-which.ts';
import { SetAsidePage } from './set-aside-page.tsx';

export function addSettingAside(server: FastifyInstance, parts: WebParts, memory: Memory): void {
  const found = async (request: FastifyRequest): Promise<ImportRun> => {
    const run = await runOf(parts, administrator(request), request);
    if (run.state !== 'stopped') throw new Refusal(404, 'There is no such import that has stopped.');
    return run;
  };
  const reasonIn = (form: Parameters<typeof one>[0]): string => one(form, 'reason').slice(0, 2_000);

  server.get('/imports/:run/set-aside', async (request, reply) => {
    const run = await found(request);
    const form = shownAgain(memory, administrator(request).session.actor, request);
    const given = form === undefined ? {} : { given: reasonIn(form) };
    return sendPage(reply, <SetAsidePage frame={frameOf(request, parts)} csrf={request.csrf} run={run} {...given} />);
  });

  server.post('/imports/:run/set-aside', { config: { keeps: true } }, async (request, reply) => {
    const run = await found(request);
    const given = reasonIn(givenForm(request.body));
    const done =
      given === ''
        ? ({ kind: 'refused', message: 'Enter the reason' } as const)
        : await parts.imports.setAside(administrator(request).session, run.run, given);
    if (done.kind === 'done') return reply.redirect(`/imports/${run.run}`, 303);
    const page = { frame: frameOf(request, parts), csrf: request.csrf, run, given, message: done.message };
    return sendPage(reply, <SetAsidePage {...page} />, 400);
  });
}
