import type { FastifyRequest } from 'fastify';
import { givenForm, one } from './request.ts';
import { signedIn } from './session.ts';

/** How many searches of one session are remembered; the oldest are forgotten. */
const most = 50;
/** Of longer words the rest is not looked for. */
export const longestSought = 100;

/**
 * Words that somebody looks for may be a child's name. They stand in no address, where the browser's history and every proxy would keep them:
 * the address holds a key, which this session alone can read.
 * @returns the query that stands for the words; empty for none
 */
export function soughtQuery(request: FastifyRequest, words: string): string {
  const { sought } = signedIn(request).memory;
  const asked = words.slice(0, longestSought);
  if (asked === '') return '';
  const known = [...sought].find(([, before]) => before === asked)?.[0];
  const key = known ?? crypto.randomUUID();
  sought.delete(key);
  sought.set(key, asked);
  for (const oldest of sought.keys()) if (sought.size > most) sought.delete(oldest);
  return `?search=${key}`;
}

/** The words that the address asks for: by their key, or as typed into the address under this name. */
export function soughtWords(request: FastifyRequest, name: string): string {
  const query = givenForm(request.query);
  return signedIn(request).memory.sought.get(one(query, 'search')) ?? one(query, name).slice(0, longestSought);
}
