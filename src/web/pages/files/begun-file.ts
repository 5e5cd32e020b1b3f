import type { FastifyRequest } from 'fastify';
import type { AnyStep } from '../../../kernel/step/step.ts';
import { idWithin } from '../../../practice/pathway.ts';
import type { NewFile } from '../../../record/files.ts';
import type { WebParts } from '../../parts.ts';
import { Refusal, signedIn } from '../../session.ts';

/** Begins a file with its first statement; one that has been begun stays as it is. */
export async function begunFile(
  request: FastifyRequest,
  parts: WebParts,
  file: NewFile,
  step: AnyStep,
  shared: Readonly<Record<string, unknown>>,
): Promise<string> {
  const { session } = signedIn(request);
  const begun = await parts.record.addFile(session, file);
  if (begun.kind === 'refused') throw new Refusal(403, `${begun.message}.`);
  if ((await parts.record.openFile(session, begun.file)).kind === 'opened') return begun.file;
  const entry = { entry: idWithin(begun.file, 'begun', 0), step: step.name, wording: parts.wordingOf(step), shared };
  const about = [{ person: begun.file, answers: {} }];
  const outcome = await parts.record.append(session, [{ ...entry, happenedOn: step.happenedOn(shared as never), about }], new Map());
  if (outcome.kind === 'refused') throw new Refusal(403, `${outcome.message}.`);
  return begun.file;
}
