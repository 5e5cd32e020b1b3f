import type { FastifyInstance, FastifyRequest } from 'fastify';
import { fieldText } from './multipart.ts';
import { ImportsPage, RunPage } from './page.tsx';
import type { WebParts } from '../../parts.ts';
import { frameOf, isId, parameter, sendPage } from '../../request.ts';
import { isCsrf, mustHold, Refusal, signedIn, type Who } from '../../session.ts';

export function addImports(server: FastifyInstance, parts: WebParts): void {
  const importer = (request: FastifyRequest): Who => {
    const who = signedIn(request);
    mustHold(who, ['administrator', 'performanceAnalyst']);
    return who;
  };

  server.get('/imports', async (request, reply) => {
    const { session } = importer(request);
    return sendPage(reply, <ImportsPage frame={frameOf(request, parts)} csrf={request.csrf} runs={await parts.imports.list(session)} />);
  });

  server.post('/imports', { config: { csrfInHandler: true }, bodyLimit: 512 * 1024 * 1024 }, async (request, reply) => {
    const { session } = importer(request);
    const file = await request.file();
    if (file === undefined) throw new Refusal(400, 'Choose a file.');
    if (!isCsrf(fieldText(file.fields['_csrf']), request.csrf))
      throw new Refusal(403, 'This form is too old. Go back, reload the page and send it again.');
    if (file.filename === '') {
      file.file.resume();
      return sendPage(
        reply,
        <ImportsPage
          frame={frameOf(request, parts)}
          csrf={request.csrf}
          runs={await parts.imports.list(session)}
          problem="Select a CIN census file"
        />,
        400,
      );
    }
    return reply.redirect(`/imports/${await parts.imports.begin(session, file.file, file.filename)}`, 303);
  });

  server.get('/imports/:run', async (request, reply) => {
    const { session } = importer(request);
    const id = parameter(request, 'run');
    const run = isId(id) || /^\d+$/.test(id) ? await parts.imports.get(session, id) : undefined;
    if (run === undefined) throw new Refusal(404, 'There is no such import.');
    return sendPage(reply, <RunPage frame={frameOf(request, parts)} run={run} problems={await parts.imports.problems(session, id)} />);
  });
}
