import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '../../../kernel/step/outcome.ts';
import { isFormat } from '../../../outputs/make-file.ts';
import { redactionConfirmation } from '../../../practice/subject-access/redaction-confirmation.ts';
import { redaction } from '../../../practice/subject-access/redaction.ts';
import { subjectAccessRelease } from '../../../practice/subject-access/release.ts';
import { pageOf } from '../../components/paging.tsx';
import { shownAgain } from '../../kept-forms.ts';
import type { GivenForm, Memory } from '../../memory.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, one, parameter, sendPage } from '../../request.ts';
import { holds, mustHold, Refusal, signedIn } from '../../session.ts';
import { keepingWords } from '../child/opening.ts';
import { CopyPage } from './copy-page.tsx';
import { addressOf, EntriesPage } from './entries-page.tsx';
import { addPeopleAsk } from './people-ask.tsx';
import { keepDecisions } from './keep-decisions.ts';
import { knownTo } from './people-named.ts';
import { requestRead, requestsRead, sinceRequest, type RequestRead } from './request-read.ts';
import { readinessOf } from './readiness.ts';
import { fileFor, release } from './release.ts';
import { RequestsPage } from './requests-page.tsx';

/** Entries on one page: as many as can be read before a decision is forgotten. */
const pageLength = 20;

const at = '/children/:id/subject-access';

/** A copy of the record for the person it is about: until when it is owed, what of it is disclosed, and who says so. */
export function addSubjectAccess(server: FastifyInstance, parts: WebParts, memory: Memory): void {
  addPeopleAsk(server, parts);

  server.get(at, async (request, reply) => {
    const who = signedIn(request);
    const { record, reads } = await requestsRead(request, parts);
    return sendPage(
      reply,
      <RequestsPage
        frame={frameOf(request, parts)}
        person={record.person}
        name={record.standing.name}
        requests={reads.map((read) => ({ read, readiness: readinessOf(read), log: sinceRequest(read) }))}
        mayDecide={holds(who, redaction.may.record)}
        mayConfirm={holds(who, redactionConfirmation.may.record)}
        member={who.session.actor}
      />,
    );
  });

  server.get(`${at}/:request/copy`, async (request, reply) => showCopy(request, reply, parts, await requestRead(request, parts)));

  server.get(`${at}/:request/copy/:format`, async (request, reply) => {
    const format = parameter(request, 'format');
    if (!isFormat(format)) throw new Refusal(404, 'A copy is made as PDF or as Word.');
    mustHold(signedIn(request), redaction.may.record);
    const { bytes, kind, name } = await fileFor(request, parts, await requestRead(request, parts), format);
    return reply.type(kind).header('content-disposition', `attachment; filename="${name}"`).send(bytes);
  });

  server.post(
    `${at}/:request/release`,
    { config: { keeps: true } },
    keepingWords(parts, memory, async (request, reply) => {
      mustHold(signedIn(request), subjectAccessRelease.may.record);
      const read = await requestRead(request, parts);
      const given = givenForm(request.body);
      const problems = await release(request, parts, read, given);
      if (problems.length > 0) return showCopy(request, reply, parts, read, given, problems);
      return reply.redirect(`/children/${read.record.person}/subject-access`, 303);
    }),
  );

  server.get(`${at}/:request/entries`, async (request, reply) => {
    const given = shownAgain(memory, signedIn(request).session.actor, request);
    return showEntries(request, reply, parts, await requestRead(request, parts), given);
  });

  server.post(
    `${at}/:request/entries`,
    { config: { keeps: true } },
    keepingWords(parts, memory, async (request, reply) => {
      mustHold(signedIn(request), redaction.may.record);
      const read = await requestRead(request, parts);
      const given = givenForm(request.body);
      const problems = await keepDecisions(request, parts, read, given);
      if (problems.length > 0) return showEntries(request, reply, parts, read, given, problems);
      const { page, show } = asked(request);
      return reply.redirect(`${addressOf(read)}/entries?kept=1&page=${page}${show === '' ? '' : `&show=${show}`}`, 303);
    }),
  );
}

const asked = (request: FastifyRequest) => {
  const query = givenForm(request.query);
  const page = one(query, 'page');
  return {
    page: /^\d{1,5}$/.test(page) ? page : '1',
    show: one(query, 'show') === 'undecided' ? 'undecided' : '',
    isKept: one(query, 'kept') === '1',
  };
};

const showCopy = (
  request: FastifyRequest,
  reply: FastifyReply,
  parts: WebParts,
  read: RequestRead,
  given: GivenForm = {},
  problems: readonly Problem[] = [],
): FastifyReply =>
  sendPage(
    reply,
    <CopyPage
      frame={frameOf(request, parts)}
      csrf={request.csrf}
      read={read}
      readiness={readinessOf(read)}
      mayRead={holds(signedIn(request), redaction.may.record)}
      mayRelease={holds(signedIn(request), subjectAccessRelease.may.record)}
      given={given}
      problems={problems}
    />,
    problems.length > 0 ? 400 : 200,
  );

async function showEntries(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: WebParts,
  read: RequestRead,
  given?: GivenForm,
  problems: readonly Problem[] = [],
): Promise<FastifyReply> {
  const { page: number, show, isKept } = asked(request);
  const wanted = show === '' ? read.entries : read.entries.filter(({ standing }) => standing.kind === 'undecided');
  const page = pageOf(wanted.length, number, pageLength);
  return sendPage(
    reply,
    <EntriesPage
      frame={frameOf(request, parts)}
      csrf={request.csrf}
      read={read}
      known={await knownTo(parts, read, wanted.slice(page.first, page.last))}
      shown={wanted.slice(page.first, page.last)}
      page={page}
      isUndecidedOnly={show !== ''}
      mayDecide={holds(signedIn(request), redaction.may.record)}
      isKept={isKept && problems.length === 0}
      given={given}
      problems={problems}
    />,
    problems.length > 0 ? 400 : 200,
  );
}
