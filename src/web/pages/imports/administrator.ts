import type { FastifyRequest } from 'fastify';
import { mustHold, signedIn, type Who } from '../../session.ts';

/** Only an administrator imports, decides whose rows are whose, and puts values right. */
export function administrator(request: FastifyRequest): Who {
  const who = signedIn(request);
  mustHold(who, ['administrator']);
  return who;
}
