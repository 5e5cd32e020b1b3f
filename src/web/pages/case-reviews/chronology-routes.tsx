import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { reviewDocument } from '../../../governance/case-review/review-document.ts';
import { readChronology } from '../../../import/agency-chronology/reading.ts';
import { dayInEngland } from '../../../kernel/calendar/dates.ts';
import type { Problem } from '../../../kernel/step/outcome.ts';
import { practitioners } from '../../../kernel/step/permission.ts';
import type { AnyStep } from '../../../kernel/step/step.ts';
import { isFormat, makeFile } from '../../../outputs/make-file.ts';
import type { NewEntry, Opened } from '../../../record/contract.ts';
import { sharedPrefix, understandForm } from '../../form/understand.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, one, parameter, sendPage } from '../../request.ts';
import { isCsrf, mustHold, Refusal, signedIn } from '../../session.ts';
import { openedFile } from '../files/opened-file.ts';
import { sentForm } from '../imports/multipart.ts';
import { ChronologyPage } from './chronology-page.tsx';
import { reviewOf, type ChronologyProps } from './model.ts';
import { entriesOf } from './taken-chronology.ts';

const largest = 10 * 1024 * 1024;
const mostShown = 30;
type Again = Pick<ChronologyProps, 'given' | 'problems'>;

/** The integrated chronology of a review: read, printed, added to from the files of agencies, and weighed. */
export function addChronologies(server: FastifyInstance, parts: WebParts): void {
  const opened = (request: FastifyRequest): Promise<Opened> => {
    mustHold(signedIn(request), practitioners);
    return openedFile(request, parts, parameter(request, 'review'));
  };

  server.get('/case-reviews/:review/chronology', async (request, reply) => show(request, reply, parts, await opened(request)));

  server.get('/case-reviews/:review/chronology/file', async (request, reply) => {
    const { bytes, kind, name } = await onPaper(request, parts, await opened(request));
    return reply.type(kind).header('content-disposition', `attachment; filename="${name}"`).send(bytes);
  });

  server.post('/case-reviews/:review/chronology', { config: { csrfInHandler: true }, bodyLimit: largest }, async (request, reply) => {
    const { agency, bytes } = await sentIn(request);
    const file = await opened(request);
    const read = bytes === undefined ? undefined : readChronology(bytes);
    const problems = [...agencyProblems(agency), ...fileProblems(read)];
    if (bytes === undefined || read?.kind !== 'read' || problems.length > 0)
      return show(request, reply, parts, file, { given: { agency }, problems });
    const digest = createHash('sha256').update(bytes).digest('hex');
    const taken = { file: file.person, agency, digest, events: read.events, today: dayInEngland(parts.now()) };
    const outcome = await appended(
      parts,
      file,
      entriesOf(taken, (name) => parts.wordingOf(stepNamed(parts, name))),
    );
    if (outcome !== undefined)
      return show(request, reply, parts, file, { given: { agency }, problems: [{ field: 'files', message: outcome }] });
    return reply.redirect(`/case-reviews/${file.person}/chronology#events`, 303);
  });

  server.post('/case-reviews/:review/connections', async (request, reply) => {
    const file = await opened(request);
    const given = givenForm(request.body);
    const step = stepNamed(parts, 'missedConnection');
    const today = dayInEngland(parts.now());
    const asked = ['known', 'acted', 'weight', 'why'].map((name) => [`${sharedPrefix}.${name}`, one(given, name)]);
    const { answers, problems } = understandForm(step, { ...Object.fromEntries(asked), [`${sharedPrefix}.on`]: today }, []);
    if (problems[0] !== undefined) throw new Refusal(400, `${problems[0].message}.`);
    const stated = {
      entry: crypto.randomUUID(),
      step: step.name,
      wording: parts.wordingOf(step),
      happenedOn: today,
      shared: answers.shared,
    };
    const outcome = await appended(parts, file, [{ ...stated, about: [{ person: file.person, answers: {} }] }]);
    if (outcome !== undefined) throw new Refusal(400, `${outcome}.`);
    return reply.redirect(`/case-reviews/${file.person}/chronology#missed`, 303);
  });
}

function stepNamed(parts: WebParts, name: string): AnyStep {
  const step = parts.steps.find((known) => known.name === name);
  if (step === undefined) throw new Error(name);
  return step;
}

async function show(request: FastifyRequest, reply: FastifyReply, parts: WebParts, file: Opened, again?: Again): Promise<FastifyReply> {
  const review = await reviewOf(request, parts, file);
  const props = { frame: frameOf(request, parts), csrf: request.csrf, review, mayRecord: review.known.instant === undefined };
  return sendPage(reply, <ChronologyPage {...props} {...again} />, again === undefined ? 200 : 400);
}

async function onPaper(request: FastifyRequest, parts: WebParts, file: Opened) {
  const { material, known } = await reviewOf(request, parts, file);
  const { name: madeFor, session, authorityName = parts.authorityName } = signedIn(request);
  const letterhead = { authority: authorityName, lines: await parts.members.letterhead(session) };
  const madeAt = parts.now().toISOString();
  const format = one(givenForm(request.query), 'format');
  const document = reviewDocument(material, { letterhead, madeFor, madeAt, knownAt: known.instant ?? madeAt });
  return makeFile(document, isFormat(format) ? format : 'pdf');
}

/** The agency, and its file in whole: it is read here and kept nowhere. */
async function sentIn(request: FastifyRequest): Promise<{ readonly agency: string; readonly bytes: Buffer | undefined }> {
  const { fields, files } = await sentForm(request);
  if (!isCsrf(fields.get('_csrf'), request.csrf))
    throw new Refusal(403, 'This form is too old. Go back, reload the page and send it again.');
  let bytes: Buffer | undefined;
  for await (const { file } of files) bytes = await wholeOf(file);
  return { agency: (fields.get('agency') ?? '').trim(), bytes };
}

async function wholeOf(file: Readable): Promise<Buffer> {
  const some: Buffer[] = [];
  for await (const part of file) if (Buffer.isBuffer(part)) some.push(part);
  return Buffer.concat(some);
}

const agencyProblems = (agency: string): readonly Problem[] =>
  agency === '' || agency.length > 200 ? [{ field: 'agency', message: 'Enter the agency, in 200 characters or fewer' }] : [];

function fileProblems(read: ReturnType<typeof readChronology> | undefined): readonly Problem[] {
  if (read === undefined) return [{ field: 'files', message: 'Choose the file of the chronology' }];
  return read.kind === 'read' ? [] : read.problems.slice(0, mostShown).map((message) => ({ field: 'files', message }));
}

/** @returns why nothing was recorded; undefined: it was */
async function appended(parts: WebParts, file: Opened, entries: readonly NewEntry[]): Promise<string | undefined> {
  const record = await parts.record.read(file);
  const outcome = await parts.record.append(file.session, entries, new Map([[file.person, record]]));
  if (outcome.kind === 'appended') return undefined;
  return outcome.kind === 'refused' ? outcome.message : 'Somebody recorded in this file meanwhile: send it again';
}
