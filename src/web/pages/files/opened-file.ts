import type { FastifyRequest } from 'fastify';
import type { Opened } from '../../../record/contract.ts';
import type { WebParts } from '../../parts.ts';
import { isId } from '../../request.ts';
import { Refusal } from '../../session.ts';
import { openedRecord, openFileFor } from '../child/opening.ts';

const none = 'There is no such file, or it is not yours to open.';

/** The door of a file asks for no reason: whoever may open it has one, and the opening is logged all the same. */
export async function openedFile(request: FastifyRequest, parts: WebParts, id: string): Promise<Opened> {
  const file = id.toLowerCase();
  if (!isId(file)) throw new Refusal(404, none);
  const known = await openedRecord(request, parts, file);
  if (known !== undefined) return known;
  const opening = await openFileFor(request, parts, file);
  if (opening.kind !== 'opened') throw new Refusal(404, none);
  return opening.record;
}
