import type { FastifyRequest } from 'fastify';
import { practitioners } from '../../../kernel/step/permission.ts';
import type { Opened, Opening, Session } from '../../../record/contract.ts';
import { isId, parameter } from '../../request.ts';
import type { WebParts } from '../../parts.ts';
import { Elsewhere, mustHold, Refusal, signedIn } from '../../session.ts';

const tenMinutes = 600_000;

/** How an import's opening is logged: a person's own reason may not look like it. */
export const looksLikeImport = (reason: string): boolean => /^import\s*:/i.test(reason.trim());

const sameSession = (a: Session, b: Session): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The child that the address names, for those whose work it may be. */
export function personOf(request: FastifyRequest): string {
  mustHold(signedIn(request), practitioners);
  const person = parameter(request, 'id').toLowerCase();
  if (!isId(person)) throw new Refusal(404, 'There is no such child in this record.');
  return person;
}

/** The record, if a reason was given in this session; every ten minutes the door is asked again. `undefined`: ask for a reason. */
export async function openedRecord(request: FastifyRequest, parts: WebParts, person: string): Promise<Opened | undefined> {
  const { memory, session } = signedIn(request);
  const known = memory.opened.get(person);
  if (known === undefined) return undefined;
  if (parts.now().getTime() - known.at < tenMinutes && sameSession(known.record.session, session)) return known.record;
  return admitted(await openFor(request, parts, person, known.reason), person);
}

export async function openFor(request: FastifyRequest, parts: WebParts, person: string, reason: string): Promise<Opening> {
  const { session } = signedIn(request);
  return remember(request, parts, person, reason, (await parts.record.open(session, [person], reason)).get(person));
}

/** Opens a restricted record all the same; managers are told. */
export async function breakGlassFor(request: FastifyRequest, parts: WebParts, person: string, reason: string): Promise<Opening> {
  return remember(request, parts, person, reason, await parts.record.breakGlass(signedIn(request).session, person, reason));
}

function remember(
  request: FastifyRequest,
  parts: WebParts,
  person: string,
  reason: string,
  opening: Opening = { kind: 'unknown' },
): Opening {
  const { memory } = signedIn(request);
  if (opening.kind === 'opened') memory.opened.set(person, { reason, record: opening.record, at: parts.now().getTime() });
  else memory.opened.delete(person);
  if (opening.kind === 'restricted') memory.rings.set(person, opening.ring);
  else memory.rings.delete(person);
  return opening;
}

/** The record, or a page that says why not. */
export function admitted(opening: Opening, person: string): Opened {
  switch (opening.kind) {
    case 'opened':
      return opening.record;
    case 'restricted':
      throw new Elsewhere(`/children/${person}/restricted`);
    case 'unknown':
      throw new Refusal(404, 'There is no such child in this record.');
  }
}
