import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AnyStep } from '../../../kernel/step/step.ts';
import { attachmentWords } from '../../../kernel/step/attached.ts';
import type { Problem } from '../../../kernel/step/outcome.ts';
import { orRefused } from '../../../record/call.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, isId, one, parameter, sendPage } from '../../request.ts';
import { holds, isCsrf, Refusal, signedIn } from '../../session.ts';
import { mustBeOpen, personOf } from '../child/opening.ts';
import { sentForm } from '../imports/multipart.ts';
import { fileNameOf } from './file-kind.ts';
import { FilesPage } from './page.tsx';
import { take } from './taking.ts';

const several = 260 * 1024 * 1024;

/** Files of entries: attached while the entry is written, opened once it is recorded through the record's own door. */
export function addAttachments(server: FastifyInstance, parts: WebParts): void {
  const steps = new Map(parts.steps.map((step) => [step.name, step]));
  const stepOf = (request: FastifyRequest): AnyStep => {
    const step = steps.get(parameter(request, 'step'));
    if (step === undefined) throw new Refusal(404, 'There is no such step.');
    if (!holds(signedIn(request), step.may.record)) throw new Refusal(403, `Your role may not record: ${step.title}.`);
    return step;
  };
  const place = (request: FastifyRequest): string => `/children/${personOf(request)}/record/${stepOf(request).name}`;

  const show = async (request: FastifyRequest, reply: FastifyReply, entry: string, problems: readonly Problem[] = []) => {
    const files = await parts.attachments.ofDraft(signedIn(request).session, entry);
    const props = { frame: frameOf(request, parts), csrf: request.csrf, title: stepOf(request).title, action: place(request) };
    return sendPage(reply, <FilesPage {...props} entry={entry} files={files} problems={problems} />, problems.length > 0 ? 400 : 200);
  };

  server.get('/children/:id/record/:step/files', async (request, reply) =>
    show(request, reply, entryIn(request, givenForm(request.query))),
  );

  server.post('/children/:id/record/:step/files', { config: { csrfInHandler: true }, bodyLimit: several }, async (request, reply) => {
    const [person, step] = [personOf(request), stepOf(request)];
    const { fields, files } = await sentForm(request);
    if (!isCsrf(fields.get('_csrf'), request.csrf))
      throw new Refusal(403, 'This form is too old. Go back, reload the page and send it again.');
    const entry = fields.get('entry') ?? '';
    if (!isId(entry)) throw new Refusal(400, `This is not the form of a draft: ${step.title}.`);
    const problems: Problem[] = [];
    for await (const { file, name } of files) {
      const taken = await take(parts, signedIn(request).session, { file, name, entry, person });
      if (taken.kind === 'refused') problems.push({ field: 'files', message: taken.message });
    }
    if (request.headers.accept !== 'application/json') return show(request, reply, entry, problems);
    const attached = await parts.attachments.ofDraft(signedIn(request).session, entry);
    return reply.send({ files: attached.map(attachmentWords), problems: problems.map(({ message }) => message) });
  });

  server.post('/children/:id/record/:step/files/:attachment/remove', async (request, reply) => {
    const attachment = parameter(request, 'attachment');
    const entry = entryIn(request, givenForm(request.body));
    if (isId(attachment)) await parts.attachments.drop(signedIn(request).session, attachment);
    return reply.redirect(`${place(request)}/files?entry=${entry}`, 303);
  });

  addOpening(server, parts);
}

function entryIn(request: FastifyRequest, given: ReturnType<typeof givenForm>): string {
  const entry = one(given, 'entry');
  if (!isId(entry))
    throw new Refusal(404, `There is no such draft: ${request.routeOptions.url === undefined ? '' : 'begin from the form.'}`);
  return entry;
}

/** What a file is served with: saved and never shown, and if it is shown all the same, without scripts, plug-ins or anything of this site's. */
const served = (name: string, bytes: number) => ({
  'content-disposition': `attachment; filename="${name.replaceAll(/[^\w .()-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`)}`,
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'content-length': bytes,
});

function addOpening(server: FastifyInstance, parts: WebParts): void {
  server.get('/children/:id/files/:attachment', async (request, reply) => {
    const attachment = parameter(request, 'attachment');
    const opened = await mustBeOpen(request, parts);
    const file = isId(attachment) ? await orRefused(parts.attachments.open(opened, attachment)) : undefined;
    if (file !== undefined && 'message' in file) throw new Refusal(403, file.message);
    if (file === undefined) throw new Refusal(404, 'There is no such file in this record, or it is not yours to read.');
    return reply
      .headers(served(fileNameOf(file.name), file.bytes))
      .type(file.kind)
      .send(Readable.from(file.content()));
  });
}
