import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Role } from '../kernel/step/permission.ts';
import type { Memory, SessionMemory } from './memory.ts';
import { givenForm } from './request.ts';
import type { SignedIn, WebParts } from './parts.ts';

/** Who asks, with the token of the session and what this server remembers of it. */
export type Who = SignedIn & { readonly token: string; readonly memory: SessionMemory };

declare module 'fastify' {
  interface FastifyRequest {
    who: Who | undefined;
    csrf: string;
  }
  interface FastifyContextConfig {
    /** Reachable without signing in. */
    open?: boolean;
    /** For a machine: no session is looked for and no cookie given. */
    machine?: boolean;
    /** The token comes within a multipart form: the handler checks it. */
    csrfInHandler?: boolean;
  }
}

/** A refusal that becomes an error page. */
export class Refusal extends Error {
  readonly statusCode: number;
  constructor(statusCode: 400 | 403 | 404, message: string) {
    super(message);
    this.statusCode = statusCode;
  }
}

/** The page that must be seen first: the answer is to go there. */
export class Elsewhere extends Error {
  readonly to: string;
  constructor(to: string) {
    super(to);
    this.to = to;
  }
}

export const cookieNames = (https: boolean) => ({
  session: https ? '__Host-sightline' : 'sightline',
  visitor: https ? '__Host-visitor' : 'visitor',
  kept: https ? '__Host-kept' : 'kept',
});
export const cookieOptions = (https: boolean) => ({ path: '/', httpOnly: true, sameSite: 'lax', secure: https }) as const;

const csrfOf = (secret: string): string => createHash('sha256').update(`csrf of ${secret}`).digest('base64url');

export function isCsrf(given: unknown, expected: string): boolean {
  if (typeof given !== 'string' || given.length !== expected.length) return false;
  return timingSafeEqual(Buffer.from(given), Buffer.from(expected));
}

/** Signs requests in by cookie, binds forms to the session and turns away those that are not signed in. */
export function addSessions(server: FastifyInstance, parts: WebParts, memory: Memory): void {
  const https = parts.https ?? false;
  const names = cookieNames(https);
  server.decorateRequest('who', undefined);
  server.decorateRequest('csrf', '');
  server.addHook('preHandler', async (request, reply) => {
    if (request.routeOptions.url?.startsWith('/assets/') === true || request.routeOptions.config.machine === true) return;
    const token = request.cookies[names.session];
    const signedIn = token === undefined ? undefined : await parts.members.sessionOf(token);
    if (token !== undefined && signedIn !== undefined)
      request.who = { ...signedIn, token, memory: memory.of(token, signedIn.session.actor) };
    request.csrf = csrfOf(request.who?.token ?? visitorOf(request, reply, names.visitor, https));
    reply.header('cache-control', 'no-store');
    if (request.who === undefined && request.routeOptions.config.open !== true && request.routeOptions.url !== undefined)
      return turnAway(request, reply, memory, token, https);
    if (request.method === 'POST') checkForm(request);
  });
}

function visitorOf(request: FastifyRequest, reply: FastifyReply, name: string, https: boolean): string {
  const known = request.cookies[name];
  if (known !== undefined && known.length > 20) return known;
  const fresh = randomBytes(24).toString('base64url');
  reply.setCookie(name, fresh, cookieOptions(https));
  return fresh;
}

function turnAway(request: FastifyRequest, reply: FastifyReply, memory: Memory, token: string | undefined, https: boolean) {
  if (request.headers.accept === 'text/event-stream' || request.headers['x-fragment'] !== undefined) return reply.code(401).send();
  const url = request.url;
  if (request.method === 'POST') {
    const key = token === undefined ? undefined : memory.keep(token, url, givenForm(request.body));
    if (key !== undefined) reply.setCookie(cookieNames(https).kept, key, cookieOptions(https));
    return reply.redirect(`/sign-in?ended=1&next=${encodeURIComponent(url)}`, 303);
  }
  return reply.redirect(url === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(url)}`, 303);
}

function checkForm(request: FastifyRequest): void {
  if (request.headers['sec-fetch-site'] === 'cross-site') throw new Refusal(403, 'The form came from another site.');
  if (request.routeOptions.config.csrfInHandler === true) return;
  if (!isCsrf(givenForm(request.body)['_csrf'], request.csrf))
    throw new Refusal(403, 'This form is too old, or was opened in another session. Go back, reload the page and send it again.');
}

export function signedIn(request: FastifyRequest): Who {
  if (request.who === undefined) throw new Refusal(403, 'You are not signed in.');
  return request.who;
}

export const holds = (who: SignedIn, roles: readonly Role[]): boolean => who.session.roles.some((role) => roles.includes(role));

export function mustHold(who: SignedIn, roles: readonly Role[]): void {
  if (!holds(who, roles)) throw new Refusal(403, 'Your role does not include this page.');
}
