import type { FastifyRequest } from 'fastify';
import { dayInEngland } from '../../../kernel/calendar/dates.ts';
import type { Problem } from '../../../kernel/step/outcome.ts';
import type { AnyStep } from '../../../kernel/step/step.ts';
import type { NewFile } from '../../../record/files.ts';
import { understandForm } from '../../form/understand.ts';
import type { GivenForm } from '../../memory.ts';
import type { WebParts } from '../../parts.ts';
import { Refusal, signedIn } from '../../session.ts';

type Stating = {
  readonly file: NewFile;
  readonly step: AnyStep;
  readonly entry: string;
  readonly form: GivenForm;
  /** Where something else is written with it, in one: absent, nothing is. */
  readonly append?: WebParts['record']['append'];
};

/** A statement in a file, from a form on a page of its own; the first begins the file. @returns what is to be put right; nothing: it is recorded */
export async function statedIn(
  request: FastifyRequest,
  parts: WebParts,
  { file, step, entry, form, append = parts.record.append }: Stating,
): Promise<readonly Problem[]> {
  const { session } = signedIn(request);
  const { answers, problems } = understandForm(step, form, []);
  if (problems.length > 0) return problems;
  const begun = await parts.record.addFile(session, file);
  if (begun.kind === 'refused') throw new Refusal(403, `${begun.message}.`);
  const about = [{ person: begun.file, answers: {} }];
  const happenedOn = step.happenedOn(answers.shared as never);
  const stated = { entry, step: step.name, wording: parts.wordingOf(step), shared: answers.shared, happenedOn, about };
  // Whoever reads the same chapter at the same moment has stated something of their own: it takes nothing away from this.
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const opening = await parts.record.openFile(session, begun.file);
    const record = opening.kind === 'opened' ? await parts.record.read(opening.record) : undefined;
    const raised = step.decide(record?.history ?? [], answers.shared as never, dayInEngland(parts.now()), session.actor);
    if (raised.length > 0)
      return raised.map(({ field, message }) => (field === undefined ? { message } : { field: `f.${field}`, message }));
    const outcome = await append(session, [stated], new Map(record === undefined ? [] : [[begun.file, record]]));
    if (outcome.kind === 'appended') return [];
    if (outcome.kind === 'refused') return [{ message: outcome.message }];
  }
  return [{ message: 'Others were writing in this file at the same moment. Send it again' }];
}
