import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Chapter } from '../../../governance/procedures/chapter.ts';
import { chaptersFor, editionOn, mayRead, type Edition } from '../../../governance/procedures/manual.ts';
import { owesReading, readingsOf, unreadBy } from '../../../governance/procedures/readings.ts';
import { dayInEngland } from '../../../kernel/calendar/dates.ts';
import type { AnyStep } from '../../../kernel/step/step.ts';
import { Layout } from '../../components/layout.tsx';
import type { GivenForm } from '../../memory.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, isId, one, parameter, sendPage } from '../../request.ts';
import { holds, mustHold, Refusal, signedIn } from '../../session.ts';
import { statedIn } from '../files/stated-in.ts';
import { chapterFile, commentsOn, readingsBy } from './chapter-file.ts';
import { ChapterRecord } from './chapter-record.tsx';
import { ReadingPage } from './reading-page.tsx';

const supervisors = ['teamManager', 'headOfService'] as const;

/** What our own staff read of the procedures, and what agencies say of them. */
export function addReading(server: FastifyInstance, parts: WebParts): void {
  server.get('/procedures/reading', async (request, reply) => {
    const who = signedIn(request);
    mustHold(who, supervisors);
    const { chapters } = editionNow(parts);
    const [supervised, members, readings] = await Promise.all([
      parts.record.supervised(who.session),
      parts.members.all(who.session),
      readingsBy(parts, who.session, chapters),
    ]);
    const ids = new Set(supervised.map(({ member }) => member));
    const readers = members.filter(({ id }) => ids.has(id) && id !== who.session.actor);
    return sendPage(
      reply,
      <Layout frame={frameOf(request, parts)} title="Who has read the procedures" wide>
        <ReadingPage
          readings={readingsOf(chapters, readers, readings)}
          names={new Map(readers.map(({ id, name }) => [id, name]))}
          owes={readers.map(({ id }) => id)}
          today={dayInEngland(parts.now())}
        />
      </Layout>,
    );
  });

  /** What a form on the page of a chapter says goes into the file of the chapter. */
  const state = async (request: FastifyRequest, name: string, more: (chapter: Chapter) => GivenForm): Promise<Chapter> => {
    const given = givenForm(request.body);
    const edition = editionNow(parts);
    const chapter = edition.chapters.find(({ id }) => id === parameter(request, 'chapter'));
    if (chapter === undefined || !mayRead(chapter, signedIn(request).session.roles))
      throw new Refusal(404, 'There is no such chapter for you to read.');
    const step = parts.steps.find((known): known is AnyStep => known.name === name);
    if (step === undefined) throw new Error(name);
    const entry = isId(one(given, 'entry')) ? one(given, 'entry') : crypto.randomUUID();
    const form = { ...given, 'f.edition': edition.on, ...more(chapter) };
    const [problem] = await statedIn(request, parts, { file: chapterFile(chapter), step, entry, form });
    if (problem !== undefined) throw new Refusal(400, `${problem.message}.`);
    return chapter;
  };
  const today = () => dayInEngland(parts.now());

  server.post('/procedures/:chapter/read', async (request, reply) => {
    const { id } = await state(request, 'procedureRead', () => ({ 'f.readOn': today() }));
    return reply.redirect(`/procedures/${id}#read`, 303);
  });
  server.post('/procedures/:chapter/comment', async (request, reply) => {
    const { id } = await state(request, 'procedureComment', ({ sections }) => {
      const section = one(givenForm(request.body), 'f.section');
      return { 'f.on': today(), 'f.section': sections.some((known) => known.id === section) ? section : '' };
    });
    return reply.redirect(`/procedures/${id}#comments`, 303);
  });
}

export function editionNow(parts: WebParts): Edition {
  const edition = editionOn(parts.procedures(), dayInEngland(parts.now()));
  if (edition === undefined) throw new Refusal(404, 'No edition of the procedures is in force.');
  return edition;
}

/** Of today's edition, to whoever is signed in. */
export async function chapterRecord(request: FastifyRequest, parts: WebParts, chapter: Chapter) {
  const who = request.who;
  if (who === undefined) return null;
  const { roles, actor } = who.session;
  const isOwed = owesReading(chapter, roles);
  const readings = isOwed ? await readingsBy(parts, who.session, [chapter]) : [];
  const isUnread = unreadBy([chapter], { id: actor, roles }, readings).length > 0;
  return (
    <ChapterRecord
      csrf={request.csrf}
      chapter={chapter}
      comments={await commentsOn(request, parts, chapter)}
      reading={isOwed ? (isUnread ? 'unread' : 'read') : undefined}
      mayAnswer={holds(who, ['teamManager', 'headOfService', 'reviewingOfficer'])}
      today={dayInEngland(parts.now())}
    />
  );
}

/** What whoever is signed in has yet to read, and whether they may see who else has not. */
export async function toRead(
  request: FastifyRequest,
  parts: WebParts,
): Promise<{ readonly unread: readonly Chapter[]; readonly seesOthers: boolean }> {
  const { who } = request;
  if (who === undefined) return { unread: [], seesOthers: false };
  const { session } = who;
  const chapters = chaptersFor(editionNow(parts), session.roles);
  const readings = await readingsBy(parts, session, chapters);
  return { unread: unreadBy(chapters, { id: session.actor, roles: session.roles }, readings), seesOthers: holds(who, supervisors) };
}
