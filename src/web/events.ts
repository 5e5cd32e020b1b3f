import type { FastifyInstance } from 'fastify';
import type { WebParts } from './parts.ts';
import { signedIn } from './session.ts';

/** Server-sent events: ids of changed children, only of the session's own authority. */
export function addEvents(server: FastifyInstance, parts: WebParts): void {
  const streams = new Set<() => void>();
  server.addHook('preClose', async () => {
    for (const end of streams) end();
  });
  server.get('/events', { config: { rateLimit: { max: 300 } } }, async (request, reply) => {
    const { session, token } = signedIn(request);
    reply.hijack();
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      connection: 'keep-alive',
    });
    reply.raw.write('retry: 3000\n\n');
    const unsubscribe = parts.changes.subscribe(({ authority, people = null, staff }) => {
      if (authority === session.authority && staff !== true) reply.raw.write(`data: ${JSON.stringify({ people })}\n\n`);
    });
    const end = (): void => {
      clearInterval(beat);
      unsubscribe();
      streams.delete(end);
      reply.raw.end();
      // Kept alive for nothing more: an open connection would hold up a server that is being stopped.
      if ('destroySoon' in request.raw.socket) request.raw.socket.destroySoon();
    };
    const beat = setInterval(() => {
      void parts.members.sessionOf(token).then((still) => (still === undefined ? end() : reply.raw.write(': still here\n\n')), end);
    }, 25_000);
    streams.add(end);
    request.raw.on('close', end);
  });
}
