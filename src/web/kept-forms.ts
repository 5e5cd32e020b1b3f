import type { FastifyRequest } from 'fastify';
import type { GivenForm, Memory } from './memory.ts';
import { givenForm, one, pathOf } from './request.ts';

type Asking = Pick<FastifyRequest, 'url' | 'body'>;

/** Keeps what was sent to a form. @returns the address at which the form shows it again; without it, if it cannot be kept */
export function keepForm(memory: Memory, actor: string, request: Asking): string {
  const path = pathOf(request);
  const key = memory.keep(actor, path, givenForm(request.body));
  return key === undefined ? path : `${path}?kept=${key}`;
}

/** What this person typed into this form before, if the address names it. Shown again, it is given back: `shown`. */
export function keptForm(
  memory: Memory,
  actor: string,
  request: Pick<FastifyRequest, 'url' | 'query'>,
): { readonly form: GivenForm; readonly shown: () => void } | undefined {
  const key = one(givenForm(request.query), 'kept');
  const kept = key === '' ? undefined : memory.keptFor(key, actor);
  if (kept === undefined || kept.path !== pathOf(request)) return undefined;
  return { form: kept.form, shown: () => void memory.drop(key) };
}

/** The same, for a form that is shown whatever else: it is given back at once. */
export function shownAgain(memory: Memory, actor: string, request: Pick<FastifyRequest, 'url' | 'query'>): GivenForm | undefined {
  const kept = keptForm(memory, actor, request);
  kept?.shown();
  return kept?.form;
}
