import type { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { readPublished } from '../../../oversight/measures/published.ts';
import { measuresMay } from '../../../oversight/measures/who-may.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, isId, sendPage } from '../../request.ts';
import { isCsrf, mustHold, Refusal, signedIn } from '../../session.ts';
import { sentForm } from '../imports/multipart.ts';
import { PublishedPage } from './published.tsx';

const mostBytes = 4 * 1024 * 1024;

async function textOf(file: Readable): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of file) {
    bytes += piece.length;
    if (bytes <= mostBytes) pieces.push(Buffer.from(piece));
  }
  if (bytes > mostBytes) throw new Refusal(400, 'The file is larger than 4 MB. Take only the areas that you compare with.');
  return Buffer.concat(pieces).toString('utf8');
}

/** The file of published figures with which measures are compared. */
export function addPublished(server: FastifyInstance, parts: WebParts): void {
  server.get('/measures/published', async (request, reply) => {
    const who = signedIn(request);
    mustHold(who, measuresMay);
    const published = await parts.measures.published(who.session);
    const members = await parts.members.all(who.session);
    const by = members.find(({ id }) => id === published?.loadedBy)?.name ?? 'somebody who has left';
    return sendPage(reply, <PublishedPage {...{ frame: frameOf(request, parts), csrf: request.csrf, published, by, problems: [] }} />);
  });

  server.post('/measures/published', { config: { csrfInHandler: true } }, async (request, reply) => {
    const who = signedIn(request);
    mustHold(who, measuresMay);
    const { fields, files } = await sentForm(request);
    if (!isCsrf(fields.get('_csrf'), request.csrf))
      throw new Refusal(403, 'This form is too old. Go back, reload the page and send it again.');
    const file = fields.get('file') ?? '';
    if (!isId(file)) throw new Refusal(400, 'Go back to the page of published figures, and load the file there.');
    const refuse = async (problems: readonly string[]) =>
      sendPage(
        reply,
        <PublishedPage
          {...{
            frame: frameOf(request, parts),
            csrf: request.csrf,
            published: await parts.measures.published(who.session),
            by: '',
            problems,
          }}
        />,
        400,
      );
    for await (const { file: sent, name } of files) {
      const { figures, problems } = readPublished(await textOf(sent));
      if (problems.length > 0) return refuse(problems);
      const outcome = await parts.measures.load(who.session, { file, fileName: name.slice(0, 200), figures });
      if (outcome.kind === 'refused') throw new Refusal(403, `${outcome.message}.`);
      return reply.redirect('/measures/published', 303);
    }
    return refuse(['Choose a file: CSV with a line of names']);
  });
}
