import type { FastifyRequest } from 'fastify';
import type { Problem } from '../../../kernel/step/outcome.ts';
import { attachedName } from '../../../kernel/step/attached.ts';
import { makeFile, type Format, type MadeFile } from '../../../outputs/make-file.ts';
import { subjectAccessRelease } from '../../../practice/subject-access/release.ts';
import type { GivenForm } from '../../memory.ts';
import type { WebParts } from '../../parts.ts';
import { isId, one } from '../../request.ts';
import { signedIn } from '../../session.ts';
import { stateTogether } from '../front-door/recording.ts';
import { copyFor, copyOf } from './copy.ts';
import { readinessOf } from './readiness.ts';
import type { RequestRead } from './request-read.ts';

/** A piece of a file that is kept. */
const piece = 1024 * 1024;

/** The file as it would go now. Until all is decided and confirmed it says that it is a draft. */
export const fileFor = (read: RequestRead, parts: WebParts, format: Format): Promise<MadeFile> =>
  makeFile(copyOf(copyFor(read, parts.authorityName, parts.now().toISOString()), readinessOf(read).waitsFor.length > 0), format);

/** Makes the files once more, keeps their exact bytes with the entry, and records that they went. @returns why not */
export async function release(request: FastifyRequest, parts: WebParts, read: RequestRead, given: GivenForm): Promise<readonly Problem[]> {
  const statement = one(given, 'statement');
  if (!isId(statement)) return [{ message: 'This form is not whole: open the page again' }];
  if (read.record.history.some(({ entry }) => entry === statement)) return [];
  if (read.conclusion !== undefined) return [{ message: 'This request has ended: nothing is released for it any more' }];
  const { waitsFor } = readinessOf(read);
  if (waitsFor.length > 0) return waitsFor.map((message) => ({ message }));
  const how = one(given, 'how');
  if (!(how in subjectAccessRelease.fields.how.codes)) return [{ field: 'how', message: 'Select how it goes' }];
  const { session } = signedIn(request);
  // Of a release that was begun and not finished nothing is kept.
  for (const { id } of await parts.attachments.ofDraft(session, statement)) await parts.attachments.drop(session, id);
  for (const format of ['pdf', 'docx'] as const) await keepFile(parts, read, statement, await fileFor(read, parts, format));
  const support = one(given, 'support').slice(0, 2000);
  const done = await stateTogether(
    request,
    parts,
    [
      {
        step: parts.steps.find(({ name }) => name === subjectAccessRelease.name) ?? failed(),
        entry: statement,
        shared: {
          releasedOn: read.today,
          to: read.request.answers.asker,
          how,
          ...(support === '' ? {} : { support }),
          request: read.request.entry,
          [attachedName]: await parts.attachments.ofDraft(session, statement),
        },
        people: [read.record.person],
      },
    ],
    new Map([[read.record.person, read.record]]),
  );
  return done.kind === 'done' ? [] : done.problems;
}

const failed = (): never => {
  throw new Error('There is no step by which a copy is released');
};

async function keepFile(parts: WebParts, { opened, record }: RequestRead, entry: string, { bytes, name, kind }: MadeFile): Promise<void> {
  const file = { attachment: crypto.randomUUID(), entry, person: record.person };
  for (let part = 0; part * piece < bytes.length; part += 1)
    await parts.attachments.add(opened.session, file, part, bytes.subarray(part * piece, (part + 1) * piece));
  // Made here, of words that are in the record: there is nothing in it that a check for viruses could find.
  await parts.attachments.finish(opened.session, file.attachment, { name, kind, isChecked: true });
}
