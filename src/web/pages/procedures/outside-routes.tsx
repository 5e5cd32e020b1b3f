import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ComponentChildren } from 'preact';
import type { Chapter } from '../../../governance/procedures/chapter.ts';
import { mayRead } from '../../../governance/procedures/manual.ts';
import type { Role } from '../../../kernel/step/permission.ts';
import type { Problem } from '../../../kernel/step/outcome.ts';
import { procedureComment } from '../../../practice/pathway.ts';
import type { Session } from '../../../record/contract.ts';
import type { NewPublicComment, PublicComment } from '../../../record/public-comments.ts';
import { Layout } from '../../components/layout.tsx';
import type { GivenForm } from '../../memory.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, isId, one, parameter, sendPage } from '../../request.ts';
import { asOptions, labels } from '../../by-id.ts';
import { dayOf } from '../../said-dates.ts';
import { mustHold, Refusal, signedIn } from '../../session.ts';
import { statedIn } from '../files/stated-in.ts';
import { chapterFile } from './chapter-file.ts';
import { longest, OutsideComment, outsideAgencies, OutsideSent } from './outside-page.tsx';
import { OutsideQueue } from './outside-queue.tsx';
import { editionNow } from './reading-routes.tsx';
import { createSentLately } from './sent-lately.ts';

/** Who answers for the procedures, as `record.answers_for_procedures` has them. */
export const procedureOwners: readonly Role[] = ['headOfService', 'teamManager', 'reviewingOfficer', 'boardManager'];

const open = { config: { open: true }, bodyLimit: 64 * 1024 };
const tooMany = 'Too many comments have come from here within the hour. Send it again later: nothing of it was taken';

/** What staff of other agencies say of the procedures, who have no account: it goes to whoever answers for them, and is published nowhere. */
export function addOutsideComments(server: FastifyInstance, parts: WebParts): void {
  const lately = createSentLately({ one: 5, all: 60 });

  server.get('/procedures/:chapter/outside', open, async (request, reply) => showForm(request, reply, parts, { given: {}, problems: [] }));

  server.post('/procedures/:chapter/outside', open, async (request, reply) => {
    const given = givenForm(request.body);
    const chapter = publicChapter(request, parts);
    const problems = problemsIn(given, chapter);
    if (problems.length > 0) return showForm(request, reply, parts, { given, problems });
    if (lately.isTooMany(request.ip)) return showForm(request, reply, parts, { given, problems: [{ message: tooMany }], status: 429 });
    // Counted before it is kept: those that come in one moment wait for the same database, and none of them would be known yet.
    lately.sent(request.ip);
    const outcome = await parts.publicComments.send(commentIn(given, chapter, parts));
    if (outcome.kind === 'refused') return showForm(request, reply, parts, { given, problems: [{ message: outcome.message }] });
    return send(request, reply, parts, 'Your comment has been sent', <OutsideSent chapter={chapter} />);
  });

  addQueue(server, parts);
}

/** For whoever answers for the procedures: what waits is taken in or set aside, once. */
function addQueue(server: FastifyInstance, parts: WebParts): void {
  const show = async (request: FastifyRequest, reply: FastifyReply, problem?: string) => {
    const { session } = owner(request);
    const chapters = new Map(editionNow(parts).chapters.map((chapter) => [chapter.id, chapter]));
    const [comments, members] = await Promise.all([parts.publicComments.all(session), parts.members.all(session)]);
    const props = {
      csrf: request.csrf,
      comments,
      chapters,
      names: labels(asOptions(members)),
      ...(problem === undefined ? {} : { problem }),
    };
    return send(request, reply, parts, 'Comments from outside', <OutsideQueue {...props} />, problem === undefined ? 200 : 409);
  };
  server.get('/procedures/outside', (request, reply) => show(request, reply));

  server.post('/procedures/outside/:comment', async (request, reply) => {
    const { session } = owner(request);
    const comment = (await parts.publicComments.all(session)).find((known) => known.comment === parameter(request, 'comment'));
    if (comment === undefined) throw new Refusal(404, 'There is no such comment. Those older than a year are kept no longer.');
    const outcome = one(givenForm(request.body), 'outcome');
    if (outcome !== 'taken' && outcome !== 'aside') throw new Refusal(400, 'Choose whether it is taken in or set aside.');
    const refusal = await (outcome === 'taken' ? takeIn(request, parts, comment) : setAside(session, parts, comment));
    return refusal === undefined ? reply.redirect('/procedures/outside', 303) : show(request, reply, refusal);
  });
}

async function setAside(session: Session, parts: WebParts, { comment }: PublicComment): Promise<string | undefined> {
  const done = await parts.publicComments.setAside(session, comment);
  return done.kind === 'refused' ? done.message : undefined;
}

/** How many wait. */
export const waitingOutside = (request: FastifyRequest, parts: WebParts): Promise<number> =>
  parts.publicComments.waiting(signedIn(request).session);

function owner(request: FastifyRequest) {
  const who = signedIn(request);
  mustHold(who, procedureOwners);
  return who;
}

/** Of today’s edition, what everybody may read. */
function publicChapter(request: FastifyRequest, parts: WebParts): Chapter {
  const chapter = editionNow(parts).chapters.find(({ id }) => id === parameter(request, 'chapter'));
  if (chapter === undefined || !mayRead(chapter, [])) throw new Refusal(404, 'There is no such chapter for every agency.');
  return chapter;
}

const send = (request: FastifyRequest, reply: FastifyReply, parts: WebParts, title: string, body: ComponentChildren, status = 200) =>
  sendPage(
    reply,
    <Layout frame={frameOf(request, parts)} title={title}>
      {body}
    </Layout>,
    status,
  );

type Shown = { readonly given: GivenForm; readonly problems: readonly Problem[]; readonly status?: number };

function showForm(request: FastifyRequest, reply: FastifyReply, parts: WebParts, { given, problems, status }: Shown) {
  const entry = isId(one(given, 'entry')) ? one(given, 'entry') : crypto.randomUUID();
  const form = { csrf: request.csrf, chapter: publicChapter(request, parts), given, entry, problems, authority: parts.authorityName };
  const title = `${problems.length > 0 ? 'Error: ' : ''}Comment on the procedures`;
  return send(request, reply, parts, title, <OutsideComment {...form} />, status ?? (problems.length > 0 ? 400 : 200));
}

const isEmail = (text: string): boolean => /^[^\s@<>"(),:;]+@[^\s@<>"(),:;]+\.[^\s@<>"(),:;]+$/.test(text);

function problemsIn(given: GivenForm, { sections }: Chapter): readonly Problem[] {
  const [section, agency, comment, name, email] = ['section', 'agency', 'comment', 'name', 'email'].map((field) =>
    one(given, field).trim(),
  );
  const problem = (field: string, isRight: boolean, message: string): readonly Problem[] => (isRight ? [] : [{ field, message }]);
  return [
    ...problem(
      'section',
      sections.some(({ id }) => id === section),
      'Choose the section that you speak of',
    ),
    ...problem('agency', Object.hasOwn(outsideAgencies, agency ?? ''), 'Choose the agency that you work in'),
    ...problem('comment', within(comment, longest.comment), 'Enter the comment, in 4,000 characters or fewer'),
    ...problem('name', within(name, longest.name), 'Enter your name and post, in 100 characters or fewer'),
    ...problem('email', within(email, longest.email) && isEmail(email ?? ''), 'Enter an email address, as name@example.org'),
  ];
}

const within = (text: string | undefined, most: number): boolean => text !== undefined && text.length > 0 && text.length <= most;

function commentIn(given: GivenForm, chapter: Chapter, parts: WebParts): NewPublicComment {
  const said = (name: string): string => one(given, name).trim();
  return {
    comment: isId(said('entry')) ? said('entry') : crypto.randomUUID(),
    edition: editionNow(parts).on,
    chapter: chapter.id,
    section: said('section'),
    agency: said('agency'),
    words: said('comment'),
    name: said('name').replaceAll(/\s+/g, ' '),
    email: said('email'),
  };
}

/**
 * Into the chapter’s file, as of the day on which it was sent; who wrote it is not said there. It is written and settled in one: where a colleague has settled it
 * meanwhile, neither. @returns why not
 */
async function takeIn(request: FastifyRequest, parts: WebParts, comment: PublicComment): Promise<string | undefined> {
  const chapter = editionNow(parts).chapters.find(({ id }) => id === comment.chapter);
  const step = parts.steps.find(({ name }) => name === procedureComment.name);
  if (chapter === undefined || step === undefined) return 'This chapter is in the procedures no more: set the comment aside';
  const { section, agency, words, edition, sentAt, comment: entry } = comment;
  const form = { 'f.on': dayOf(sentAt), 'f.edition': edition, 'f.section': section, 'f.agency': agency, 'f.comment': words };
  const append: Append = (session, entries, asRead) => parts.record.takeIn(session, entry, entries, asRead);
  const [problem] = await statedIn(request, parts, { file: chapterFile(chapter), step, entry, form, append });
  return problem?.message;
}

type Append = WebParts['record']['append'];
