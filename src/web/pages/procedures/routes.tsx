import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ComponentChildren } from 'preact';
import type { Chapter } from '../../../governance/procedures/chapter.ts';
import { chaptersFor, editionOn, mayRead, type Edition } from '../../../governance/procedures/manual.ts';
import { reviewDue, reviewsDue } from '../../../governance/procedures/reviews.ts';
import { soughtIn } from '../../../governance/procedures/sought.ts';
import { dayInEngland } from '../../../kernel/calendar/dates.ts';
import type { Role } from '../../../kernel/step/permission.ts';
import { Layout } from '../../components/layout.tsx';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, one, parameter, sendPage } from '../../request.ts';
import { Elsewhere, Refusal } from '../../session.ts';
import { Changes } from './changes-view.tsx';
import { webLinks } from './links.ts';
import { SayOfIt } from './outside-page.tsx';
import { Contents, FoundSections } from './contents-view.tsx';
import { ChapterView, Whole, type EditionProps } from './manual-views.tsx';
import { addOutsideComments, procedureOwners, waitingOutside } from './outside-routes.tsx';
import { addReading, chapterRecord, toRead } from './reading-routes.tsx';

const open = { config: { open: true } };

const rolesOf = (request: FastifyRequest): readonly Role[] => request.who?.session.roles ?? [];

/** The procedures manual: what is for every agency is read without signing in. */
export function addProcedures(server: FastifyInstance, parts: WebParts): void {
  const send = (request: FastifyRequest, reply: FastifyReply, title: string, body: ComponentChildren) =>
    sendPage(
      reply,
      <Layout frame={frameOf(request, parts)} title={title}>
        {body}
      </Layout>,
    );
  const reading = (request: FastifyRequest) => readingOf(request, parts);
  const today = () => dayInEngland(parts.now());
  /** Whoever manages is reminded of what is to be read again. */
  const dueFor = (request: FastifyRequest) =>
    rolesOf(request).some((role) => role === 'teamManager' || role === 'headOfService')
      ? reviewsDue(parts.procedures(), reading(request).chapters, today())
      : [];

  server.get('/procedures/search', open, async (request, reply) => {
    const words = one(givenForm(request.query), 'words').slice(0, 100);
    const { chapters, links } = reading(request);
    return send(request, reply, 'Search the procedures', <FoundSections words={words} found={soughtIn(chapters, words)} links={links} />);
  });
  server.get('/procedures/changes', open, async (request, reply) => {
    const isShown = (chapter: Chapter): boolean => mayRead(chapter, rolesOf(request));
    return send(
      request,
      reply,
      'What changed',
      <Changes manual={parts.procedures()} links={webLinks()} today={today()} isShown={isShown} />,
    );
  });
  server.get('/procedures', open, async (request, reply) => {
    const props = reading(request);
    const reader = props.latest === undefined ? await toRead(request, parts) : {};
    const fromOutside = rolesOf(request).some((role) => procedureOwners.includes(role)) ? await waitingOutside(request, parts) : undefined;
    return send(request, reply, 'Procedures', <Contents {...props} due={dueFor(request)} fromOutside={fromOutside} {...reader} />);
  });
  server.get('/procedures/whole', open, async (request, reply) =>
    send(request, reply, 'Procedures: the whole manual', <Whole {...reading(request)} />),
  );
  server.get('/procedures/:chapter', open, async (request, reply) => {
    const props = reading(request);
    const chapter = chapterAsked(request, props.edition);
    return send(
      request,
      reply,
      chapter.title,
      <>
        <ChapterView {...props} chapter={chapter} reviewBy={reviewDue(parts.procedures(), chapter, today())} />
        {props.latest === undefined ? await chapterRecord(request, parts, chapter) : null}
        {props.latest === undefined && request.who === undefined ? <SayOfIt chapter={chapter} /> : null}
      </>,
    );
  });
  addReading(server, parts);
  addOutsideComments(server, parts);
}

/** The edition that is asked for, or today's, with what of it whoever asks may read. */
function readingOf(request: FastifyRequest, parts: WebParts): EditionProps {
  const manual = parts.procedures();
  const asked = one(givenForm(request.query), 'edition');
  const latest = editionOn(manual, dayInEngland(parts.now()));
  const edition = asked === '' ? latest : manual.editions.find(({ on }) => on === asked);
  if (edition === undefined) throw new Refusal(404, 'There is no edition of the procedures of that date.');
  const isEarlier = latest !== undefined && edition.on < latest.on;
  return {
    edition,
    chapters: chaptersFor(edition, rolesOf(request)),
    links: webLinks(asked === '' ? undefined : edition.on),
    ...(isEarlier ? { latest } : {}),
  };
}

/** A chapter for our own staff is shown to those it is for; whoever has not signed in is asked to. */
function chapterAsked(request: FastifyRequest, edition: Edition): Chapter {
  const chapter = edition.chapters.find(({ id }) => id === parameter(request, 'chapter'));
  if (chapter === undefined) throw new Refusal(404, 'There is no chapter of that name in this edition of the procedures.');
  if (mayRead(chapter, rolesOf(request))) return chapter;
  if (request.who === undefined) throw new Elsewhere(`/sign-in?next=${encodeURIComponent(request.url)}`);
  throw new Refusal(403, 'This chapter is for other roles than yours.');
}
