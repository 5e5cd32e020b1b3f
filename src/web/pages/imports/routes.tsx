import type { FastifyInstance, FastifyRequest } from 'fastify';
import { beginForm, type SentForm } from './multipart.ts';
import { ImportsPage, RunPage, type FormProblem } from './page.tsx';
import { administrator } from './administrator.ts';
import { addQuestions } from './questions-routes.tsx';
import { addRepairs } from './repair-routes.tsx';
import type { WebParts } from '../../parts.ts';
import { frameOf, isId, parameter, sendPage } from '../../request.ts';
import { isCsrf, mustHold, Refusal, signedIn, type Who } from '../../session.ts';

/** A form without a boundary, or cut short: the parser says so in words that are no answer to a person. */
async function formOf(request: FastifyRequest): Promise<SentForm> {
  try {
    return await beginForm(request.parts());
  } catch (error) {
    if (error instanceof Error && 'statusCode' in error) throw error;
    throw new Refusal(400, 'The form is not whole. Go back, reload the page and send it again.');
  }
}

export function addImports(server: FastifyInstance, parts: WebParts): void {
  addQuestions(server, parts);
  addRepairs(server, parts);
  const reader = (request: FastifyRequest): Who => {
    const who = signedIn(request);
    mustHold(who, ['administrator', 'performanceAnalyst']);
    return who;
  };

  server.get('/imports', async (request, reply) => {
    const { session } = reader(request);
    return sendPage(reply, <ImportsPage frame={frameOf(request, parts)} csrf={request.csrf} runs={await parts.imports.list(session)} />);
  });

  server.post('/imports', { config: { csrfInHandler: true }, bodyLimit: 512 * 1024 * 1024 }, async (request, reply) => {
    const { session } = administrator(request);
    const { fields, files } = await formOf(request);
    if (!isCsrf(fields.get('_csrf'), request.csrf))
      throw new Refusal(403, 'This form is too old. Go back, reload the page and send it again.');
    const refuse = async (problem: FormProblem) =>
      sendPage(
        reply,
        <ImportsPage frame={frameOf(request, parts)} csrf={request.csrf} runs={await parts.imports.list(session)} problem={problem} />,
        400,
      );
    const year = fields.get('year')?.trim() ?? '';
    if (year !== '' && !/^20\d\d$/.test(year)) {
      for await (const { file } of files) file.resume();
      return refuse({ field: 'year', message: 'Enter the year in which the return ends, for example 2026' });
    }
    const run = await parts.imports.begin(session, files, year === '' ? undefined : Number(year));
    if (run === undefined) return refuse({ field: 'files', message: 'Select the files of a census or of a return' });
    if (run.kind === 'refused') return refuse({ field: 'files', message: run.message });
    return reply.redirect(`/imports/${run.run}`, 303);
  });

  server.get('/imports/:run', async (request, reply) => {
    const { session } = reader(request);
    const id = parameter(request, 'run');
    const run = isId(id) || /^\d+$/.test(id) ? await parts.imports.get(session, id) : undefined;
    if (run === undefined) throw new Refusal(404, 'There is no such import.');
    const mayRepair = session.roles.includes('administrator');
    const suggestions = mayRepair ? await parts.imports.suggestions(session, id) : [];
    const problems = await parts.imports.problems(session, id);
    const page = { frame: frameOf(request, parts), csrf: request.csrf, run, problems, suggestions, mayRepair };
    return sendPage(reply, <RunPage {...page} />);
  });
}
