import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { dayInEngland } from '../../../kernel/calendar/dates.ts';
import type { AnyField } from '../../../kernel/field/field.ts';
import type { FileKind } from '../../../kernel/step/file-kind.ts';
import type { Problem } from '../../../kernel/step/outcome.ts';
import type { Role } from '../../../kernel/step/permission.ts';
import type { AnyStep } from '../../../kernel/step/step.ts';
import type { ListedFile } from '../../../record/files.ts';
import type { Words } from '../../components/field-parts.tsx';
import { sharedPrefix, understandForm } from '../../form/understand.ts';
import type { GivenForm } from '../../memory.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, isId, one, sendPage } from '../../request.ts';
import { holds, mustHold, signedIn } from '../../session.ts';
import { begunFile } from './begun-file.ts';
import { FilesOfKindPage, type KindWords } from './kind-page.tsx';

export type KindOfFile = {
  readonly path: string;
  readonly kind: FileKind;
  /** The step with which a file begins, and those of its questions that are asked for it. */
  readonly step: string;
  readonly asks: readonly string[];
  readonly mayRead: readonly Role[];
  readonly mayBegin: readonly Role[];
  /** Stands before what the file is called. */
  readonly called: string;
  readonly words: KindWords;
  /** A file of this kind to which it answers, where one is chosen. */
  readonly answersTo?: { readonly kind: FileKind; readonly label: string; readonly hint: string };
  /** A page beside it, for whoever begins such files. */
  readonly beside?: { readonly href: string; readonly text: string };
  readonly more?: (
    request: FastifyRequest,
    files: readonly ListedFile[],
  ) => Promise<readonly (readonly [string, (file: ListedFile) => Words])[]>;
};

type Again = { readonly given: GivenForm; readonly problems: readonly Problem[] };

/** A page of all files of a kind that the reader may open, with what is due in each, on which one is begun. Who may open which, the database says. */
export function addFilesOfKind(server: FastifyInstance, parts: WebParts, of: KindOfFile): void {
  server.get(of.path, async (request, reply) => {
    mustHold(signedIn(request), of.mayRead);
    return showFiles(request, reply, { parts, of });
  });

  server.post(of.path, async (request, reply) => {
    mustHold(signedIn(request), of.mayBegin);
    const given = givenForm(request.body);
    const step = stepOf(parts, of);
    const { answers, problems } = askedIn(step, of, given, dayInEngland(parts.now()));
    if (problems.length > 0) return showFiles(request, reply, { parts, of, again: { given, problems } });
    const file = isId(one(given, 'file')) ? one(given, 'file') : crypto.randomUUID();
    const above = of.answersTo === undefined ? '' : one(given, 'answersTo');
    const asFile = { file, kind: of.kind, title: `${of.called}${one(given, 'title')}`, ...(isId(above) ? { subject: above } : {}) };
    const begun = await begunFile(request, parts, asFile, step, answers);
    return reply.redirect(`/files/${begun}`, 303);
  });
}

function stepOf(parts: WebParts, { step: name }: KindOfFile): AnyStep {
  const step = parts.steps.find((one) => one.name === name);
  if (step === undefined) throw new Error(name);
  return step;
}

export const fieldsAsked = (step: AnyStep, { asks }: Pick<KindOfFile, 'asks'>): readonly (readonly [string, AnyField])[] =>
  Object.entries(step.fields).filter(([name]) => asks.includes(name));

type Listing = { readonly parts: WebParts; readonly of: KindOfFile; readonly again?: Again };

async function showFiles(request: FastifyRequest, reply: FastifyReply, { parts, of, again }: Listing): Promise<FastifyReply> {
  const titles = new Map(parts.timescales.map(({ rule, title }) => [rule, title]));
  const files = await parts.record.files(signedIn(request).session, of.kind);
  const more = of.more === undefined ? {} : { more: await of.more(request, files) };
  const { answersTo } = of;
  const above = answersTo === undefined ? undefined : await parts.record.files(signedIn(request).session, answersTo.kind);
  return sendPage(
    reply,
    <FilesOfKindPage
      frame={frameOf(request, parts)}
      csrf={request.csrf}
      words={of.words}
      path={of.path}
      files={files}
      titleOf={(rule) => titles.get(rule) ?? rule}
      today={dayInEngland(parts.now())}
      asked={holds(signedIn(request), of.mayBegin) ? fieldsAsked(stepOf(parts, of), of) : undefined}
      {...more}
      {...(answersTo === undefined || above === undefined ? {} : { answersTo: { ...answersTo, files: above } })}
      {...(of.beside === undefined || !holds(signedIn(request), of.mayBegin) ? {} : { beside: of.beside })}
      {...again}
    />,
    again === undefined ? 200 : 400,
  );
}

/** What is asked to begin a file, as its step asks it, and what the file is called. */
function askedIn(step: AnyStep, { asks }: KindOfFile, given: GivenForm, today: ReturnType<typeof dayInEngland>) {
  const asked = Object.fromEntries(asks.map((name) => [`${sharedPrefix}.${name}`, one(given, name)]));
  const { answers, problems } = understandForm(step, asked, []);
  const title = one(given, 'title');
  const untitled = title === '' || title.length > 100;
  const wrong: Problem[] = [
    ...(untitled ? [{ field: 'title', message: 'Enter what it is called, in 100 characters or fewer' }] : []),
    ...problems.map(({ field, message }) => ({ field: field?.split('.').at(-1) ?? '', message })),
  ];
  const later = wrong.length > 0 ? [] : step.decide([], answers.shared as never, today);
  return { answers: answers.shared, problems: [...wrong, ...later] };
}
