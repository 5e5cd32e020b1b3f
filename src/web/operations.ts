import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { WebParts } from './parts.ts';

const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Ours, not the client's: it goes into the log as it is. */
export const requestId = (): string => Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join('');

/** The pattern of the route, never the address: that may name a child. */
export const routeOf = (request: FastifyRequest): string => request.routeOptions.url ?? 'unknown';

/** An answer that was under way when the server began to close is the last on its connection, which would else be kept open for minutes. */
function addLastAnswers(server: FastifyInstance): void {
  let isClosing = false;
  server.addHook('preClose', async () => void (isClosing = true));
  server.addHook('onSend', async (_, reply) => {
    if (isClosing) reply.header('connection', 'close');
  });
}

/** Tells of every answer and gives it its number; `/health`, `/ready` and `/metrics` for the machines around it. */
export function addOperations(server: FastifyInstance, parts: WebParts): void {
  const { operations } = parts;
  server.addHook('onRequest', async (request, reply) => void reply.header('x-request-id', request.id));
  addLastAnswers(server);
  if (operations === undefined) return;
  server.addHook('onResponse', async (request, reply) => {
    operations.answered({
      id: request.id,
      method: request.method,
      route: routeOf(request),
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
    });
  });
  const config = { open: true, machine: true, rateLimit: false } as const;
  const plain = (reply: FastifyReply, status: number, text: string) =>
    reply.code(status).header('cache-control', 'no-store').type('text/plain; charset=utf-8').send(text);
  server.get('/health', { config }, (_, reply) => plain(reply, 200, 'alive\n'));
  server.get('/ready', { config }, async (_, reply) => {
    const state = await operations.ready();
    return state.ready ? plain(reply, 200, 'ready\n') : plain(reply, 503, `not ready: ${state.why}\n`);
  });
  server.get('/metrics', { config }, (request, reply) =>
    mayRead(request, parts)
      ? reply.header('cache-control', 'no-store').type('text/plain; version=0.0.4; charset=utf-8').send(operations.metrics())
      : plain(reply, 404, 'not found\n'),
  );
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const isLoopback = (address: string | undefined): boolean => /^(::ffff:)?127\.|^::1$/.test(address ?? '');

/** A proxy on this machine also comes from this machine: where there is one, only the token counts. */
function mayRead(request: FastifyRequest, { operations, behindProxy }: WebParts): boolean {
  const [, given] = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '') ?? [];
  if (operations?.metricsToken !== undefined && given !== undefined) return timingSafeEqual(digest(given), digest(operations.metricsToken));
  const isForwarded = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => request.headers[name] !== undefined);
  return behindProxy === undefined && !isForwarded && isLoopback(request.socket.remoteAddress);
}
