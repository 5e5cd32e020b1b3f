import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { measuresMay } from '../../../oversight/measures/who-may.ts';
import { readFigures, type Places } from '../../../oversight/workforce/release.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, isId, sendPage } from '../../request.ts';
import { isCsrf, mustHold, Refusal, signedIn, type Who } from '../../session.ts';
import { sentForm } from '../imports/multipart.ts';
import { publishedKinds, PublishedPage, type Loaded } from './published.tsx';

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

/** What is loaded of each kind, with who loaded it. */
async function loadedOf(parts: WebParts, { session }: Who): Promise<readonly Loaded[]> {
  const members = new Map((await parts.members.all(session)).map(({ id, name }) => [id, name]));
  const files = await Promise.all(publishedKinds.map(async (kind) => ({ kind, published: await parts.measures.published(session, kind) })));
  return files.map((one) => ({ ...one, by: members.get(one.published?.loadedBy ?? '') ?? 'somebody who has left' }));
}

/** As it is written in the form: a name or a code in each line. */
const placesIn = (fields: ReadonlyMap<string, string>): Places => ({
  own: (fields.get('own') ?? '').trim(),
  neighbours: (fields.get('neighbours') ?? '')
    .split(/[\r\n;]+/)
    .map((one) => one.trim())
    .filter((one) => one !== ''),
});

/** As they were in the release that was loaded last. */
function placesOf(loaded: readonly Loaded[], authorityName: string): Places {
  const figures = loaded.flatMap(({ kind, published }) => (kind === 'measures' ? [] : (published?.figures ?? [])));
  return {
    own: figures.find(({ relation }) => relation === 'own')?.area ?? authorityName,
    neighbours: [...new Set(figures.flatMap(({ relation, area }) => (relation === 'neighbour' ? [area] : [])))].toSorted(),
  };
}

/** The files of published figures with which measures and the workforce are compared. */
export function addPublished(server: FastifyInstance, parts: WebParts): void {
  const page = async (request: FastifyRequest, who: Who, given?: Places, problems: readonly string[] = []) => {
    const loaded = await loadedOf(parts, who);
    const places = given ?? placesOf(loaded, who.authorityName ?? parts.authorityName);
    return <PublishedPage {...{ frame: frameOf(request, parts), csrf: request.csrf, loaded, places, problems }} />;
  };

  server.get('/measures/published', async (request, reply) => {
    const who = signedIn(request);
    mustHold(who, measuresMay);
    return sendPage(reply, await page(request, who));
  });

  server.post('/measures/published', { config: { csrfInHandler: true } }, async (request, reply) => {
    const who = signedIn(request);
    mustHold(who, measuresMay);
    const { fields, files } = await sentForm(request);
    if (!isCsrf(fields.get('_csrf'), request.csrf))
      throw new Refusal(403, 'This form is too old. Go back, reload the page and send it again.');
    const file = fields.get('file') ?? '';
    if (!isId(file)) throw new Refusal(400, 'Go back to the page of published figures, and load the file there.');
    const places = placesIn(fields);
    for await (const { file: sent, name } of files) {
      const { kind, figures, problems } = readFigures(await textOf(sent), places);
      if (problems.length > 0) return sendPage(reply, await page(request, who, places, problems), 400);
      const outcome = await parts.measures.load(who.session, { file, kind, fileName: name.slice(0, 200), figures });
      if (outcome.kind === 'refused') throw new Refusal(403, `${outcome.message}.`);
      return reply.redirect('/measures/published', 303);
    }
    return sendPage(reply, await page(request, who, places, ['Choose a file: CSV with a line of names']), 400);
  });
}
