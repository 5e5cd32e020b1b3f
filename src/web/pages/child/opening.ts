import type { FastifyRequest } from 'fastify';
import { practitioners } from '../../../kernel/step/permission.ts';
import type { Opened, Opening, Session } from '../../../record/contract.ts';
import { isId, parameter } from '../../request.ts';
import type { WebParts } from '../../parts.ts';
import { mustHold, Refusal, signedIn } from '../../session.ts';

const tenMinutes = 600_000;

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
  return admitted(await openFor(request, parts, person, known.reason));
}

export async function openFor(request: FastifyRequest, parts: WebParts, person: string, reason: string): Promise<Opening> {
  const { memory, session } = signedIn(request);
  const opening = (await parts.record.open(session, [person], reason)).get(person) ?? { kind: 'unknown' };
  if (opening.kind === 'opened') memory.opened.set(person, { reason, record: opening.record, at: parts.now().getTime() });
  else memory.opened.delete(person);
  return opening;
}

/** The record, or a page that says why not. */
export function admitted(opening: Opening): Opened {
  switch (opening.kind) {
    case 'opened':
      return opening.record;
    case 'restricted':
      throw new Refusal(403, `This record exists and is restricted (${opening.ring}). Ask the head of service if you need it.`);
    case 'unknown':
      throw new Refusal(404, 'There is no such child in this record.');
  }
}
