import type { FastifyRequest } from 'fastify';
import type { ImportRun, WebParts } from '../../parts.ts';
import { isId, parameter } from '../../request.ts';
import { mustHold, Refusal, signedIn, type Who } from '../../session.ts';

/** Only an administrator imports, decides whose rows are whose, and puts values right. */
export function administrator(request: FastifyRequest): Who {
  const who = signedIn(request);
  mustHold(who, ['administrator']);
  return who;
}

/** Analysts see what came of imports too. */
export function reader(request: FastifyRequest): Who {
  const who = signedIn(request);
  mustHold(who, ['administrator', 'performanceAnalyst']);
  return who;
}

/** The run that an address names. */
export async function runOf(parts: WebParts, { session }: Who, request: FastifyRequest): Promise<ImportRun> {
  const id = parameter(request, 'run');
  const run = isId(id) ? await parts.imports.get(session, id) : undefined;
  if (run === undefined) throw new Refusal(404, 'There is no such import.');
  return run;
}
