import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Role } from '../kernel/step/permission.ts';
import type { Memory, SessionMemory } from './memory.ts';
import { keepForm } from './kept-forms.ts';
import { givenForm, pathOf, safeNext } from './request.ts';
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
    /** Asked by an open page of itself: no use of the session. */
    unasked?: boolean;
    /** Also for somebody from outside, who has an account and no role: every other page is closed to them. */
    outside?: boolean;
    /** What was typed is kept if it cannot be taken, and a GET of the same address shows it again. */
    keeps?: boolean;
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
    const signedIn = token === undefined ? undefined : await parts.members.sessionOf(token, isUnasked(request) ? 'page' : 'person');
    if (token !== undefined && signedIn !== undefined)
      request.who = { ...signedIn, token, memory: memory.of(token, signedIn.session.actor) };
    request.csrf = csrfOf(request.who?.token ?? visitorOf(request, reply, names.visitor, https));
    reply.header('cache-control', 'no-store');
    if (request.who === undefined && request.routeOptions.config.open !== true && request.routeOptions.url !== undefined)
      return turnAway(request, reply, memory, token, https);
    if (request.who?.session.roles.length === 0 && !isForOutside(request)) return keepOutside(request, reply);
    if (request.method === 'POST') return checkForm(request, reply, memory);
  });
}

const isForOutside = ({ routeOptions: { config, url } }: FastifyRequest): boolean =>
  config.open === true || config.outside === true || url === undefined || url === '/sign-out' || url === '/password';

/** An expert from outside who asks for anything else is led to what is shown to them. */
function keepOutside(request: FastifyRequest, reply: FastifyReply) {
  if (request.method === 'GET' && request.headers.accept !== 'text/event-stream') return reply.redirect('/shown-to-me', 303);
  throw new Refusal(403, 'Your account is for what is shown to you, and for nothing else.');
}

/** Asked by a page that stands open, whether anybody sits before it or not. */
const isUnasked = (request: FastifyRequest): boolean =>
  request.routeOptions.config.unasked === true || request.headers['x-fragment'] !== undefined;

function visitorOf(request: FastifyRequest, reply: FastifyReply, name: string, https: boolean): string {
  const known = request.cookies[name];
  if (known !== undefined && known.length > 20) return known;
  const fresh = randomBytes(24).toString('base64url');
  reply.setCookie(name, fresh, cookieOptions(https));
  return fresh;
}

function turnAway(request: FastifyRequest, reply: FastifyReply, memory: Memory, token: string | undefined, https: boolean) {
  if (
    request.headers.accept === 'text/event-stream' ||
    request.headers.accept === 'application/json' ||
    request.headers['x-fragment'] !== undefined
  )
    return reply.code(401).send();
  const url = request.url;
  if (request.method !== 'POST')
    return reply.redirect(url === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(withoutWords(url))}`, 303);
  if (request.routeOptions.url === '/sign-out') return reply.redirect('/sign-in', 303);
  const actor = token === undefined ? undefined : memory.actorOf(token);
  if (request.routeOptions.config.keeps === true && actor !== undefined) {
    const key = memory.keep(actor, pathOf(request), givenForm(request.body));
    if (key !== undefined) {
      reply.setCookie(cookieNames(https).kept, key, cookieOptions(https));
      return reply.redirect(`/sign-in?ended=kept&next=${encodeURIComponent(pathOf(request))}`, 303);
    }
  }
  return reply.redirect(`/sign-in?ended=1&next=${encodeURIComponent(pageBefore(request))}`, 303);
}

/** An address without words that somebody looked for: they may be a child's name, and nobody is signed in. */
function withoutWords(url: string): string {
  const [path = '/', asked = ''] = url.split('?');
  const query = new URLSearchParams(asked);
  for (const name of ['name', 'words']) query.delete(name);
  return query.size === 0 ? path : `${path}?${query}`;
}

/** The page on which the form stood: the address that it was sent to may be no page. */
function pageBefore(request: FastifyRequest): string {
  const { referer } = request.headers;
  if (referer === undefined || !URL.canParse(referer)) return '/';
  const { host, pathname } = new URL(referer);
  return host === request.host ? safeNext(pathname) : '/';
}

function checkForm(request: FastifyRequest, reply: FastifyReply, memory: Memory) {
  if (request.headers['sec-fetch-site'] === 'cross-site') throw new Refusal(403, 'The form came from another site.');
  if (request.routeOptions.config.csrfInHandler === true) return;
  const given = givenForm(request.body)['_csrf'];
  if (isCsrf(given, request.csrf)) return;
  // Every session that is remembered is tried: only for a form that can be shown again.
  const writer = isOwnPage(request) ? memory.actorWhere((token) => isCsrf(given, csrfOf(token))) : undefined;
  if (writer !== undefined && writer === request.who?.session.actor) return reply.redirect(keepForm(memory, writer, request), 303);
  throw new Refusal(403, 'This form is too old, or was opened in another session. Go back, reload the page and send it again.');
}

/** A form of ours that was shown in an earlier session, as the browser itself says: its words are shown again, and nothing is done with them. */
const isOwnPage = (request: FastifyRequest): boolean =>
  request.routeOptions.config.keeps === true && request.headers['sec-fetch-site'] === 'same-origin';

export function signedIn(request: FastifyRequest): Who {
  if (request.who === undefined) throw new Refusal(403, 'You are not signed in.');
  return request.who;
}

export const holds = (who: SignedIn, roles: readonly Role[]): boolean => who.session.roles.some((role) => roles.includes(role));

export function mustHold(who: SignedIn, roles: readonly Role[]): void {
  if (!holds(who, roles)) throw new Refusal(403, 'Your role does not include this page.');
}
