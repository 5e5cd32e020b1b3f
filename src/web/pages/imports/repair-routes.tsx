import type { FastifyInstance, FastifyRequest } from 'fastify';
import { shownAgain } from '../../kept-forms.ts';
import type { GivenForm, Memory } from '../../memory.ts';
import type { ImportRun, ShownProblem, WebParts } from '../../parts.ts';
import { administrator, runOf } from './who-and-which.ts';
import { frameOf, givenForm, isId, one, parameter, sendPage } from '../../request.ts';
import { Refusal } from '../../session.ts';
import { RepairPage } from './repair-page.tsx';

const valueIn = (form: GivenForm): string => one(form, 'value').slice(0, 1_000);

export function addRepairs(server: FastifyInstance, parts: WebParts, memory: Memory): void {
  const found = async (request: FastifyRequest): Promise<{ readonly run: ImportRun; readonly problem: ShownProblem }> => {
    const who = administrator(request);
    const run = await runOf(parts, who, request);
    const n = parameter(request, 'n');
    const problem = /^[1-9]\d{0,8}$/.test(n) ? await parts.imports.problem(who.session, run.run, Number(n)) : undefined;
    if (problem?.isRepairable !== true) throw new Refusal(404, 'There is no such value to be put right.');
    return { run, problem };
  };

  server.get('/imports/:run/problems/:n', async (request, reply) => {
    const page = { frame: frameOf(request, parts), csrf: request.csrf, ...(await found(request)) };
    const form = shownAgain(memory, administrator(request).session.actor, request);
    return sendPage(reply, <RepairPage {...page} {...(form === undefined ? {} : { given: valueIn(form) })} />);
  });

  server.post('/imports/:run/problems/:n', { config: { keeps: true } }, async (request, reply) => {
    const { session } = administrator(request);
    const { run, problem } = await found(request);
    const value = valueIn(givenForm(request.body));
    const repaired = await parts.imports.repair(session, run.run, problem.n, value);
    if (repaired.kind === 'done') return reply.redirect(`/imports/${repaired.run}`, 303);
    const page = (
      <RepairPage
        frame={frameOf(request, parts)}
        csrf={request.csrf}
        run={run}
        problem={problem}
        given={value}
        message={repaired.message}
      />
    );
    return sendPage(reply, page, 400);
  });

  server.post('/imports/:run/written', async (request, reply) => {
    const { session } = administrator(request);
    const [run, form] = [parameter(request, 'run'), givenForm(request.body)];
    if (!isId(run)) throw new Refusal(404, 'There is no such import.');
    const repaired = await parts.imports.accept(session, run, one(form, 'field'), one(form, 'writing'));
    if (repaired.kind === 'refused') throw new Refusal(400, repaired.message);
    return reply.redirect(`/imports/${repaired.run}`, 303);
  });
}
