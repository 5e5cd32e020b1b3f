import type { FastifyRequest } from 'fastify';
import type { Problem } from '../../../kernel/step/outcome.ts';
import { attachedName } from '../../../kernel/step/attached.ts';
import { erase } from '../../../kernel/step/step.ts';
import type { OutputDocument } from '../../../outputs/document.ts';
import { makeFile, type Format, type MadeFile } from '../../../outputs/make-file.ts';
import { subjectAccessRelease } from '../../../practice/subject-access/release.ts';
import type { GivenForm } from '../../memory.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, isId, one } from '../../request.ts';
import { signedIn } from '../../session.ts';
import { stateTogether } from '../front-door/recording.ts';
import { keepFiles } from '../outputs/keep-files.ts';
import { copyFor, copyOf } from './copy.ts';
import { readinessOf } from './readiness.ts';
import type { RequestRead } from './request-read.ts';

/** The copy as it would go now. Until all is decided and confirmed it says that it is a draft. */
async function documentFor(request: FastifyRequest, parts: WebParts, read: RequestRead): Promise<OutputDocument> {
  const letterhead = {
    authority: frameOf(request, parts).authorityName,
    lines: await parts.members.letterhead(signedIn(request).session),
  };
  return copyOf(copyFor(read, letterhead, parts.now().toISOString()), readinessOf(read).waitsFor.length > 0);
}

export const fileFor = async (request: FastifyRequest, parts: WebParts, read: RequestRead, format: Format): Promise<MadeFile> =>
  makeFile(await documentFor(request, parts, read), format);

/** Makes the files once more, keeps their exact bytes with the entry, and records that they went. @returns why not */
export async function release(request: FastifyRequest, parts: WebParts, read: RequestRead, given: GivenForm): Promise<readonly Problem[]> {
  const statement = one(given, 'statement');
  if (!isId(statement)) return [{ message: 'This form is not whole: open the page again' }];
  if (read.record.history.some(({ entry }) => entry === statement)) return [];
  if (read.conclusion !== undefined) return [{ message: 'This request has ended: nothing is released for it any more' }];
  const { waitsFor } = readinessOf(read);
  if (waitsFor.length > 0) return waitsFor.map((message) => ({ message }));
  const how = one(given, 'how');
  if (!Object.hasOwn(subjectAccessRelease.fields.how.codes, how)) return [{ field: 'how', message: 'Select how it goes' }];
  const { session } = signedIn(request);
  const copy = await documentFor(request, parts, read);
  const made = [await makeFile(copy, 'pdf'), await makeFile(copy, 'docx')];
  const kept = await keepFiles(parts.attachments, { session, entry: statement, person: read.record.person }, made);
  if (kept.kind === 'refused') return [{ message: kept.message }];
  const support = one(given, 'support').slice(0, 2000);
  const done = await stateTogether(
    request,
    parts,
    [
      {
        step: erase(subjectAccessRelease),
        entry: statement,
        shared: {
          releasedOn: read.today,
          to: read.request.answers.asker,
          how,
          ...(support === '' ? {} : { support }),
          request: read.request.entry,
          [attachedName]: kept.files,
        },
        people: [read.record.person],
      },
    ],
    new Map([[read.record.person, read.record]]),
  );
  return done.kind === 'done' ? [] : done.problems;
}
